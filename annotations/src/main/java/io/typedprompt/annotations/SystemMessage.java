package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The system message of a prompt. On an interface it applies to each method that has none of its
 * own.
 *
 * <p>The text is a Mustache template: <code>&#123;&#123;name&#125;&#125;</code> stands for the
 * parameter {@code name}, and single braces are plain text. Either {@link #value()} or {@link
 * #resource()} is written.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SystemMessage {
  /** The text of the template. */
  String value() default "";

  /**
   * A file on the class path that holds the template in UTF-8, named from the root, such as {@code
   * "prompts/haiku.mustache"}.
   */
  String resource() default "";
}
