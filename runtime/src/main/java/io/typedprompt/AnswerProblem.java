package io.typedprompt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing in an answer that does not fit the type that was asked for. Immutable. */
public final class AnswerProblem {
  private final String path;
  private final String expected;
  private final String found;

  private AnswerProblem(String path, String expected, String found) {
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** A problem, for those who make exceptions themselves. */
  public static AnswerProblem of(String path, String expected, String found) {
    return new AnswerProblem(
        Objects.requireNonNull(path, "path"),
        Objects.requireNonNull(expected, "expected"),
        Objects.requireNonNull(found, "found"));
  }

  /** Where it is, as a JSON Pointer: {@code "/items/2/price"}; empty for the whole answer. */
  public String path() {
    return path;
  }

  /** What would have fitted, in words: {@code "an integer"}, {@code "one of LOW, HIGH"}. */
  public String expected() {
    return expected;
  }

  /** What the answer had there, shortened, as JSON where it is JSON. */
  public String found() {
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnswerProblem that
        && path.equals(that.path)
        && expected.equals(that.expected)
        && found.equals(that.found);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, expected, found);
  }

  /** As a line for people: {@code /items/2/price: expected a number, found "12 EUR"}. */
  @Override
  public String toString() {
    String place = path.isEmpty() ? "" : path + ": ";
    return place + "expected " + expected + ", found " + found;
  }
}
