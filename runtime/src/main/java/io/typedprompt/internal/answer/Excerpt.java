package io.typedprompt.internal.answer;

/** Short forms of what an answer says, for problems and repairs. */
final class Excerpt {
  private static final int LENGTH = 80;

  private Excerpt() {}

  /** The text in one line, its middle cut out where it is long. */
  static String of(CharSequence text) {
    int length = text.length();
    if (length <= LENGTH) {
      return oneLine(text, 0, length);
    }
    int half = LENGTH / 2;
    return oneLine(text, 0, half) + " … " + oneLine(text, length - half, length);
  }

  /** The text in quotes. */
  static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  private static String oneLine(CharSequence text, int start, int end) {
    StringBuilder line = new StringBuilder(end - start);
    boolean space = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        space = true;
      } else {
        if (space && line.length() > 0) {
          line.append(' ');
        }
        space = false;
        line.append(c);
      }
    }
    return line.toString();
  }
}
