package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tool that OpenRouter itself runs while the model answers: the application sees only the answer.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ServerTool {
  /** The tool: a value of {@link ServerToolType}. */
  @KnownValues(ServerToolType.class)
  String type();

  /**
   * The tool's parameters as the text of a JSON object, such as <code>{"max_results": 3}</code>.
   * The compiler checks that it is one; which parameters a tool has is the server's to say.
   */
  String json() default "{}";
}
