package io.typedprompt.internal.options;

import static io.typedprompt.internal.options.Limits.NONE;
import static io.typedprompt.internal.options.Limits.atLeast;
import static io.typedprompt.internal.options.Limits.between;

import org.jspecify.annotations.Nullable;

/**
 * Every option there is: its name, where it goes, the numbers that it takes and the options that it
 * contradicts. Names and limits are those of the annotations. The order here is the order in which
 * options are listed and sent.
 */
@SuppressWarnings("ImmutableEnumChecker") // Limits is immutable, but has no annotation to say so.
public enum Option {
  MODELS("models", Place.SHAPED, "models", NONE),
  ROUTE("route", Place.BODY, "route", NONE, "provider.partition"),
  TRANSFORMS("transforms", Place.SHAPED, "transforms", NONE),

  PROVIDER_ORDER("provider.order", Place.PROVIDER, "order", NONE),
  PROVIDER_ONLY("provider.only", Place.PROVIDER, "only", NONE),
  PROVIDER_IGNORE("provider.ignore", Place.PROVIDER, "ignore", NONE),
  PROVIDER_ALLOW_FALLBACKS("provider.allowFallbacks", Place.PROVIDER, "allow_fallbacks", NONE),
  PROVIDER_REQUIRE_PARAMETERS(
      "provider.requireParameters", Place.PROVIDER, "require_parameters", NONE),
  PROVIDER_DATA_COLLECTION("provider.dataCollection", Place.PROVIDER, "data_collection", NONE),
  PROVIDER_ZDR("provider.zdr", Place.PROVIDER, "zdr", NONE),
  PROVIDER_ENFORCE_DISTILLABLE_TEXT(
      "provider.enforceDistillableText", Place.PROVIDER, "enforce_distillable_text", NONE),
  PROVIDER_QUANTIZATIONS("provider.quantizations", Place.PROVIDER, "quantizations", NONE),
  PROVIDER_SORT("provider.sort", Place.SHAPED, "sort", NONE),
  PROVIDER_PARTITION("provider.partition", Place.SHAPED, "partition", NONE, "route"),
  PROVIDER_PREFERRED_MIN_THROUGHPUT(
      "provider.preferredMinThroughput", Place.SHAPED, "preferred_min_throughput", atLeast(0)),
  PROVIDER_PREFERRED_MAX_LATENCY(
      "provider.preferredMaxLatency", Place.SHAPED, "preferred_max_latency", atLeast(0)),
  MIN_THROUGHPUT_P75(
      "provider.minThroughputPercentiles.p75", Place.MIN_THROUGHPUT, "p75", atLeast(0)),
  MIN_THROUGHPUT_P90(
      "provider.minThroughputPercentiles.p90", Place.MIN_THROUGHPUT, "p90", atLeast(0)),
  MIN_THROUGHPUT_P99(
      "provider.minThroughputPercentiles.p99", Place.MIN_THROUGHPUT, "p99", atLeast(0)),
  MAX_LATENCY_P75("provider.maxLatencyPercentiles.p75", Place.MAX_LATENCY, "p75", atLeast(0)),
  MAX_LATENCY_P90("provider.maxLatencyPercentiles.p90", Place.MAX_LATENCY, "p90", atLeast(0)),
  MAX_LATENCY_P99("provider.maxLatencyPercentiles.p99", Place.MAX_LATENCY, "p99", atLeast(0)),
  MAX_PRICE_PROMPT("provider.maxPrice.prompt", Place.MAX_PRICE, "prompt", atLeast(0)),
  MAX_PRICE_COMPLETION("provider.maxPrice.completion", Place.MAX_PRICE, "completion", atLeast(0)),
  MAX_PRICE_REQUEST("provider.maxPrice.request", Place.MAX_PRICE, "request", atLeast(0)),
  MAX_PRICE_IMAGE("provider.maxPrice.image", Place.MAX_PRICE, "image", atLeast(0)),
  MAX_PRICE_AUDIO("provider.maxPrice.audio", Place.MAX_PRICE, "audio", atLeast(0)),

  TEMPERATURE("temperature", Place.BODY, "temperature", between(0, 2)),
  TOP_P("topP", Place.BODY, "top_p", between(0, 1)),
  TOP_K("topK", Place.BODY, "top_k", atLeast(0)),
  MIN_P("minP", Place.BODY, "min_p", between(0, 1)),
  TOP_A("topA", Place.BODY, "top_a", between(0, 1)),
  REPETITION_PENALTY("repetitionPenalty", Place.BODY, "repetition_penalty", between(0, 2)),
  FREQUENCY_PENALTY("frequencyPenalty", Place.BODY, "frequency_penalty", between(-2, 2)),
  PRESENCE_PENALTY("presencePenalty", Place.BODY, "presence_penalty", between(-2, 2)),
  SEED("seed", Place.BODY, "seed", NONE),
  MAX_TOKENS("maxTokens", Place.BODY, "max_tokens", atLeast(1), "maxCompletionTokens"),
  MAX_COMPLETION_TOKENS(
      "maxCompletionTokens", Place.BODY, "max_completion_tokens", atLeast(1), "maxTokens"),
  STOP("stop", Place.BODY, "stop", NONE),
  LOGPROBS("logprobs", Place.SHAPED, "logprobs", NONE, "topLogprobs"),
  TOP_LOGPROBS("topLogprobs", Place.BODY, "top_logprobs", between(0, 20), Option.LOGPROBS_OFF),
  LOGIT_BIAS("logitBias", Place.BODY, "logit_bias", between(-100, 100)),

  REASONING_EFFORT("reasoning.effort", Place.REASONING, "effort", NONE, "reasoning.maxTokens"),
  REASONING_MAX_TOKENS(
      "reasoning.maxTokens", Place.REASONING, "max_tokens", atLeast(1), "reasoning.effort"),
  REASONING_EXCLUDE("reasoning.exclude", Place.REASONING, "exclude", NONE),
  REASONING_ENABLED("reasoning.enabled", Place.REASONING, "enabled", NONE),
  REASONING_SUMMARY("reasoning.summary", Place.REASONING, "summary", NONE),
  REASONING_CONTEXT("reasoning.context", Place.REASONING, "context", NONE),
  REASONING_MODE("reasoning.mode", Place.REASONING, "mode", NONE),

  VERBOSITY("verbosity", Place.BODY, "verbosity", NONE),
  PREDICTION("prediction", Place.SHAPED, "prediction", NONE),
  MODALITIES("modalities", Place.BODY, "modalities", NONE),
  IMAGE_CONFIG_ASPECT_RATIO("imageConfig.aspectRatio", Place.IMAGE_CONFIG, "aspect_ratio", NONE),
  IMAGE_CONFIG_IMAGE_SIZE("imageConfig.imageSize", Place.IMAGE_CONFIG, "image_size", NONE),
  IMAGE_CONFIG_JSON("imageConfig.json", Place.SHAPED, "image_config", NONE),
  AUDIO_VOICE("audio.voice", Place.AUDIO, "voice", NONE),
  AUDIO_FORMAT("audio.format", Place.AUDIO, "format", NONE),
  PLUGINS("plugins", Place.SHAPED, "plugins", NONE),
  SERVER_TOOLS("serverTools", Place.SHAPED, "tools", NONE),
  TOOL_CHOICE("toolChoice", Place.SHAPED, "tool_choice", NONE),
  PARALLEL_TOOL_CALLS("parallelToolCalls", Place.SHAPED, "parallel_tool_calls", NONE),
  PRESET("preset", Place.BODY, "preset", NONE),
  SERVICE_TIER("serviceTier", Place.BODY, "service_tier", NONE),
  USER("user", Place.BODY, "user", NONE),
  SESSION_ID("sessionId", Place.BODY, "session_id", NONE),
  PROMPT_CACHE_KEY("promptCacheKey", Place.BODY, "prompt_cache_key", NONE),
  PROMPT_CACHE_MODE("promptCacheOptions.mode", Place.PROMPT_CACHE, "mode", NONE),
  PROMPT_CACHE_TTL("promptCacheOptions.ttl", Place.PROMPT_CACHE, "ttl", NONE),
  CACHE_SYSTEM("cacheControl.system", Place.MESSAGE, "cache_control", NONE),
  CACHE_EXAMPLES("cacheControl.examples", Place.MESSAGE, "cache_control", NONE),
  CACHE_USER("cacheControl.user", Place.MESSAGE, "cache_control", NONE),
  CACHE_AUTOMATIC("cacheControl.automatic", Place.SHAPED, "cache_control", NONE),
  METADATA("metadata", Place.BODY, "metadata", NONE),
  TRACE_ID("trace.traceId", Place.TRACE, "trace_id", NONE),
  TRACE_NAME("trace.traceName", Place.TRACE, "trace_name", NONE),
  TRACE_SPAN_NAME("trace.spanName", Place.TRACE, "span_name", NONE),
  TRACE_GENERATION_NAME("trace.generationName", Place.TRACE, "generation_name", NONE),
  TRACE_PARENT_SPAN_ID("trace.parentSpanId", Place.TRACE, "parent_span_id", NONE),
  TRACE_METADATA("trace.metadata", Place.SHAPED, "trace", NONE),

  APP_REFERER("appReferer", Place.HEADER, "HTTP-Referer", NONE),
  APP_TITLE("appTitle", Place.HEADER, "X-OpenRouter-Title", NONE),
  APP_CATEGORIES("appCategories", Place.HEADER, "X-OpenRouter-Categories", NONE),
  RESPONSE_CACHE("responseCache", Place.HEADER, "X-OpenRouter-Cache", NONE),
  RESPONSE_CACHE_TTL_SECONDS(
      "responseCacheTtlSeconds", Place.HEADER, "X-OpenRouter-Cache-TTL", between(1, 86_400)),
  RESPONSE_CACHE_CLEAR("responseCacheClear", Place.HEADER, "X-OpenRouter-Cache-Clear", NONE),
  ROUTER_METADATA("routerMetadata", Place.HEADER, "X-OpenRouter-Metadata", NONE),

  STRUCTURED_OUTPUT("structuredOutput", Place.NOT_SENT, "", NONE),
  MAX_ATTEMPTS("maxAttempts", Place.NOT_SENT, "", atLeast(1)),
  STRICT("strict", Place.NOT_SENT, "", NONE),
  ROUND_INTEGERS("roundIntegers", Place.NOT_SENT, "", NONE),
  TIMEOUT_SECONDS("timeoutSeconds", Place.NOT_SENT, "", atLeast(0.001)),
  MAX_COST("maxCost", Place.NOT_SENT, "", atLeast(0)),
  MAX_TOOL_ROUNDS("maxToolRounds", Place.NOT_SENT, "", atLeast(1));

  /** Where an option goes. */
  public enum Place {
    /** A field of the body that holds the value as it is. */
    BODY,
    /** A part of the body whose form depends on more than the value. */
    SHAPED,
    /** A member of the body's {@code provider} object. */
    PROVIDER,
    /** A member of the {@code preferred_min_throughput} object in the {@code provider} object. */
    MIN_THROUGHPUT,
    /** A member of the {@code preferred_max_latency} object in the {@code provider} object. */
    MAX_LATENCY,
    /** A member of the {@code max_price} object in the {@code provider} object. */
    MAX_PRICE,
    /** A member of the body's {@code reasoning} object. */
    REASONING,
    /** A member of the body's {@code image_config} object. */
    IMAGE_CONFIG,
    /** A member of the body's {@code audio} object. */
    AUDIO,
    /** A member of the body's {@code prompt_cache_options} object. */
    PROMPT_CACHE,
    /** A member of the body's {@code trace} object. */
    TRACE,
    /** A part of one of the messages. */
    MESSAGE,
    /** A header. */
    HEADER,
    /** Nowhere: it tells this client what to do. */
    NOT_SENT
  }

  /** The half of {@link #LOGPROBS} that contradicts {@link #TOP_LOGPROBS}. */
  static final String LOGPROBS_OFF = "logprobs=false";

  private static final Option[] ALL = values();

  private final String optionName;
  private final Place place;
  private final String wireName;
  private final Limits limits;
  private final @Nullable String exclusiveWith;

  Option(String optionName, Place place, String wireName, Limits limits) {
    this(optionName, place, wireName, limits, null);
  }

  Option(
      String optionName,
      Place place,
      String wireName,
      Limits limits,
      @Nullable String exclusiveWith) {
    this.optionName = optionName;
    this.place = place;
    this.wireName = wireName;
    this.limits = limits;
    this.exclusiveWith = exclusiveWith;
  }

  /** The option of this name, or null. */
  public static @Nullable Option named(String optionName) {
    for (Option option : ALL) {
      if (option.optionName.equals(optionName)) {
        return option;
      }
    }
    return null;
  }

  /** The name in annotations and in {@code unset}, such as {@code "provider.maxPrice.prompt"}. */
  public String optionName() {
    return optionName;
  }

  /** Where it goes. */
  public Place place() {
    return place;
  }

  /** The name of the field or header, without the objects around it; empty if it is not sent. */
  public String wireName() {
    return wireName;
  }

  /** Returns the value if it is within the option's limits; throws otherwise. */
  public <N extends Number> N check(N value) {
    return limits.check(optionName, value);
  }

  /** Whether the model's endpoint must know it, or else it has no effect. */
  public boolean isModelParameter() {
    return switch (this) {
      case TEMPERATURE,
          TOP_P,
          TOP_K,
          MIN_P,
          TOP_A,
          REPETITION_PENALTY,
          FREQUENCY_PENALTY,
          PRESENCE_PENALTY,
          SEED,
          MAX_TOKENS,
          MAX_COMPLETION_TOKENS,
          STOP,
          LOGPROBS,
          TOP_LOGPROBS,
          LOGIT_BIAS,
          REASONING_EFFORT,
          REASONING_MAX_TOKENS,
          REASONING_EXCLUDE,
          REASONING_ENABLED,
          REASONING_SUMMARY,
          REASONING_CONTEXT,
          REASONING_MODE,
          VERBOSITY,
          PREDICTION,
          TOOL_CHOICE,
          PARALLEL_TOOL_CALLS ->
          true;
      default -> false;
    };
  }

  Limits limits() {
    return limits;
  }

  /** What this option, with this value, removes from lower levels, if anything. */
  @Nullable String excludes(@Nullable Object value) {
    return this == LOGPROBS && !Boolean.FALSE.equals(value) ? null : exclusiveWith;
  }
}
