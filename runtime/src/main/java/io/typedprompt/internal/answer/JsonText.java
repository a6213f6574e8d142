package io.typedprompt.internal.answer;

/** Comparison of JSON values by their text. */
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

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E';
  }
}
