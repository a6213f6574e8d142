package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cut-offs by percentile, beside the median that the member next to it has. All that are written
 * must be met, over the last five minutes, or the endpoint is tried last. The defaults mean
 * nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Percentiles {
  /** The cut-off for the 75th percentile. */
  @Range(min = 0)
  double p75() default 0;

  /** The cut-off for the 90th percentile. */
  @Range(min = 0)
  double p90() default 0;

  /** The cut-off for the 99th percentile. */
  @Range(min = 0)
  double p99() default 0;
}
