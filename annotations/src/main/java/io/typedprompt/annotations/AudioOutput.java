package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a model speaks: the request's {@code audio}. Only members that are written are sent; the
 * defaults mean nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface AudioOutput {
  /** The voice, such as {@code "alloy"}; each model has its own. */
  String voice() default "";

  /** The form of the sound, such as {@code "wav"}, {@code "mp3"} or {@code "pcm16"}. */
  String format() default "";
}
