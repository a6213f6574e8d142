package io.typedprompt.processor.model;

/**
 * What a schema may use beyond what everybody takes.
 *
 * @param references whether a type may refer to itself; if not, it is written out some levels deep
 * @param formats whether a string's form may be named
 */
public record Dialect(boolean references, boolean formats) {
  /** What OpenAI's strict mode takes, which most providers follow. */
  public static final Dialect FULL = new Dialect(true, true);
}
