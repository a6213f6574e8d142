package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Shape;

/**
 * What is written around answers. The object around an answer that is not an object itself:
 * structured output wants one at the root (OpenAI's strict mode takes nothing else). Maps are
 * written as lists of entries, since it takes no objects with names of their own.
 */
public final class Envelope {
  /** The name of an entry's key. */
  public static final String KEY = "key";

  /** The name of the only property, and of an entry's value. */
  public static final String PROPERTY = "value";

  private Envelope() {}

  /** Whether answers of a type are put into the object. */
  public static boolean isNeeded(Shape answer) {
    return !(answer instanceof Shape.RecordShape);
  }
}
