package io.typedprompt.internal.answer;

import tools.jackson.core.JsonParser;

/** Looks at JSON values by their text. */
final class JsonText {
  private JsonText() {}

  /**
   * Whether two strict JSON values in a text, at {@code first} and {@code second}, are the same but
   * for white space. It looks at no more of the first than the second is long.
   */
  static boolean sameValue(String json, int first, int second) {
    int end = new JsonScanner(json).end(second);
    boolean inString = false;
    boolean escaped = false;
    while (second < end) {
      char c = json.charAt(second);
      if (!inString && isSpace(c)) {
        second++;
      } else if (!inString && isSpace(json.charAt(first))) {
        first++;
      } else if (c != json.charAt(first)) {
        return false;
      } else {
        inString ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        first++;
        second++;
      }
    }
    // Only a number can go on behind what was equal.
    char last = json.charAt(end - 1);
    return !isNumberPart(last) || !isNumberPart(json.charAt(first));
  }

  /** Where the value of a member of the strict JSON object at {@code object} begins, or NONE. */
  static int member(String json, JsonScanner scanner, int object, String name) {
    int at = skipSpace(json, object + 1);
    while (json.charAt(at) == '"') {
      int nameEnd = scanner.end(at);
      int value = skipSpace(json, skipSpace(json, nameEnd) + 1);
      if (string(json.substring(at, nameEnd)).equals(name)) {
        return value;
      }
      int end = skipSpace(json, scanner.end(value));
      at = json.charAt(end) == ',' ? skipSpace(json, end + 1) : end;
    }
    return JsonScanner.NONE;
  }

  private static int skipSpace(String json, int at) {
    int next = at;
    while (isSpace(json.charAt(next))) {
      next++;
    }
    return next;
  }

  /** The text of a JSON string. */
  static String string(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return quoted.substring(1, quoted.length() - 1);
    }
    try (JsonParser parser = AnswerJson.parser(quoted)) {
      parser.nextToken();
      return parser.getString();
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E';
  }
}
