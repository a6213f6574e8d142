package io.typedprompt.codegen;

import java.math.BigDecimal;

/** Floating point numbers as a person would write them: without exponent and without ".0". */
final class NumberFormat {
  /** Doubles up to here are exact integers. */
  private static final double EXACT = 1L << 53;

  private NumberFormat() {}

  static void append(StringBuilder target, double value) {
    if (value == (long) value && Math.abs(value) < EXACT) {
      target.append((long) value);
    } else {
      appendText(target, Double.isFinite(value), Double.toString(value));
    }
  }

  static void append(StringBuilder target, float value) {
    if (value == (long) value && Math.abs(value) < EXACT) {
      target.append((long) value);
    } else {
      appendText(target, Float.isFinite(value), Float.toString(value));
    }
  }

  private static void appendText(StringBuilder target, boolean finite, String text) {
    target.append(finite ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text);
  }
}
