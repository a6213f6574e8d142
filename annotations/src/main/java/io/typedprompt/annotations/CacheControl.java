package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Up to where providers cache a prompt, so that the next prompt with the same beginning costs less:
 * the marks {@code cache_control} of the request. Each member that is written is a mark, and its
 * value how long the cache lives: a value of {@link CacheTtl}. Providers that cache by themselves
 * ignore marks; there are at most the four that Anthropic takes. A longer time must not come after
 * a shorter one, in the order of the messages.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface CacheControl {
  /** Caches up to the end of the system message. */
  @KnownValues(CacheTtl.class)
  String system() default "";

  /** Caches up to the end of the last {@link Example}. */
  @KnownValues(CacheTtl.class)
  String examples() default "";

  /** Caches up to the end of the prompt's user message, which is then the same each time. */
  @KnownValues(CacheTtl.class)
  String user() default "";

  /** Caches up to the last block that can be cached, wherever that is. */
  @KnownValues(CacheTtl.class)
  String automatic() default "";
}
