package io.typedprompt.internal.answer;

/** White space as models write it: also marks of byte order and spaces that do not break. */
final class Blank {
  private Blank() {}

  static boolean is(char c) {
    return c <= ' '
        ? Character.isWhitespace(c)
        : c > '~' && (Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B' || c == '\u0085');
  }

  /** The text without white space around it. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    while (end > start && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
