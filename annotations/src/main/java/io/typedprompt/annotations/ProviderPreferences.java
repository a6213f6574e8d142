package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which providers may serve the prompt, and in which order: the request's {@code provider} object.
 * Providers are named by slug, such as {@code "together"}, {@code "amazon-bedrock"} or {@code
 * "google-vertex/us-east5"}. Only members that are written are sent; the defaults mean nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ProviderPreferences {
  /** Providers to try first, in this order; it turns load balancing off. */
  String[] order() default {};

  /** The only providers that may be used. */
  String[] only() default {};

  /** Providers that may not be used. */
  String[] ignore() default {};

  /** Whether other providers may be tried when those of {@link #order()} fail. */
  boolean allowFallbacks() default true;

  /**
   * Whether only endpoints that know every option of the request may serve it. Endpoints otherwise
   * drop what they do not know without a word. A prompt with a typed answer sets it by itself, so
   * that its schema is not dropped; write {@code false} to decide otherwise.
   */
  boolean requireParameters() default false;

  /** Whether providers that may keep prompts are used: a value of {@link DataCollection}. */
  @KnownValues(DataCollection.class)
  String dataCollection() default "";

  /** Whether only endpoints with zero data retention are used. */
  boolean zdr() default false;

  /** Whether only models whose text may be used to train others are used. */
  boolean enforceDistillableText() default false;

  /** The precisions of weights that are accepted: values of {@link Quantization}. */
  @KnownValues(Quantization.class)
  String[] quantizations() default {};

  /** What endpoints are ranked by: a value of {@link ProviderSort}. */
  @KnownValues(ProviderSort.class)
  String sort() default "";

  /** Whether the ranking goes model by model: a value of {@link ProviderPartition}. */
  @KnownValues(ProviderPartition.class)
  @ExclusiveWith("route")
  String partition() default "";

  /** Tokens per second (median) below which an endpoint is tried last. */
  @Range(min = 0)
  double preferredMinThroughput() default 0;

  /** Seconds to the first token (median) above which an endpoint is tried last. */
  @Range(min = 0)
  double preferredMaxLatency() default 0;

  /** Tokens per second, by further percentiles, below which an endpoint is tried last. */
  Percentiles minThroughputPercentiles() default @Percentiles;

  /** Seconds to the first token, by further percentiles, above which an endpoint is tried last. */
  Percentiles maxLatencyPercentiles() default @Percentiles;

  /** Prices above which an endpoint is not used. */
  MaxPrice maxPrice() default @MaxPrice;
}
