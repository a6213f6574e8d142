package io.typedprompt.internal.answer;

/** Tells in which way a text is no JSON. */
final class NoJson {
  private static final int AROUND = 20;

  private NoJson() {}

  /** What was found instead of strict JSON. */
  static String found(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    JsonScanner scanner = new JsonScanner(text);
    boolean meantAsJson = text.charAt(0) == '{' || text.charAt(0) == '[';
    if (!meantAsJson || scanner.end(0) != JsonScanner.NONE) {
      return Excerpt.of(text);
    }
    boolean cut = scanner.failedAt() >= text.length();
    return cut ? cut(text) : mistake(text, scanner.failedAt());
  }

  static String cut(String text) {
    return "JSON that ends too early: " + Excerpt.of(text);
  }

  static String mistake(String text, int at) {
    int start = Math.max(0, at - AROUND);
    int end = Math.min(text.length(), at + AROUND);
    return "JSON with a mistake at character "
        + (at + 1)
        + ": "
        + Excerpt.of(text.substring(start, end));
  }
}
