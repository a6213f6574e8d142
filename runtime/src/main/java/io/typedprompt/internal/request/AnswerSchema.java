package io.typedprompt.internal.request;

import io.typedprompt.annotations.StructuredOutput;
import org.jspecify.annotations.Nullable;

/**
 * The form that an answer shall have.
 *
 * @param name the schema's name
 * @param schema the schema as the text of a JSON object
 * @param mode how the answer is asked for; {@code AUTO} is {@code JSON_SCHEMA}
 * @param strict whether the provider shall hold the model to the schema, and not only show it
 * @param required whether endpoints are out of the question that would drop it
 */
public record AnswerSchema(
    String name, String schema, StructuredOutput mode, boolean strict, boolean required) {
  /** Decides {@code AUTO}. */
  public AnswerSchema {
    if (mode == StructuredOutput.AUTO) {
      mode = StructuredOutput.JSON_SCHEMA;
    }
  }

  /** A form that is strict and that an endpoint must not drop. */
  public AnswerSchema(String name, String schema, StructuredOutput mode) {
    this(name, schema, mode, true, true);
  }

  /** The same form, also for endpoints that may drop it. */
  public AnswerSchema withoutRequirement() {
    return new AnswerSchema(name, schema, mode, strict, false);
  }

  /**
   * The next simpler way to ask for the form; null below the simplest. What is not strict stays so:
   * whoever cannot take a schema as strict cannot take it as that of a tool either.
   */
  public @Nullable AnswerSchema simpler() {
    if (mode == StructuredOutput.PROMPT) {
      return null;
    }
    if (mode == StructuredOutput.TOOL) {
      return new AnswerSchema(name, schema, StructuredOutput.PROMPT, false, true);
    }
    StructuredOutput next = strict ? StructuredOutput.JSON_SCHEMA : StructuredOutput.TOOL;
    return new AnswerSchema(name, schema, next, false, true);
  }

  /** Whether the request asks for endpoints that drop nothing; a schema in words cannot be. */
  public boolean isRequired() {
    return required && mode != StructuredOutput.PROMPT;
  }
}
