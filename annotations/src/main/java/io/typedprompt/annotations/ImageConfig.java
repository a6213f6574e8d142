package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a model draws: the request's {@code image_config}. Models differ in what they know. Only
 * members that are written are sent; the defaults mean nothing.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ImageConfig {
  /** Width to height, such as {@code "16:9"}. */
  String aspectRatio() default "";

  /** The resolution, such as {@code "1K"}, {@code "2K"} or {@code "4K"}. */
  String imageSize() default "";

  /**
   * Further settings as the text of a JSON object, whose values are texts, numbers and arrays, such
   * as <code>{"strength": 0.5}</code>.
   */
  String json() default "";
}
