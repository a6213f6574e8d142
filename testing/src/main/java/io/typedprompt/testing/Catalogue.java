package io.typedprompt.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The models that the server knows: a small built-in list, and what the test adds. */
final class Catalogue {
  private static final String RESOURCE = "catalogue.json";

  /** Suffixes that choose among a model's endpoints and are not models of their own. */
  private static final List<String> DYNAMIC_VARIANTS =
      List.of(":nitro", ":floor", ":exacto", ":online");

  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final Map<String, Model> models = new LinkedHashMap<>();

  Catalogue() {
    JsonNode catalogue = builtIn();
    for (Map.Entry<String, JsonNode> provider : catalogue.path("providers").properties()) {
      String slug = provider.getKey();
      providers.put(slug, new Provider(slug, provider.getValue().stringValue()));
    }
    for (JsonNode entry : catalogue.path("models")) {
      Model model = model(entry, catalogue.path("parameter_groups"));
      models.put(model.id(), model);
    }
  }

  /**
   * Adds a model of the test's own, which every provider serves and which takes every parameter.
   * Prices are USD per token.
   */
  synchronized void add(String id, BigDecimal promptPrice, BigDecimal completionPrice) {
    models.put(
        id,
        new Model(
            id,
            id,
            id,
            List.copyOf(providers.values()),
            promptPrice,
            completionPrice,
            131_072,
            32_768,
            Model.ALL_PARAMETERS,
            "stop"));
  }

  /** The model that a request's id means: itself, its dated form, or one of its variants. */
  synchronized Optional<Model> find(String id) {
    if (id.equals("openrouter/auto")) {
      return Optional.of(defaultModel());
    }
    String base = withoutDynamicVariants(id);
    Model model = models.get(base);
    return model != null ? Optional.of(model) : findByCanonicalSlug(base);
  }

  /** What answers a request that names no model, as an account's default model does. */
  synchronized Model defaultModel() {
    return models.values().iterator().next();
  }

  synchronized Collection<Model> all() {
    return List.copyOf(models.values());
  }

  private Optional<Model> findByCanonicalSlug(String slug) {
    return models.values().stream().filter(model -> model.canonicalSlug().equals(slug)).findFirst();
  }

  private static String withoutDynamicVariants(String id) {
    String base = id;
    for (String variant : DYNAMIC_VARIANTS) {
      if (base.endsWith(variant)) {
        base = base.substring(0, base.length() - variant.length());
      }
    }
    return base;
  }

  private static JsonNode builtIn() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Model model(JsonNode entry, JsonNode groups) {
    String id = entry.path("id").stringValue();
    return new Model(
        id,
        entry.path("slug").asString(id),
        entry.path("name").stringValue(),
        providers(entry.path("providers")),
        perToken(entry.path("prompt_per_million")),
        perToken(entry.path("completion_per_million")),
        entry.path("context").intValue(),
        entry.path("completion").intValue(),
        parameters(entry.path("parameters"), groups),
        entry.path("native_stop").stringValue());
  }

  private List<Provider> providers(JsonNode slugs) {
    List<Provider> named = new ArrayList<>();
    for (JsonNode slug : slugs) {
      named.add(Objects.requireNonNull(providers.get(slug.stringValue()), slug.stringValue()));
    }
    return List.copyOf(named);
  }

  private static BigDecimal perToken(JsonNode perMillion) {
    BigDecimal price = new BigDecimal(perMillion.stringValue()).movePointLeft(6);
    return price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
  }

  /** Each name is a group of parameters, or a parameter itself. */
  private static Set<String> parameters(JsonNode names, JsonNode groups) {
    Set<String> parameters = new TreeSet<>();
    for (JsonNode name : names) {
      JsonNode group = groups.path(name.stringValue());
      group.forEach(parameter -> parameters.add(parameter.stringValue()));
      if (group.isMissingNode()) {
        parameters.add(name.stringValue());
      }
    }
    return Set.copyOf(parameters);
  }
}
