package io.typedprompt.processor.template;

/** How one code point looks in a terminal: what is printed for it, and in how many columns. */
record DisplayCell(String text, int width) {
  private static final DisplayCell SPACE = new DisplayCell(" ", 1);
  private static final DisplayCell NOTHING = new DisplayCell("", 0);

  /** The wide symbols among the old ones, most of which are narrow: check marks, stars and such. */
  private static final String WIDE_SYMBOLS =
      "\u231A\u231B\u23E9\u23EA\u23EB\u23EC\u23F0\u23F3\u2614\u2615\u267F\u2693\u26A1\u26AA\u26AB"
          + "\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A"
          + "\u270B\u2728\u274C\u274E\u2753\u2754\u2755\u2757\u2795\u2796\u2797\u27B0\u27BF\u2B1B"
          + "\u2B1C\u2B50\u2B55";

  static DisplayCell of(int codePoint) {
    if (movesText(codePoint)) {
      return NOTHING;
    }
    if (isSkinTone(codePoint)) {
      return new DisplayCell(Character.toString(codePoint), 0);
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> SPACE;
      case Character.SURROGATE -> new DisplayCell("\uFFFD", 1);
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT ->
          new DisplayCell(Character.toString(codePoint), 0);
      default -> new DisplayCell(Character.toString(codePoint), isWide(codePoint) ? 2 : 1);
    };
  }

  /** The marks that change the direction of the text after them: carets would miss their place. */
  private static boolean movesText(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** These colour the emoji before them. */
  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  /** East Asian wide characters and emoji, by block: near enough for a caret. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD)
        || WIDE_SYMBOLS.indexOf(c) >= 0;
  }
}
