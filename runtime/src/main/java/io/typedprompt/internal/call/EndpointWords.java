package io.typedprompt.internal.call;

import io.typedprompt.internal.response.ApiError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains a 404: hardly ever an unknown address, but the filters of the request and of the account
 * that together left no endpoint.
 */
final class EndpointWords {
  private static final int MAX_MODELS = 5;

  private EndpointWords() {}

  static String of(ApiError error, List<String> sent) {
    ApiError.Availability availability = error.availability();
    StringBuilder advice = new StringBuilder();
    if (availability == null) {
      advice.append("Options and account settings together exclude every endpoint of the models.");
    } else {
      advice.append(excluded(availability));
    }
    if (!sent.isEmpty()) {
      advice.append(" The request had these options: ").append(String.join(", ", sent)).append('.');
    }
    if (sent.contains("response_format") || sent.contains("tool_choice")) {
      advice.append(" A model that cannot be held to a schema needs structuredOutput = PROMPT.");
    }
    return availability == null ? advice.toString() : advice + fallbacks(availability);
  }

  private static String excluded(ApiError.Availability availability) {
    List<String> causes = new ArrayList<>();
    for (String cause : availability.excludedBy()) {
      causes.add(cause(cause));
    }
    String constraint = availability.constraint();
    if (causes.isEmpty()) {
      String reason = reason(availability.code());
      return constraint == null ? reason : reason + " " + sentence(constraint);
    }
    String by = "Every endpoint is excluded by " + String.join("; and by ", causes) + ".";
    return constraint == null ? by : by + " " + sentence(constraint);
  }

  private static String cause(String cause) {
    return switch (cause) {
      case "require_parameters" ->
          "require_parameters (an endpoint must know every option that is sent: leave out the ones"
              + " that the model does not know, or set provider.requireParameters = false)";
      case "max_price" -> "max_price (raise provider.maxPrice)";
      case "quantization" -> "quantization (widen provider.quantizations)";
      case "context_length" ->
          "context_length (shorten the prompt, lower maxTokens, or use a model that takes more)";
      case "allowed_providers" ->
          "allowed_providers (provider.only, provider.ignore, or the account's list)";
      case "data_policy:zdr" -> "data_policy:zdr (provider.zdr, or the account's privacy settings)";
      case "data_policy:training" ->
          "data_policy:training (provider.dataCollection, or the account's privacy settings)";
      case "geo" -> "geo (your region)";
      case "data_region" -> "data_region (the region that data may go to)";
      default -> cause;
    };
  }

  private static String reason(@Nullable String code) {
    if (code == null) {
      return "Options and account settings together exclude every endpoint of the models.";
    }
    return switch (code) {
      case "model_deprecated" -> "The model is no longer offered.";
      case "free_variant_ended" -> "The free variant of the model is no longer offered.";
      case "privacy_restricted" -> "The account's privacy settings exclude every endpoint.";
      default -> "OpenRouter calls this " + code + ".";
    };
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** Models that the server offers instead. */
  static String fallbacks(ApiError.Availability availability) {
    List<String> models = availability.fallbackModels();
    if (models.isEmpty()) {
      return "";
    }
    List<String> some = models.subList(0, Math.min(MAX_MODELS, models.size()));
    return " Models that could answer: " + String.join(", ", some) + ".";
  }
}
