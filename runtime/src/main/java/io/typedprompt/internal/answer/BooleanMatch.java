package io.typedprompt.internal.answer;

/** Finds whether a text says true or false. */
final class BooleanMatch {
  private static final int TRUE = 1;
  private static final int FALSE = 0;

  private final NameMatcher words = new NameMatcher();

  BooleanMatch() {
    words.add(TRUE, "true");
    words.add(FALSE, "false");
  }

  /** The index is 1 for true and 0 for false. */
  NameMatch match(String text) {
    return switch (Spelling.isPlain(text) ? Spelling.of(text) : "") {
      case "yes" -> new NameMatch(TRUE, null, "");
      case "no" -> new NameMatch(FALSE, null, "");
      default -> words.match(text);
    };
  }
}
