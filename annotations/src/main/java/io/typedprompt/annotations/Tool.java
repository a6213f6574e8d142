package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that the model may call, where its class is among the {@link OpenRouterPrompt#tools()}
 * of a prompt.
 *
 * <p>{@link Description} on the method says what it does, and on a parameter what that means; the
 * parameters' types, {@code @Nullable}, {@code Optional} and constraint annotations mean the same
 * as in answers. The result is given to the model as text if it is one, and otherwise as JSON. What
 * the method throws is told to the model, too, which may then try something else.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {
  /**
   * The name that the model sees, 1 to 64 of {@code A-Z a-z 0-9 _ -}; the method's own where it is
   * not written.
   */
  String name() default "";

  /** Whether the provider shall hold the model's arguments to their schema. */
  boolean strict() default true;
}
