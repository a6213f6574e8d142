package io.typedprompt.internal.answer;

/**
 * Finds where a strict JSON value ends. One pass, no recursion, no exceptions: the answer may be
 * any text.
 */
final class JsonScanner {
  /** The deepest nesting that is read. */
  static final int MAX_DEPTH = 500;

  /** What {@link #end} returns if there is no value. */
  static final int NONE = -1;

  private final String text;
  private final boolean[] inObject = new boolean[MAX_DEPTH];
  private int depth;
  private int at;
  private boolean tooDeep;
  private boolean sawMember;

  JsonScanner(String text) {
    this.text = text;
  }

  /** The end of the value that begins at {@code start}, exclusive, or {@link #NONE}. */
  int end(int start) {
    at = start;
    depth = 0;
    tooDeep = false;
    sawMember = false;
    while (beginValue()) {
      if (!closeValues()) {
        return NONE;
      }
      if (depth == 0) {
        return at;
      }
    }
    return NONE;
  }

  /** Where the last value stopped being JSON. */
  int failedAt() {
    return at;
  }

  /** Whether the last value was nested too deep. */
  boolean isTooDeep() {
    return tooDeep;
  }

  /** Whether the last value had a member of an object: at least its name and the colon. */
  boolean sawMember() {
    return sawMember;
  }

  /** Reads openings until a value is complete that is not one itself. */
  private boolean beginValue() {
    while (true) {
      skipSpace();
      char c = current();
      if (c != '{' && c != '[') {
        return scalar(c);
      }
      if (depth == MAX_DEPTH) {
        tooDeep = true;
        return false;
      }
      inObject[depth++] = c == '{';
      at++;
      skipSpace();
      if (current() == closer()) {
        at++;
        depth--;
        return true;
      }
      if (c == '{' && !memberName()) {
        return false;
      }
    }
  }

  /** After a value: reads closings, and the comma before the next value. */
  private boolean closeValues() {
    while (depth > 0) {
      skipSpace();
      char c = current();
      if (c == ',') {
        at++;
        skipSpace();
        return !inObject[depth - 1] || memberName();
      }
      if (c != closer()) {
        return false;
      }
      at++;
      depth--;
    }
    return true;
  }

  private char closer() {
    return inObject[depth - 1] ? '}' : ']';
  }

  private boolean memberName() {
    if (current() != '"' || !string()) {
      return false;
    }
    skipSpace();
    if (current() != ':') {
      return false;
    }
    at++;
    sawMember = true;
    return true;
  }

  private boolean scalar(char first) {
    return switch (first) {
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    };
  }

  private boolean string() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < ' ') {
        return false;
      }
      at++;
      if (c == '"') {
        return true;
      }
      if (c == '\\' && !escape()) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    char c = current();
    if (c != 'u') {
      at++;
      return c != 0 && "\"\\/bfnrt".indexOf(c) >= 0;
    }
    at++;
    for (int i = 0; i < 4; i++) {
      if (Character.digit(current(), 16) < 0 || current() > 'f') {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean literal(String literal) {
    if (!text.startsWith(literal, at)) {
      return false;
    }
    at += literal.length();
    return !isWordPart(current());
  }

  private boolean number() {
    if (current() == '-') {
      at++;
    }
    if (current() == '0') {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (current() == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      if (!digits()) {
        return false;
      }
    }
    return !isWordPart(current());
  }

  private boolean digits() {
    int first = at;
    while (current() >= '0' && current() <= '9') {
      at++;
    }
    return at > first;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_';
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  /** The character here; zero, which JSON has nowhere, at the end. */
  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
