package io.typedprompt.testing;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the API refuses about a chat completion request, apart from its messages, its provider
 * preferences, its formats and its tools, which have checks of their own. Unknown keys at the top
 * level pass: the API hands them to the provider.
 */
final class RequestChecks {
  static final int MAX_MODELS = 3;
  private static final int MAX_STOPS = 4;
  private static final int MAX_SESSION_ID = 256;
  private static final int MAX_METADATA = 16;
  private static final int MAX_METADATA_KEY = 64;
  private static final int MAX_METADATA_VALUE = 512;

  private static final List<String> EFFORTS =
      List.of("max", "xhigh", "high", "medium", "low", "minimal", "none");
  private static final List<String> SUMMARIES = List.of("auto", "concise", "detailed");
  private static final List<String> VERBOSITIES = List.of("low", "medium", "high", "xhigh", "max");
  private static final List<String> TIERS =
      List.of("auto", "default", "fast", "flex", "priority", "scale");
  private static final List<String> ROUTES = List.of("fallback", "sort");
  private static final List<String> MODALITIES = List.of("text", "image", "audio");
  private static final List<String> PLUGINS =
      List.of(
          "auto-router",
          "auto-beta-router",
          "moderation",
          "web",
          "web-fetch",
          "file-parser",
          "response-healing",
          "context-compression",
          "pareto-router",
          "fusion");

  private RequestChecks() {}

  /**
   * Passes if the API would take the request.
   *
   * @throws Rejection if it would not
   */
  static void check(JsonNode request) {
    Fields body = Fields.ofBody(request);
    body.notNull(
        "messages", "models", "stream", "session_id", "user", "metadata", "reasoning", "plugins");
    MessageChecks.check(body);
    checkModels(body);
    checkSampling(body);
    checkLogprobs(body);
    checkReasoning(body);
    checkAttribution(body);
    checkCaching(body);
    checkPlugins(body);
    ProviderChecks.check(body);
    FormatChecks.check(body);
    ToolChecks.check(body);
  }

  private static void checkModels(Fields body) {
    body.text("model");
    body.texts("models");
    if (body.array("models").size() > MAX_MODELS) {
      throw Rejection.badRequest("'models' array must have " + MAX_MODELS + " items or fewer.");
    }
    body.oneOf("route", ROUTES);
    body.bool("stream");
    Fields streamOptions = body.object("stream_options");
    if (streamOptions != null) {
      streamOptions.bool("include_usage");
    }
  }

  private static void checkSampling(Fields body) {
    body.number("temperature", 0, 2);
    body.number("top_p", 0, 1);
    body.integer("top_k", 0, Integer.MAX_VALUE);
    body.number("min_p", 0, 1);
    body.number("top_a", 0, 1);
    body.number("frequency_penalty", -2, 2);
    body.number("presence_penalty", -2, 2);
    body.number("repetition_penalty", 0, 2);
    body.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    body.integer("max_tokens", 1, Integer.MAX_VALUE);
    body.integer("max_completion_tokens", 1, Integer.MAX_VALUE);
    body.textsOneOf("modalities", MODALITIES);
    JsonNode stop = body.get("stop");
    if (stop != null && !stop.isString()) {
      body.array("stop", MAX_STOPS);
      body.texts("stop");
    }
    Fields bias = body.object("logit_bias");
    if (bias != null) {
      for (String token : bias.names()) {
        bias.require(token);
        bias.number(token, -100, 100);
      }
    }
  }

  private static void checkLogprobs(Fields body) {
    body.bool("logprobs");
    body.integer("top_logprobs", 0, 20);
    JsonNode logprobs = body.get("logprobs");
    if (body.get("top_logprobs") != null && (logprobs == null || !logprobs.booleanValue())) {
      throw Rejection.badRequest("'top_logprobs' is only allowed when 'logprobs' is enabled.");
    }
  }

  private static void checkReasoning(Fields body) {
    body.oneOf("reasoning_effort", EFFORTS);
    body.oneOf("verbosity", VERBOSITIES);
    body.bool("include_reasoning");
    Fields reasoning = body.object("reasoning");
    if (reasoning == null) {
      return;
    }
    reasoning.oneOf("effort", EFFORTS);
    reasoning.oneOf("summary", SUMMARIES);
    reasoning.integer("max_tokens", 1, Integer.MAX_VALUE);
    reasoning.bool("exclude");
    reasoning.bool("enabled");
    JsonNode effort = reasoning.get("effort");
    if (effort != null && reasoning.get("max_tokens") != null) {
      throw Rejection.badRequest(
          "Only one of \"reasoning.effort\" and \"reasoning.max_tokens\" can be specified");
    }
    JsonNode shorthand = body.get("reasoning_effort");
    if (effort != null && shorthand != null && !effort.equals(shorthand)) {
      throw Rejection.badRequest(
          "\"reasoning_effort\" and \"reasoning.effort\" cannot both be specified with different"
              + " values");
    }
  }

  private static void checkAttribution(Fields body) {
    body.text("user");
    body.text("session_id", MAX_SESSION_ID);
    body.oneOf("service_tier", TIERS);
    body.object("trace");
    Fields metadata = body.object("metadata");
    if (metadata == null) {
      return;
    }
    if (metadata.names().size() > MAX_METADATA) {
      throw Rejection.badRequest("Metadata can have at most " + MAX_METADATA + " key-value pairs");
    }
    for (String key : metadata.names()) {
      if (key.length() > MAX_METADATA_KEY) {
        throw Rejection.badRequest(
            "Metadata key '" + key + "' must be at most " + MAX_METADATA_KEY + " characters");
      }
      metadata.requireText(key);
      metadata.text(key, MAX_METADATA_VALUE);
    }
  }

  private static void checkCaching(Fields body) {
    MessageChecks.checkCacheControl(body);
    body.text("prompt_cache_key");
    Fields options = body.object("prompt_cache_options");
    if (options != null) {
      options.requireOneOf("mode", List.of("explicit"));
      options.text("ttl");
    }
    Fields prediction = body.object("prediction");
    if (prediction != null) {
      prediction.requireOneOf("type", List.of("content"));
      prediction.require("content");
    }
  }

  private static void checkPlugins(Fields body) {
    for (Fields plugin : body.objects("plugins")) {
      String id = plugin.requireOneOf("id", PLUGINS);
      plugin.bool("enabled");
      switch (id) {
        case "context-compression" -> plugin.oneOf("engine", List.of("middle-out"));
        case "file-parser" -> checkFileParser(plugin);
        case "web" -> {
          plugin.integer("max_results", 1, 25);
          plugin.text("search_prompt");
        }
        default -> {
          // Nothing else is checked about the other plugins.
        }
      }
    }
  }

  private static void checkFileParser(Fields plugin) {
    Fields pdf = plugin.object("pdf");
    if (pdf != null) {
      pdf.oneOf("engine", List.of("mistral-ocr", "cloudflare-ai", "native", "pdf-text"));
    }
  }
}
