package io.typedprompt.internal.answer;

import java.text.Normalizer;

/** What is left of a name when case, spaces and separators do not matter. */
final class Spelling {
  private Spelling() {}

  /** Letters and digits in lower case; accents stay, as they make other words. */
  static String of(String name) {
    // An accent may be a character of its own.
    String text = Normalizer.normalize(name, Normalizer.Form.NFC);
    StringBuilder spelling = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
        spelling.append(Character.toLowerCase(Character.toUpperCase(c)));
      }
    }
    return spelling.toString();
  }

  /** Whether a text has no other signs than letters, digits, separators and emphasis. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = c < 128 && c > ' ' && !Character.isLetterOrDigit(c);
      if (sign && "_-.,:;*`'\"()[]#/\\".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
