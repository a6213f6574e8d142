package io.typedprompt.internal.request;

import io.typedprompt.annotations.StructuredOutput;

/**
 * The form that an answer shall have.
 *
 * @param name the schema's name
 * @param schema the schema as the text of a JSON object
 * @param mode how the answer is asked for; {@code AUTO} is {@code JSON_SCHEMA}
 */
public record AnswerSchema(String name, String schema, StructuredOutput mode) {
  /** Decides {@code AUTO}. */
  public AnswerSchema {
    if (mode == StructuredOutput.AUTO) {
      mode = StructuredOutput.JSON_SCHEMA;
    }
  }

  /** Whether an endpoint that drops what it does not know would drop the schema. */
  boolean isDroppable() {
    return mode != StructuredOutput.PROMPT;
  }
}
