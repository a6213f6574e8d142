package com.example.options;

import io.typedprompt.CacheControlOptions;
import io.typedprompt.ImageConfigOptions;
import io.typedprompt.MaxPriceOptions;
import io.typedprompt.PercentileOptions;
import io.typedprompt.PluginOptions;
import io.typedprompt.PromptCacheOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.ServerToolOptions;
import io.typedprompt.TraceOptions;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.Transform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Valid options at random, and beside them the body that they must give. */
final class RandomOptions {
  private static final List<String> MODELS =
      List.of("openai/gpt-4o-mini", "vendor/a:free", "~vendor/b-latest", "openrouter/auto");
  private static final List<String> PROVIDERS =
      List.of("together", "fireworks", "azure", "google-vertex/us-east5");
  private static final List<String> TEXTS =
      List.of("END", "\n\n", "</answer>", "\"quoted\"", "Grüße", "\uD83D\uDE00", "a\\b\tc");

  private final Random random;
  private final PromptOptions.Builder options = PromptOptions.builder();
  private final ObjectNode body = new JsonMapper().createObjectNode();

  RandomOptions(long seed) {
    random = new Random(seed);
    routing();
    sampling();
    output();
    reasoning();
    boolean partition = routeOrPartition();
    provider(partition);
    plugins();
    serverTools();
    account();
    caching();
    traces();
  }

  PromptOptions options() {
    return options.build();
  }

  /** What is sent, without the messages. */
  ObjectNode body() {
    return body;
  }

  private void routing() {
    if (maybe()) {
      List<String> models = some(MODELS, 3);
      options.models(array(models));
      if (models.size() == 1) {
        body.put("model", models.get(0));
      } else {
        put(body, "models", models);
      }
    }
    if (maybe()) {
      options.preset("desk");
      body.put("preset", "desk");
    }
    if (maybe()) {
      String tier = one("auto", "default", "flex", "priority", "fast", "scale");
      options.serviceTier(tier);
      body.put("service_tier", tier);
    }
  }

  private void sampling() {
    number("temperature", 0, 2, options::temperature);
    number("top_p", 0, 1, options::topP);
    integer("top_k", 0, 1000, options::topK);
    number("min_p", 0, 1, options::minP);
    number("top_a", 0, 1, options::topA);
    number("repetition_penalty", 0, 2, options::repetitionPenalty);
    number("frequency_penalty", -2, 2, options::frequencyPenalty);
    number("presence_penalty", -2, 2, options::presencePenalty);
    if (maybe()) {
      long seed = random.nextLong();
      options.seed(seed);
      body.put("seed", seed);
    }
    if (maybe()) {
      ObjectNode biases = body.putObject("logit_bias");
      for (int token : List.of(7, 50_256)) {
        double bias = decimal(-100, 100);
        options.logitBias(token, bias);
        biases.put(String.valueOf(token), bias);
      }
    }
  }

  private void output() {
    if (maybe()) {
      integer("max_tokens", 1, 100_000, options::maxTokens);
    } else {
      integer("max_completion_tokens", 1, 100_000, options::maxCompletionTokens);
    }
    if (maybe()) {
      List<String> stop = some(TEXTS, 4);
      options.stop(array(stop));
      put(body, "stop", stop);
    }
    if (maybe()) {
      options.topLogprobs(3);
      body.put("top_logprobs", 3).put("logprobs", true);
    } else if (maybe()) {
      boolean logprobs = maybe();
      options.logprobs(logprobs);
      body.put("logprobs", logprobs);
    }
    if (maybe()) {
      String verbosity = one("low", "medium", "high", "xhigh", "max");
      options.verbosity(verbosity);
      body.put("verbosity", verbosity);
    }
    if (maybe()) {
      List<String> modalities = some(List.of("text", "image"), 2);
      options.modalities(array(modalities));
      put(body, "modalities", modalities);
    }
    if (maybe()) {
      options.imageConfig(
          ImageConfigOptions.builder().aspectRatio("4:3").json("{\"strength\":0.5}").build());
      body.putObject("image_config").put("aspect_ratio", "4:3").put("strength", 0.5);
    }
  }

  private void reasoning() {
    ReasoningOptions.Builder reasoning = ReasoningOptions.builder();
    ObjectNode object = body.objectNode();
    if (maybe()) {
      String effort = one("max", "xhigh", "high", "medium", "low", "minimal", "none");
      reasoning.effort(effort);
      object.put("effort", effort);
    } else if (maybe()) {
      reasoning.maxTokens(2000);
      object.put("max_tokens", 2000);
    }
    if (maybe()) {
      reasoning.exclude(true).enabled(true);
      object.put("exclude", true).put("enabled", true);
    }
    if (maybe()) {
      String summary = one("auto", "concise", "detailed");
      reasoning.summary(summary);
      object.put("summary", summary);
    }
    if (maybe()) {
      reasoning.context("auto").mode("standard");
      object.put("context", "auto").put("mode", "standard");
    }
    options.reasoning(reasoning.build());
    putUnlessEmpty(body, "reasoning", object);
  }

  /** Whether it is the partition that may be set. */
  private boolean routeOrPartition() {
    if (maybe()) {
      return true;
    }
    Route route = maybe() ? Route.FALLBACK : Route.SORT;
    options.route(route);
    body.put("route", route == Route.SORT ? "sort" : "fallback");
    return false;
  }

  private void provider(boolean partition) {
    ProviderOptions.Builder provider = ProviderOptions.builder();
    ObjectNode object = body.objectNode();
    if (maybe()) {
      List<String> order = some(PROVIDERS, 4);
      provider.order(array(order));
      put(object, "order", order);
    }
    if (maybe()) {
      List<String> only = some(PROVIDERS, 4);
      provider.only(array(only)).ignore("deepinfra");
      put(object, "only", only);
      put(object, "ignore", List.of("deepinfra"));
    }
    if (maybe()) {
      boolean yes = maybe();
      provider.allowFallbacks(yes).requireParameters(yes).zdr(yes).enforceDistillableText(yes);
      object.put("allow_fallbacks", yes).put("require_parameters", yes);
      object.put("zdr", yes).put("enforce_distillable_text", yes);
    }
    if (maybe()) {
      List<String> quantizations = some(List.of("int4", "fp8", "bf16", "mxfp4", "unknown"), 5);
      provider.dataCollection("deny").quantizations(array(quantizations));
      object.put("data_collection", "deny");
      put(object, "quantizations", quantizations);
    }
    sort(provider, object, partition);
    cutoffs(provider, object);
    maxPrice(provider, object);
    options.provider(provider.build());
    putUnlessEmpty(body, "provider", object);
  }

  private void cutoffs(ProviderOptions.Builder provider, ObjectNode object) {
    boolean median = maybe();
    if (median) {
      provider.preferredMinThroughput(12.5).preferredMaxLatency(0.75);
      object.put("preferred_min_throughput", 12.5).put("preferred_max_latency", 0.75);
    }
    if (maybe()) {
      double cutoff = decimal(0, 100);
      provider.minThroughputPercentiles(PercentileOptions.builder().p75(cutoff).build());
      provider.maxLatencyPercentiles(PercentileOptions.builder().p90(cutoff).p99(1).build());
      ObjectNode throughput = object.putObject("preferred_min_throughput");
      ObjectNode latency = object.putObject("preferred_max_latency");
      if (median) {
        throughput.put("p50", 12.5);
        latency.put("p50", 0.75);
      }
      throughput.put("p75", cutoff);
      latency.put("p90", cutoff).put("p99", 1.0);
    }
  }

  private void sort(ProviderOptions.Builder provider, ObjectNode object, boolean partition) {
    String sort = one("price", "throughput", "latency", "exacto");
    boolean sorted = maybe();
    if (sorted) {
      provider.sort(sort);
      object.put("sort", sort);
    }
    if (partition && maybe()) {
      provider.partition("none");
      ObjectNode config = object.putObject("sort");
      if (sorted) {
        config.put("by", sort);
      }
      config.put("partition", "none");
    }
  }

  private void maxPrice(ProviderOptions.Builder provider, ObjectNode object) {
    MaxPriceOptions.Builder prices = MaxPriceOptions.builder();
    ObjectNode written = body.objectNode();
    if (maybe()) {
      double price = decimal(0, 20);
      prices.prompt(price).completion(price).request(price).image(price).audio(price);
      String text = BigDecimal.valueOf(price).stripTrailingZeros().toPlainString();
      for (String kind : List.of("prompt", "completion", "request", "image", "audio")) {
        written.put(kind, text);
      }
    }
    provider.maxPrice(prices.build());
    putUnlessEmpty(object, "max_price", written);
  }

  private void plugins() {
    ArrayNode plugins = body.arrayNode();
    if (maybe()) {
      options.plugins(
          PluginOptions.of("web", "{\"max_results\": 3, \"engine\": \"exa\"}"),
          PluginOptions.of("file-parser"));
      plugins.addObject().put("id", "web").put("max_results", 3).put("engine", "exa");
      plugins.addObject().put("id", "file-parser");
    }
    if (maybe()) {
      options.transforms(Transform.MIDDLE_OUT);
      plugins.addObject().put("id", "context-compression");
    } else if (maybe()) {
      options.transforms();
      plugins.addObject().put("id", "context-compression").put("enabled", false);
    }
    if (!plugins.isEmpty()) {
      body.set("plugins", plugins);
    }
  }

  private void serverTools() {
    boolean tools = maybe();
    if (tools) {
      options.serverTools(
          ServerToolOptions.of(
              "openrouter:web_search", "{\"max_results\": 3, \"engine\": \"exa\"}"),
          ServerToolOptions.of("openrouter:datetime"));
      ArrayNode written = body.putArray("tools");
      ObjectNode search = written.addObject().put("type", "openrouter:web_search");
      search.putObject("parameters").put("max_results", 3).put("engine", "exa");
      written.addObject().put("type", "openrouter:datetime");
    }
    if (maybe()) {
      options.toolChoice("auto").parallelToolCalls(false);
      if (tools) { // The API knows no choice among no tools.
        body.put("tool_choice", "auto").put("parallel_tool_calls", false);
      }
    }
  }

  private void account() {
    if (maybe()) {
      options.user("user-1").sessionId("session-1").promptCacheKey("key-1");
      body.put("user", "user-1").put("session_id", "session-1").put("prompt_cache_key", "key-1");
    }
    if (maybe()) {
      ObjectNode metadata = body.putObject("metadata");
      for (String text : some(TEXTS, 7)) {
        options.metadata("key " + text, text);
        metadata.put("key " + text, text);
      }
    }
    if (maybe()) {
      options.appReferer("https://x.example").appTitle("X").maxAttempts(1).maxCost(1);
    }
  }

  private void caching() {
    if (maybe()) {
      options.cacheControl(CacheControlOptions.builder().automatic("1h").build());
      body.putObject("cache_control").put("type", "ephemeral").put("ttl", "1h");
    }
    if (maybe()) {
      options.promptCacheOptions(PromptCacheOptions.builder().ttl("30m").build());
      body.putObject("prompt_cache_options").put("mode", "explicit").put("ttl", "30m");
    }
    if (maybe()) {
      String text = one(array(TEXTS)) + "!";
      options.prediction(text).responseCache(true).routerMetadata(true);
      body.putObject("prediction").put("type", "content").put("content", text);
    }
  }

  private void traces() {
    TraceOptions.Builder trace = TraceOptions.builder();
    ObjectNode object = body.objectNode();
    if (maybe()) {
      trace.traceId("t").traceName("n").spanName("s").generationName("g").parentSpanId("p");
      object.put("trace_id", "t").put("trace_name", "n").put("span_name", "s");
      object.put("generation_name", "g").put("parent_span_id", "p");
    }
    if (maybe()) {
      trace.metadata("own", Map.of("deep", List.of(1, true)));
      object.putObject("own").putArray("deep").add(1).add(true);
    }
    options.trace(trace.build());
    putUnlessEmpty(body, "trace", object);
  }

  private void number(String field, double min, double max, DoubleFunction<?> option) {
    if (maybe()) {
      double value = decimal(min, max);
      option.apply(value);
      body.put(field, value);
    }
  }

  private void integer(String field, int min, int max, IntFunction<?> option) {
    if (maybe()) {
      int value = min + random.nextInt(max - min + 1);
      option.apply(value);
      body.put(field, value);
    }
  }

  private boolean maybe() {
    return random.nextInt(3) == 0;
  }

  /** A number with few digits, the ends included. */
  private double decimal(double min, double max) {
    return switch (random.nextInt(5)) {
      case 0 -> min;
      case 1 -> max;
      default -> Math.round((min + random.nextDouble() * (max - min)) * 1000) / 1000.0;
    };
  }

  private String one(String... values) {
    return values[random.nextInt(values.length)];
  }

  /** At least one, at most so many. */
  private List<String> some(List<String> values, int most) {
    List<String> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(Math.min(most, values.size())));
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }

  private static void put(ObjectNode object, String name, List<String> values) {
    ArrayNode array = object.putArray(name);
    values.forEach(array::add);
  }

  private static void putUnlessEmpty(ObjectNode object, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      object.set(name, value);
    }
  }
}
