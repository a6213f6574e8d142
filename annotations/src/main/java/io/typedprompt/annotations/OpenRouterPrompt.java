package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods are prompts, and says how OpenRouter shall answer them.
 *
 * <p>On the interface it makes the processor generate the implementation; on a method it overrides
 * the interface's options, member by member. Only members that are <em>written</em> count, even
 * when they equal a default: what is not written is not sent, and the provider decides. The
 * defaults of this annotation are placeholders without a meaning. Options of the call ({@code
 * PromptOptions}) come before the method's, the method's before the interface's, the interface's
 * before the client's.
 *
 * <p>Names and ranges are those of OpenRouter's chat completions API, in camel case. An endpoint
 * that does not know an option drops it silently, unless {@link
 * ProviderPreferences#requireParameters()} is true.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenRouterPrompt {
  /**
   * The models to ask, such as {@code "openai/gpt-4o-mini"}: the first answers, the others are
   * tried in turn when it fails. At most 3; without any, the client's default or the account's.
   */
  String[] models() default {};

  /** How to walk through several models; deprecated by the API, see {@link Route}. */
  @ExclusiveWith("provider.partition")
  Route route() default Route.FALLBACK;

  /**
   * What may be done to a prompt that is too long. An empty array, written, opts out of the
   * compression that OpenRouter applies by itself to endpoints with 8,192 tokens or fewer.
   */
  Transform[] transforms() default {};

  /** Which providers may serve the prompt. */
  ProviderPreferences provider() default @ProviderPreferences;

  /** Randomness of the choice of tokens, 0 (the likeliest) to 2. */
  @Range(min = 0, max = 2)
  double temperature() default 1;

  /** Only the likeliest tokens whose probabilities add up to this share, 0 to 1. */
  @Range(min = 0, max = 1)
  double topP() default 1;

  /** Only this many of the likeliest tokens; 0 is off. Models of OpenAI do not know it. */
  @Range(min = 0)
  int topK() default 0;

  /** Only tokens at least this likely, relative to the likeliest one, 0 to 1. */
  @Range(min = 0, max = 1)
  double minP() default 0;

  /** Only tokens that are likely enough, relative to the likeliest one squared, 0 to 1. */
  @Range(min = 0, max = 1)
  double topA() default 0;

  /** Makes tokens that have occurred, the prompt's included, less likely, 0 to 2; 1 is off. */
  @Range(min = 0, max = 2)
  double repetitionPenalty() default 1;

  /** Makes tokens less likely the more often they have occurred, -2 to 2; 0 is off. */
  @Range(min = -2, max = 2)
  double frequencyPenalty() default 0;

  /** Makes tokens that have occurred less likely, -2 to 2; 0 is off. */
  @Range(min = -2, max = 2)
  double presencePenalty() default 0;

  /** The same seed gives the same answer, where the provider can. */
  long seed() default 0;

  /** The most tokens of the answer, reasoning included, 1 or more; sent as {@code max_tokens}. */
  @Range(min = 1)
  @ExclusiveWith("maxCompletionTokens")
  int maxTokens() default 1;

  /**
   * The same limit as {@link #maxTokens()} under the API's newer name {@code
   * max_completion_tokens}, for the few models that know only that one.
   */
  @Range(min = 1)
  @ExclusiveWith("maxTokens")
  int maxCompletionTokens() default 1;

  /** Texts at which the answer ends, at most 4. */
  String[] stop() default {};

  /** Whether the probability of each token of the answer is returned. */
  boolean logprobs() default false;

  /** How many likely tokens are returned at each place, 0 to 20; implies {@link #logprobs()}. */
  @Range(min = 0, max = 20)
  int topLogprobs() default 0;

  /** Tokens that are made more or less likely. */
  LogitBias[] logitBias() default {};

  /** How a reasoning model thinks. */
  Reasoning reasoning() default @Reasoning;

  /** How long the answer should be: a value of {@link Verbosity}. */
  @KnownValues(Verbosity.class)
  String verbosity() default "";

  /**
   * What the answer consists of, where a model can do more than write: values of {@link Modality}.
   */
  @KnownValues(Modality.class)
  String[] modalities() default {};

  /** How a model draws. */
  ImageConfig imageConfig() default @ImageConfig;

  /** How a model speaks. */
  AudioOutput audio() default @AudioOutput;

  /** Plugins of OpenRouter that take part. */
  Plugin[] plugins() default {};

  /** Tools that OpenRouter runs while the model answers. */
  ServerTool[] serverTools() default {};

  /**
   * Whether the model calls tools: a value of {@link ToolChoice}, or the name of the tool that it
   * must call first. Only sent with tools.
   */
  String toolChoice() default ToolChoice.AUTO;

  /** Whether the model may call several tools at once. Only sent with tools. */
  boolean parallelToolCalls() default true;

  /** The name of a preset of the account, which fills in what is not written here. */
  String preset() default "";

  /** The class of service: a value of {@link ServiceTier}. */
  @KnownValues(ServiceTier.class)
  String serviceTier() default "";

  /** A stable name of the end user, for the isolation of abuse; it is hashed before it goes on. */
  String user() default "";

  /** Groups requests and keeps them at one provider, at most 256 characters. */
  String sessionId() default "";

  /** The key under which providers cache the beginning of prompts. */
  String promptCacheKey() default "";

  /** How OpenAI's newest models cache prompts. */
  PromptCache promptCacheOptions() default @PromptCache;

  /** Up to where providers cache the prompt. */
  CacheControl cacheControl() default @CacheControl;

  /** Pairs of texts that OpenRouter keeps with the request, at most 16. */
  Metadata[] metadata() default {};

  /** What observability tools are told. */
  Trace trace() default @Trace;

  /** The application's address, for OpenRouter's attribution: the header {@code HTTP-Referer}. */
  String appReferer() default "";

  /**
   * The application's name, for OpenRouter's attribution: the headers {@code X-OpenRouter-Title}
   * and {@code X-Title}. It has no effect without {@link #appReferer()}.
   */
  String appTitle() default "";

  /** The application's categories, at most 2: values of {@link AppCategory}. */
  @KnownValues(AppCategory.class)
  String[] appCategories() default {};

  /**
   * Whether OpenRouter may answer from its response cache, which replays an earlier answer to the
   * same request at no cost: the header {@code X-OpenRouter-Cache}.
   */
  boolean responseCache() default false;

  /**
   * How long an answer stays in the response cache, 1 to 86400 seconds; implies {@link
   * #responseCache()}.
   */
  @Range(min = 1, max = 86_400)
  int responseCacheTtlSeconds() default 300;

  /**
   * Whether the answer tells how it was routed, in the {@code openrouter_metadata} of its raw body:
   * the header {@code X-OpenRouter-Metadata}.
   */
  boolean routerMetadata() default false;

  /** The way in which a typed answer is asked for. Not sent. */
  StructuredOutput structuredOutput() default StructuredOutput.AUTO;

  /**
   * How many times in all a model is asked for an answer that fits the type, 1 or more (2 if it is
   * not written). Not sent.
   */
  @Range(min = 1)
  int maxAttempts() default 2;

  /** Whether an answer that is not exactly as asked is refused instead of repaired. Not sent. */
  boolean strict() default false;

  /** Whether a fraction is rounded where an integer is asked, instead of refused. Not sent. */
  boolean roundIntegers() default false;

  /** Seconds within which the whole call must end, more than 0. Not sent. */
  @Range(min = 0.001)
  double timeoutSeconds() default 600;

  /**
   * US dollars after which a call asks no more: another attempt is refused once the attempts before
   * it cost this much. Not sent.
   */
  @Range(min = 0)
  double maxCost() default 0;

  /**
   * Classes and interfaces with {@link Tool} methods that the model may call. The generated
   * constructor takes an instance of each, unless every method that uses the class has a parameter
   * of its type: that argument is then the instance for the call.
   */
  Class<?>[] tools() default {};

  /** How many times the model may call tools before it must answer. Not sent. */
  @Range(min = 1)
  int maxToolRounds() default 8;

  /**
   * Options that are not taken from a lower level, by name, such as {@code "temperature"} or {@code
   * "provider.order"}.
   */
  String[] unset() default {};

  /** The simple name of the generated class, where the usual one is taken. Only on an interface. */
  String className() default "";
}
