package io.typedprompt;

import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.Transform;
import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.HeaderChecks;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import io.typedprompt.internal.options.Pairs;
import io.typedprompt.internal.options.TextChecks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of a call: the same ones under the same names as the members of {@link
 * io.typedprompt.annotations.OpenRouterPrompt}, which says what each of them does, and some open
 * ones. Only options that are set are sent.
 *
 * <pre>{@code
 * PromptOptions.builder().models("openai/gpt-4o-mini").temperature(0.2).build()
 * }</pre>
 *
 * <p>Passed to a prompt's method they come before those of its annotations; given to the client as
 * its defaults they come after them. Immutable.
 */
public final class PromptOptions {
  private final OptionSet set;

  private PromptOptions(OptionSet set) {
    this.set = set;
  }

  /** A builder without options. */
  public static Builder builder() {
    return new Builder(new OptionSetBuilder());
  }

  /** A builder that starts with these options. */
  public Builder toBuilder() {
    return new Builder(set.toBuilder());
  }

  /**
   * These options over those of a lower level, option by option: also the members of {@code
   * provider} and {@code reasoning} one by one, while an array replaces the other as a whole, and
   * so do {@code metadata} and {@code logitBias}. An option that contradicts one of the lower level
   * drops it, and what is unset here is not taken from there, nor from a level below that one.
   */
  public PromptOptions withDefaults(PromptOptions lower) {
    return new PromptOptions(set.over(lower.set));
  }

  /**
   * The options that are set, by the names that {@link Builder#unset} takes, such as {@code
   * "temperature"} or {@code "provider.order"}. Unmodifiable; an extra body field may be null.
   */
  public Map<String, @Nullable Object> toMap() {
    return set.values();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PromptOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  /** The options by name, for people; the values of extra headers are left out. */
  @Override
  public String toString() {
    return "PromptOptions" + set;
  }

  /**
   * Collects options. Each method sets the option of its name, over what an earlier call set, and
   * throws {@link IllegalArgumentException} if the value is not allowed; {@link
   * io.typedprompt.annotations.OpenRouterPrompt} says what the options mean.
   */
  public static final class Builder {
    private final OptionSetBuilder set;

    private Builder(OptionSetBuilder set) {
      this.set = set;
    }

    /** The models to ask: the first, then its fallbacks; 1 to 3. */
    public Builder models(String... models) {
      List<String> checked = TextChecks.notBlank("models", models);
      if (checked.isEmpty()) {
        throw new IllegalArgumentException(
            "models is empty: to take none from a lower level, use unset(\"models\")");
      }
      TextChecks.count(3, "models", checked.size());
      TextChecks.noDuplicates("models", checked);
      return value(Option.MODELS, checked);
    }

    /** How to walk through several models. Excludes {@code provider.partition}. */
    public Builder route(Route route) {
      return value(Option.ROUTE, route);
    }

    /** What may be done to a prompt that is too long; nothing if there is none. */
    public Builder transforms(Transform... transforms) {
      return value(Option.TRANSFORMS, List.of(transforms));
    }

    /** Which providers may serve the prompt: those members that are set there. */
    public Builder provider(ProviderOptions provider) {
      set.all(provider.set());
      return this;
    }

    /** Randomness, 0 to 2. */
    public Builder temperature(double temperature) {
      return number(Option.TEMPERATURE, temperature);
    }

    /** The share of likely tokens, 0 to 1. */
    public Builder topP(double topP) {
      return number(Option.TOP_P, topP);
    }

    /** The number of likely tokens; 0 is off. */
    public Builder topK(int topK) {
      return number(Option.TOP_K, topK);
    }

    /** The least likelihood relative to the likeliest token, 0 to 1. */
    public Builder minP(double minP) {
      return number(Option.MIN_P, minP);
    }

    /** The least likelihood relative to the likeliest token squared, 0 to 1. */
    public Builder topA(double topA) {
      return number(Option.TOP_A, topA);
    }

    /** Against repetition, 0 to 2; 1 is off. */
    public Builder repetitionPenalty(double repetitionPenalty) {
      return number(Option.REPETITION_PENALTY, repetitionPenalty);
    }

    /** Against frequent tokens, -2 to 2; 0 is off. */
    public Builder frequencyPenalty(double frequencyPenalty) {
      return number(Option.FREQUENCY_PENALTY, frequencyPenalty);
    }

    /** Against tokens that have occurred, -2 to 2; 0 is off. */
    public Builder presencePenalty(double presencePenalty) {
      return number(Option.PRESENCE_PENALTY, presencePenalty);
    }

    /** The same seed gives the same answer, where the provider can. */
    public Builder seed(long seed) {
      return number(Option.SEED, seed);
    }

    /** The most tokens of the answer, 1 or more. Excludes {@code maxCompletionTokens}. */
    public Builder maxTokens(int maxTokens) {
      return number(Option.MAX_TOKENS, maxTokens);
    }

    /** The same limit under the API's newer name. Excludes {@code maxTokens}. */
    public Builder maxCompletionTokens(int maxCompletionTokens) {
      return number(Option.MAX_COMPLETION_TOKENS, maxCompletionTokens);
    }

    /** Texts at which the answer ends, at most 4. */
    public Builder stop(String... stop) {
      TextChecks.count(4, "stop", stop.length);
      return value(Option.STOP, TextChecks.notEmpty("stop", stop));
    }

    /** Whether tokens are returned with their probabilities; false excludes topLogprobs. */
    public Builder logprobs(boolean logprobs) {
      return value(Option.LOGPROBS, logprobs);
    }

    /** How many likely tokens are returned at each place, 0 to 20; implies logprobs. */
    public Builder topLogprobs(int topLogprobs) {
      return number(Option.TOP_LOGPROBS, topLogprobs);
    }

    /** Adds a bias, -100 to 100, for a token, 0 or more. */
    public Builder logitBias(int token, double bias) {
      return value(Option.LOGIT_BIAS, Pairs.logitBias(set.get(Option.LOGIT_BIAS), token, bias));
    }

    /** How a reasoning model thinks: those members that are set there. */
    public Builder reasoning(ReasoningOptions reasoning) {
      set.all(reasoning.set());
      return this;
    }

    /** How long the answer should be, see {@link io.typedprompt.annotations.Verbosity}. */
    public Builder verbosity(String verbosity) {
      return text(Option.VERBOSITY, verbosity);
    }

    /** A text that the answer will mostly repeat, which makes some models answer faster. */
    public Builder prediction(String prediction) {
      return text(Option.PREDICTION, prediction);
    }

    /**
     * What the answer consists of, see {@link io.typedprompt.annotations.Modality}; each at most
     * once.
     */
    public Builder modalities(String... modalities) {
      List<String> checked = TextChecks.notBlank("modalities", modalities);
      TextChecks.noDuplicates("modalities", checked);
      return value(Option.MODALITIES, checked);
    }

    /** How a model draws: those members that are set there. */
    public Builder imageConfig(ImageConfigOptions imageConfig) {
      set.all(imageConfig.set());
      return this;
    }

    /** How a model speaks: those members that are set there. */
    public Builder audio(AudioOutputOptions audio) {
      set.all(audio.set());
      return this;
    }

    /** Plugins that take part, each at most once. */
    public Builder plugins(PluginOptions... plugins) {
      List<String> ids = new ArrayList<>();
      for (PluginOptions plugin : plugins) {
        ids.add(plugin.id());
      }
      TextChecks.noDuplicates("plugins", ids);
      return value(Option.PLUGINS, List.of(plugins));
    }

    /**
     * Tools that OpenRouter itself runs, together with the prompt's own. The same one may be there
     * more than once, where it is set up differently.
     */
    public Builder serverTools(ServerToolOptions... serverTools) {
      return value(Option.SERVER_TOOLS, List.of(serverTools));
    }

    /**
     * Whether the model calls tools: a value of {@link io.typedprompt.annotations.ToolChoice}, or
     * the name of the tool that it must call. Only sent with tools.
     */
    public Builder toolChoice(String toolChoice) {
      return text(Option.TOOL_CHOICE, toolChoice);
    }

    /** Whether the model may call several tools at once. Only sent with tools. */
    public Builder parallelToolCalls(boolean parallelToolCalls) {
      return value(Option.PARALLEL_TOOL_CALLS, parallelToolCalls);
    }

    /** The name of a preset of the account. */
    public Builder preset(String preset) {
      return text(Option.PRESET, preset);
    }

    /** The class of service, see {@link io.typedprompt.annotations.ServiceTier}. */
    public Builder serviceTier(String serviceTier) {
      return text(Option.SERVICE_TIER, serviceTier);
    }

    /** A stable name of the end user. */
    public Builder user(String user) {
      return text(Option.USER, user);
    }

    /** Groups requests and keeps them at one provider, at most 256 characters. */
    public Builder sessionId(String sessionId) {
      return text(Option.SESSION_ID, TextChecks.atMost(256, "sessionId", sessionId));
    }

    /** The key under which providers cache the beginning of prompts. */
    public Builder promptCacheKey(String promptCacheKey) {
      return text(Option.PROMPT_CACHE_KEY, promptCacheKey);
    }

    /** Up to where providers cache the prompt: those members that are set there. */
    public Builder cacheControl(CacheControlOptions cacheControl) {
      set.all(cacheControl.set());
      return this;
    }

    /** How OpenAI's newest models cache prompts: those members that are set there. */
    public Builder promptCacheOptions(PromptCacheOptions promptCacheOptions) {
      set.all(promptCacheOptions.set());
      return this;
    }

    /** What observability tools are told: those members that are set there. */
    public Builder trace(TraceOptions trace) {
      set.all(trace.set());
      return this;
    }

    /** Adds a pair, at most 16; keys of at most 64 characters, values of at most 512. */
    public Builder metadata(String key, String value) {
      return value(Option.METADATA, Pairs.metadata(set.get(Option.METADATA), key, value));
    }

    /** The application's address: printable ASCII. */
    public Builder appReferer(String appReferer) {
      return value(Option.APP_REFERER, HeaderChecks.value("appReferer", appReferer));
    }

    /** The application's name: printable ASCII. */
    public Builder appTitle(String appTitle) {
      return value(Option.APP_TITLE, HeaderChecks.value("appTitle", appTitle));
    }

    /**
     * The application's categories, at most 2, of at most 30 lower-case letters and hyphens; see
     * {@link io.typedprompt.annotations.AppCategory}.
     */
    public Builder appCategories(String... appCategories) {
      TextChecks.count(2, "appCategories", appCategories.length);
      return value(Option.APP_CATEGORIES, HeaderChecks.categories("appCategories", appCategories));
    }

    /**
     * Whether OpenRouter may answer from its response cache, which replays an earlier answer to the
     * same request at no cost.
     */
    public Builder responseCache(boolean responseCache) {
      return value(Option.RESPONSE_CACHE, responseCache);
    }

    /** How long an answer stays in the response cache, 1 to 86400 seconds; implies the cache. */
    public Builder responseCacheTtlSeconds(int responseCacheTtlSeconds) {
      return number(Option.RESPONSE_CACHE_TTL_SECONDS, responseCacheTtlSeconds);
    }

    /**
     * Whether the answer is asked for anew and replaces the one in the cache; implies the cache.
     */
    public Builder responseCacheClear(boolean responseCacheClear) {
      return value(Option.RESPONSE_CACHE_CLEAR, responseCacheClear);
    }

    /** Whether the answer tells how it was routed: {@code openrouter_metadata} in its raw body. */
    public Builder routerMetadata(boolean routerMetadata) {
      return value(Option.ROUTER_METADATA, routerMetadata);
    }

    /** The way in which a typed answer is asked for. Not sent. */
    public Builder structuredOutput(StructuredOutput structuredOutput) {
      return value(Option.STRUCTURED_OUTPUT, structuredOutput);
    }

    /** How many times in all an answer that fits is asked for, 1 or more. Not sent. */
    public Builder maxAttempts(int maxAttempts) {
      return number(Option.MAX_ATTEMPTS, maxAttempts);
    }

    /** Whether an answer that is not exactly as asked is refused. Not sent. */
    public Builder strict(boolean strict) {
      return value(Option.STRICT, strict);
    }

    /** Whether a fraction is rounded where an integer is asked. Not sent. */
    public Builder roundIntegers(boolean roundIntegers) {
      return value(Option.ROUND_INTEGERS, roundIntegers);
    }

    /** The time for the whole call, 0.001 seconds or more. Not sent. */
    public Builder timeoutSeconds(double timeoutSeconds) {
      Option.TIMEOUT_SECONDS.check(timeoutSeconds);
      return value(Option.TIMEOUT_SECONDS, Duration.ofNanos(Math.round(timeoutSeconds * 1e9)));
    }

    /** The time for the whole call, a millisecond or more; sets {@code timeoutSeconds}. */
    public Builder timeout(Duration timeout) {
      BigDecimal nanos = BigDecimal.valueOf(timeout.getNano(), 9);
      BigDecimal seconds = BigDecimal.valueOf(timeout.getSeconds()).add(nanos);
      Option.TIMEOUT_SECONDS.check(seconds.stripTrailingZeros());
      return value(Option.TIMEOUT_SECONDS, timeout);
    }

    /** US dollars after which nothing more is asked, 0 or more. Not sent. */
    public Builder maxCost(double maxCost) {
      Option.MAX_COST.check(maxCost);
      return maxCost(BigDecimal.valueOf(maxCost));
    }

    /** US dollars after which nothing more is asked, 0 or more. Not sent. */
    public Builder maxCost(BigDecimal maxCost) {
      return number(Option.MAX_COST, maxCost.stripTrailingZeros());
    }

    /** How many times the model may call tools before it must answer, 1 or more. Not sent. */
    public Builder maxToolRounds(int maxToolRounds) {
      return number(Option.MAX_TOOL_ROUNDS, maxToolRounds);
    }

    /**
     * Adds a field to the request's body, for what the API takes and has no option here.
     *
     * @param field the field's name as the API spells it
     * @param value a String, a Boolean, a number, a List, a Map with String keys, a JsonNode or
     *     null; it is copied
     */
    public Builder extraBody(String field, @Nullable Object value) {
      set.extraBody(field, JsonValues.copy("extraBody's field \"" + field + "\"", value));
      return this;
    }

    /** Adds a header: a name other than the client's own, and a value of printable ASCII. */
    public Builder extraHeader(String name, String value) {
      set.extraHeader(name, value);
      return this;
    }

    /**
     * Options that are taken from no lower level, by name: {@code "temperature"}, {@code
     * "provider.order"}, a whole group ({@code "provider"}), {@code "extraBody.<field>"} or {@code
     * "extraHeader.<name>"}. What was set before in this builder is removed, too; what is set
     * afterwards counts.
     */
    public Builder unset(String... names) {
      for (String name : names) {
        set.unset(name);
      }
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if two of them contradict each other
     */
    public PromptOptions build() {
      return new PromptOptions(set.build());
    }

    private Builder number(Option option, Number value) {
      set.number(option, value);
      return this;
    }

    private Builder text(Option option, String value) {
      set.text(option, value);
      return this;
    }

    private Builder value(Option option, Object value) {
      set.value(option, value);
      return this;
    }
  }
}
