package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a reasoning model thinks before it answers: the request's {@code reasoning} object. Reasoning
 * tokens are billed as completion tokens. Only members that are written are sent; the defaults mean
 * nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Reasoning {
  /** How hard to think: a value of {@link ReasoningEffort}. Excludes {@link #maxTokens()}. */
  @KnownValues(ReasoningEffort.class)
  @ExclusiveWith("reasoning.maxTokens")
  String effort() default "";

  /** The most tokens to think with, 1 or more. Excludes {@link #effort()}. */
  @Range(min = 1)
  @ExclusiveWith("reasoning.effort")
  int maxTokens() default 1;

  /** Whether the reasoning is left out of the answer; it is still done, and billed. */
  boolean exclude() default false;

  /** Whether to reason at all, with medium effort if nothing else is said. */
  boolean enabled() default true;

  /** How much of the reasoning is summarised: a value of {@link ReasoningSummary}. */
  @KnownValues(ReasoningSummary.class)
  String summary() default "";

  /** Which earlier reasoning is seen: a value of {@link ReasoningContext}. For few models. */
  @KnownValues(ReasoningContext.class)
  String context() default "";

  /** How much is invested: a value of {@link ReasoningMode}. For few models. */
  @KnownValues(ReasoningMode.class)
  String mode() default "";
}
