package io.typedprompt.internal.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact numbers from JSON numbers, without ever computing one that is huge. */
final class NumberText {
  /** Digits that a number may have, written out. */
  static final int MAX_DIGITS = 1000;

  private NumberText() {}

  /** The exact value; null if it has too many digits or an exponent beyond measure. */
  static @Nullable BigDecimal exact(String text) {
    if (text.length() > MAX_DIGITS) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      // JSON, but its exponent does not fit an int.
      return null;
    }
  }

  /** Whether the text is digits with at most a sign before them. */
  static boolean isPlain(String text) {
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is an integer as JSON writes it. */
  static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    boolean zeros = text.length() > start + 1 && text.charAt(start) == '0';
    return text.length() > start && !zeros && isPlain(text);
  }

  /** Whether the text is a number as JSON writes it. */
  static boolean isJson(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int integer = digitsEnd(text, at);
    if (integer == at || (integer > at + 1 && text.charAt(at) == '0')) {
      return false;
    }
    at = integer;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digitsEnd(text, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    return at == text.length() || isExponent(text, at);
  }

  private static boolean isExponent(String text, int start) {
    if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
      return false;
    }
    int at = start + 1;
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int end = digitsEnd(text, at);
    return end > at && end == text.length();
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Whether the number can be written out without an exponent in a bearable length. */
  static boolean isPrintable(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_DIGITS;
  }

  /** Whether the number has no fraction; {@code 3.0} has none. */
  static boolean isIntegral(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** The number as an integer, rounded half up; null if it has too many digits. */
  static @Nullable BigInteger rounded(BigDecimal number) {
    long integerDigits = (long) number.precision() - number.scale();
    if (number.signum() == 0 || integerDigits < 0) {
      return BigInteger.ZERO;
    }
    if (integerDigits > MAX_DIGITS) {
      return null;
    }
    return number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }
}
