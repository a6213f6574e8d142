package io.typedprompt.internal.answer;

import java.util.Locale;

/** Values that are written without quotes. */
final class BareWords {
  private BareWords() {}

  /** Whether a part of a text is a number or a literal as JSON writes it. */
  static boolean isPlain(String text, int start, int end) {
    String word = text.substring(start, end);
    return NumberText.isJson(word)
        || word.equals("true")
        || word.equals("false")
        || word.equals("null");
  }

  /** Whether it is a number, a truth or nothing in the spelling of some language: no text. */
  static boolean isValue(String word) {
    return isNumberLike(word)
        || isNull(word)
        || word.equalsIgnoreCase("true")
        || word.equalsIgnoreCase("false");
  }

  /** Whether the word stands for nothing in some programming language. */
  static boolean isNull(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "null", "none", "nil", "undefined" -> true;
      default -> false;
    };
  }

  private static boolean isNumberLike(String word) {
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if ("+-.,eE$€£¥%_".indexOf(c) < 0) {
        return false;
      }
    }
    return digit;
  }
}
