package io.typedprompt.internal.answer;

import org.jspecify.annotations.Nullable;

/** Digits with separators between them. */
final class DigitGroups {
  private static final int GROUP = 3;

  private DigitGroups() {}

  /**
   * The number without thousands separators.
   *
   * @param text digits, points and commas that stand between digits or in front, and an exponent
   * @param currency whether it is an amount of money, in which a point before three digits may be a
   *     separator of thousands
   * @param bare whether it stood without quotes in JSON, where zeros in front are the rest of a
   *     number with a comma
   * @return null if it can be read in more than one way
   */
  static @Nullable String plain(String text, boolean currency, boolean bare) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    int point = digits.indexOf('.');
    String integer = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    if (fraction.indexOf('.') >= 0 || fraction.indexOf(',') >= 0) {
      return null;
    }
    if (currency && fraction.length() == GROUP && !integer.isEmpty() && !integer.equals("0")) {
      return null;
    }
    if (integer.indexOf(',') >= 0) {
      if (!isGrouped(integer)) {
        return null;
      }
      integer = integer.replace(",", "");
    } else if (bare && integer.length() > 1 && integer.charAt(0) == '0') {
      return null;
    }
    String whole = integer.isEmpty() ? "0" : withoutZeros(integer);
    return whole
        + (fraction.isEmpty() ? "" : "." + fraction)
        + (exponent < 0 ? "" : text.substring(exponent));
  }

  private static String withoutZeros(String integer) {
    int start = 0;
    while (start < integer.length() - 1 && integer.charAt(start) == '0') {
      start++;
    }
    return integer.substring(start);
  }

  /** Whether the groups are of three digits, or, except for the last, of the Indian two. */
  private static boolean isGrouped(String integer) {
    String[] groups = integer.split(",", -1);
    int first = groups[0].length();
    if (first == 0 || first > GROUP || groups[0].charAt(0) == '0') {
      return false;
    }
    boolean thousands = true;
    boolean indian = first < GROUP;
    for (int i = 1; i < groups.length; i++) {
      int length = groups[i].length();
      thousands &= length == GROUP;
      indian &= length == (i == groups.length - 1 ? GROUP : GROUP - 1);
    }
    return thousands || indian;
  }
}
