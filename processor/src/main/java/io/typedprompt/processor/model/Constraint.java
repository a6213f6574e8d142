package io.typedprompt.processor.model;

import java.math.BigDecimal;

/**
 * A rule for a value that an annotation of Jakarta Validation says.
 *
 * @param annotation the annotation's simple name
 * @param check what must hold
 * @param words the rule in words that follow "expected": {@code at least 0}
 */
public record Constraint(String annotation, Check check, String words) {

  /** What must hold. */
  public sealed interface Check {}

  /** The number is not less, or greater. */
  public record AtLeast(BigDecimal bound, boolean inclusive) implements Check {}

  /** The number is not greater, or less. */
  public record AtMost(BigDecimal bound, boolean inclusive) implements Check {}

  /** The number has no more digits before and after the decimal point. */
  public record Digits(int integer, int fraction) implements Check {}

  /** The text, collection, map or array has a length between these. */
  public record Size(int min, int max) implements Check {}

  /** The text has something but white space. */
  public record NotBlank() implements Check {}

  /**
   * The whole text matches a regular expression.
   *
   * @param flags those of {@link java.util.regex.Pattern}
   */
  public record Matches(String regex, int flags) implements Check {}

  /** The text is an email address. */
  public record Email() implements Check {}

  /** The time is not in the future, or in the past. */
  public record Past(boolean orPresent) implements Check {}

  /** The time is not in the past, or in the future. */
  public record Future(boolean orPresent) implements Check {}

  /** The boolean is this. */
  public record Is(boolean value) implements Check {}

  /**
   * The annotation cannot be meant.
   *
   * @param reason why, and what to do, after "it"
   */
  public record Flawed(String reason) implements Check {}
}
