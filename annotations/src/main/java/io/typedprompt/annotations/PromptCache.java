package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How OpenAI's models from GPT-5.6 on cache prompts: the request's {@code prompt_cache_options}.
 * Other models ignore it. Only members that are written are sent; the defaults mean nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PromptCache {
  /** What is cached: a value of {@link PromptCacheMode}, explicit if only the time is written. */
  @KnownValues(PromptCacheMode.class)
  String mode() default "";

  /** How long the cache lives, such as {@code "30m"}. */
  String ttl() default "";
}
