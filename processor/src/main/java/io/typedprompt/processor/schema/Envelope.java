package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Shape;

/**
 * The object around an answer that is not an object itself: structured output wants one at the root
 * (OpenAI's strict mode takes nothing else).
 */
public final class Envelope {
  /** The name of the only property. */
  public static final String PROPERTY = "value";

  private Envelope() {}

  /** Whether answers of a type are put into the object. */
  public static boolean isNeeded(Shape answer) {
    return !(answer instanceof Shape.RecordShape);
  }
}
