package io.typedprompt.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A Java type whose values are texts of a certain form in JSON: a date, a URI.
 *
 * @param <T> the Java type
 */
public interface TextType<T> {
  /** What a text must be, in words: "an ISO 8601 date such as 2026-01-31". */
  String expected();

  /** The value of a text; null if it has another form. */
  @Nullable T parse(String text);

  /**
   * The value of a text in another form that leaves no doubt about what is meant; null if it is no
   * such text.
   */
  default @Nullable T repair(String text) {
    return null;
  }
}
