package io.typedprompt.internal.options;

/**
 * The numbers that an option takes, both ends included.
 *
 * @param min the least, or negative infinity
 * @param max the most, or positive infinity
 */
public record Limits(double min, double max) {
  static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Limits between(double min, double max) {
    return new Limits(min, max);
  }

  /** Numbers from {@code min} on. */
  public static Limits atLeast(double min) {
    return new Limits(min, Double.POSITIVE_INFINITY);
  }

  /** Returns the value if it is a number within the limits. */
  public <N extends Number> N check(String name, N value) {
    double number = value.doubleValue();
    if (Double.isFinite(number) && number >= min && number <= max) {
      return value;
    }
    throw new IllegalArgumentException(name + " is " + value + ", but must be " + this);
  }

  /** As the end of a sentence: "between 0 and 2", "0 or more". */
  @Override
  public String toString() {
    if (max < Double.POSITIVE_INFINITY) {
      return "between " + plain(min) + " and " + plain(max);
    }
    return min > Double.NEGATIVE_INFINITY ? plain(min) + " or more" : "a finite number";
  }

  private static String plain(double bound) {
    return bound == (long) bound ? Long.toString((long) bound) : Double.toString(bound);
  }
}
