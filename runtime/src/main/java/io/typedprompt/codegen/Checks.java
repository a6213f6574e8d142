package io.typedprompt.codegen;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks of values that were read. */
public final class Checks {
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;
  private static final String ATOM_SIGNS = ".!#$%&'*+/=?^_`{|}~-";

  private Checks() {}

  /** Whether the number has no more digits before and after the decimal point. */
  public static boolean hasDigits(BigDecimal value, int integer, int fraction) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return (long) plain.precision() - plain.scale() <= integer && plain.scale() <= fraction;
  }

  /** Whether the whole text matches. A text that the expression cannot cope with does not. */
  public static boolean matches(Pattern pattern, String text) {
    try {
      return pattern.matcher(text).matches();
    } catch (StackOverflowError e) {
      // Expressions such as (a|b)* need a frame for each character.
      return false;
    }
  }

  /** Whether the text is one email address, without a name or brackets. */
  public static boolean isEmail(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && at <= LONGEST_LOCAL_PART
        && isLocalPart(text.substring(0, at))
        && isDomain(text.substring(at + 1));
  }

  private static boolean isLocalPart(String text) {
    if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && ATOM_SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        boolean isLabel =
            i > start
                && i - start <= LONGEST_LABEL
                && text.charAt(start) != '-'
                && text.charAt(i - 1) != '-';
        if (!isLabel) {
          return false;
        }
        start = i + 1;
      } else if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }
}
