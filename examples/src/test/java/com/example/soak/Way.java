package com.example.soak;

/** How a prompt is called. */
enum Way {
  TEXT(false, false),
  TEXT_RESULT(false, false),
  VERDICT(true, false),
  VERDICT_RESULT(true, false),
  LATER_TEXT(false, false),
  LATER_VERDICT(true, false),
  TEXT_STREAM(false, true),
  VERDICT_STREAM(true, true),
  PIECES(false, true);

  private final boolean typed;
  private final boolean streamed;

  Way(boolean typed, boolean streamed) {
    this.typed = typed;
    this.streamed = streamed;
  }

  boolean isTyped() {
    return typed;
  }

  boolean isStreamed() {
    return streamed;
  }

  boolean isFuture() {
    return this == LATER_TEXT || this == LATER_VERDICT;
  }

  /** Whether the caller sees that a text was cut at the limit of tokens. */
  boolean showsCut() {
    return this == TEXT_RESULT || this == TEXT_STREAM || this == PIECES;
  }
}
