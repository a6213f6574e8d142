package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The highest prices at which an endpoint may serve the prompt. They are hard limits: if no
 * endpoint is under them, the call fails. Only members that are written are sent; the defaults mean
 * nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface MaxPrice {
  /** US dollars for a million prompt tokens. */
  @Range(min = 0)
  double prompt() default 0;

  /** US dollars for a million completion tokens. */
  @Range(min = 0)
  double completion() default 0;

  /** US dollars for one request. */
  @Range(min = 0)
  double request() default 0;

  /** US dollars for one image. */
  @Range(min = 0)
  double image() default 0;

  /** US dollars for a million audio tokens. */
  @Range(min = 0)
  double audio() default 0;
}
