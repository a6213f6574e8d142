package io.typedprompt.internal.request;

import io.typedprompt.annotations.StructuredOutput;

/**
 * The form that an answer shall have.
 *
 * @param name the schema's name
 * @param schema the schema as the text of a JSON object
 * @param mode how the answer is asked for; {@code AUTO} is {@code JSON_SCHEMA}
 * @param required whether endpoints are out of the question that would drop it
 */
public record AnswerSchema(String name, String schema, StructuredOutput mode, boolean required) {
  /** Decides {@code AUTO}. */
  public AnswerSchema {
    if (mode == StructuredOutput.AUTO) {
      mode = StructuredOutput.JSON_SCHEMA;
    }
  }

  /** A form that an endpoint must not drop. */
  public AnswerSchema(String name, String schema, StructuredOutput mode) {
    this(name, schema, mode, true);
  }

  /** The same form, also for endpoints that may drop it. */
  public AnswerSchema withoutRequirement() {
    return new AnswerSchema(name, schema, mode, false);
  }

  /** Whether the request asks for endpoints that drop nothing; a schema in words cannot be. */
  public boolean isRequired() {
    return required && mode != StructuredOutput.PROMPT;
  }
}
