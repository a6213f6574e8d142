package io.typedprompt.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chooses who answers: the requested models in order, without those that the routing preferences
 * exclude, until one does not fail.
 */
final class Router {
  private static final String DOCS = "https://openrouter.ai/docs/guides/routing/provider-selection";

  private final Catalogue catalogue;
  private final ModelStates states;

  Router(Catalogue catalogue, ModelStates states) {
    this.catalogue = catalogue;
    this.states = states;
  }

  /** A reason to leave a model out: the API's word for it, and the sentence that goes with it. */
  private record Exclusion(String code, String detail, String message) {}

  /**
   * Who answers a request which passed the checks.
   *
   * @throws Rejection if a model is unknown, none is left, or all fail
   */
  Route route(ChatRequest request) {
    JsonNode preferences = request.body().path("provider");
    List<Route> eligible = new ArrayList<>();
    List<Exclusion> exclusions = new ArrayList<>();
    for (Model model : requested(request)) {
      Optional<Exclusion> exclusion = exclusion(model, request.body());
      exclusion.ifPresentOrElse(
          exclusions::add,
          () -> eligible.add(new Route(model, allowed(model, preferences).get(0))));
    }
    if (eligible.isEmpty()) {
      throw new Rejection(noEndpoints(request, exclusions));
    }
    return firstThatWorks(eligible);
  }

  private Route firstThatWorks(List<Route> eligible) {
    List<ApiError> failures = new ArrayList<>();
    for (Route route : eligible) {
      Optional<ModelStates.Failure> failure = states.failureOf(route.model());
      if (failure.isEmpty()) {
        return route;
      }
      failures.add(failure.get().error(route));
    }
    throw new Rejection(exhausted(eligible, failures));
  }

  private Set<Model> requested(ChatRequest request) {
    Set<Model> models = new LinkedHashSet<>();
    for (String id : request.models()) {
      models.add(catalogue.find(id).orElseThrow(() -> new Rejection(unknownModel(id))));
    }
    if (models.isEmpty()) {
      models.add(catalogue.defaultModel());
    }
    return models;
  }

  private Optional<Exclusion> exclusion(Model model, JsonNode body) {
    JsonNode provider = body.path("provider");
    if (allowed(model, provider).isEmpty()) {
      return Optional.of(
          new Exclusion(
              "allowed_providers",
              "only, ignore or order excludes every provider of " + model.id(),
              "No allowed providers are available for the selected model."));
    }
    if (isTooDear(model, provider.path("max_price"))) {
      return Optional.of(
          new Exclusion(
              "max_price",
              "the price is above max_price",
              "No endpoints found that match your max_price."));
    }
    Set<String> missing = missingParameters(model, body);
    if (provider.path("require_parameters").asBoolean(false) && !missing.isEmpty()) {
      return Optional.of(
          new Exclusion(
              "require_parameters",
              "no endpoint supports " + String.join(", ", missing),
              "No endpoints found that can handle the requested parameters."));
    }
    if (missing.contains("tools")) {
      return Optional.of(
          new Exclusion(
              "require_parameters", "tools", "No endpoints found that support tool use."));
    }
    return Optional.empty();
  }

  /** The providers of a model that the preferences allow, the preferred ones first. */
  private static List<Provider> allowed(Model model, JsonNode preferences) {
    JsonNode only = preferences.path("only");
    List<Provider> allowed = new ArrayList<>(model.providers());
    allowed.removeIf(provider -> !only.isEmpty() && !isNamed(provider, only));
    allowed.removeIf(provider -> isNamed(provider, preferences.path("ignore")));
    JsonNode order = preferences.path("order");
    if (order.isEmpty()) {
      return allowed;
    }
    Set<Provider> ordered = new LinkedHashSet<>();
    for (JsonNode slug : order) {
      allowed.stream()
          .filter(provider -> provider.isNamedBy(slug.asString("")))
          .forEach(ordered::add);
    }
    if (preferences.path("allow_fallbacks").asBoolean(true)) {
      ordered.addAll(allowed);
    }
    return List.copyOf(ordered);
  }

  private static boolean isNamed(Provider provider, JsonNode slugs) {
    for (JsonNode slug : slugs) {
      if (provider.isNamedBy(slug.asString(""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTooDear(Model model, JsonNode maxPrice) {
    return isAbove(model.promptPricePerMillion(), maxPrice.path("prompt"))
        || isAbove(model.completionPricePerMillion(), maxPrice.path("completion"));
  }

  private static boolean isAbove(BigDecimal price, JsonNode cap) {
    return cap.isValueNode()
        && !cap.isNull()
        && !cap.isMissingNode()
        && price.compareTo(new BigDecimal(cap.asString())) > 0;
  }

  private Set<String> missingParameters(Model model, JsonNode body) {
    Set<String> missing = new TreeSet<>();
    for (String name : body.propertyNames()) {
      boolean isParameter = Model.ALL_PARAMETERS.contains(name) && !body.path(name).isNull();
      if (isParameter && !states.supports(model, name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static ApiError unknownModel(String id) {
    return ApiError.badRequest(id + " is not a valid model ID")
        .withAvailability(availability("model_not_found", false, List.of(id)));
  }

  private static ApiError noEndpoints(ChatRequest request, List<Exclusion> exclusions) {
    Exclusion last = exclusions.get(exclusions.size() - 1);
    ObjectNode availability = availability("constraint_filtered", false, request.models());
    ArrayNode excludedBy = availability.putArray("excluded_by");
    exclusions.stream().map(Exclusion::code).distinct().forEach(excludedBy::add);
    availability.putObject("constraint").put("field", last.code()).put("detail", last.detail());
    return ApiError.of(
            404, last.message() + " To learn more about provider routing, visit: " + DOCS)
        .withAvailability(availability);
  }

  /** All failed: the last failure is reported, and the earlier ones stand in its metadata. */
  private static ApiError exhausted(List<Route> routes, List<ApiError> failures) {
    int last = failures.size() - 1;
    ApiError error = failures.get(last);
    ObjectNode metadata = Json.object();
    if (error.metadata() != null) {
      metadata.setAll(error.metadata());
    }
    if (last > 0) {
      ArrayNode previous = metadata.putArray("previous_errors");
      for (int i = 0; i < last; i++) {
        previous
            .addObject()
            .put("provider", routes.get(i).provider().name())
            .put("code", ApiError.errorType(failures.get(i).status()))
            .put("status", failures.get(i).status());
      }
    }
    String code = error.status() == 429 ? "capacity_exhausted" : "temporarily_unavailable";
    return error
        .withMetadata(metadata)
        .withAvailability(
            availability(code, true, routes.stream().map(route -> route.model().id()).toList()));
  }

  private static ObjectNode availability(String code, boolean retryable, List<String> models) {
    ObjectNode availability = Json.object().put("code", code).put("retryable", retryable);
    ArrayNode requested = availability.putArray("requested_models");
    models.forEach(requested::add);
    return availability.put("docs_url", DOCS);
  }
}
