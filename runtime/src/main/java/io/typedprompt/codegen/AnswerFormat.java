package io.typedprompt.codegen;

import org.jspecify.annotations.Nullable;

/**
 * The form of a typed answer: the JSON Schema that the model is given, and the reader of what it
 * answers. The processor makes both from one model of the Java type, so they cannot disagree.
 *
 * @param <T> the Java type of the answer
 */
public abstract class AnswerFormat<T> {
  private final String name;
  private final String schema;

  /**
   * @param name the schema's name, 1 to 64 of {@code A-Z a-z 0-9 _ -}
   * @param schema the schema as the text of a JSON object
   */
  protected AnswerFormat(String name, String schema) {
    this.name = name;
    this.schema = schema;
  }

  /** The schema's name. */
  public final String name() {
    return name;
  }

  /** The schema as the text of a JSON object. */
  public final String schema() {
    return schema;
  }

  /**
   * Reads one answer. What does not fit is noted in the reader, and the value is then without
   * meaning: null where there is no other.
   */
  public abstract @Nullable T read(AnswerReader in);
}
