package io.typedprompt.processor.template;

/** The kinds of tags, told apart by the first character in them. */
enum TagType {
  VARIABLE("", false),
  UNESCAPED("&", false),
  TRIPLE("{", false),
  SECTION("#", true),
  INVERTED("^", true),
  CLOSE("/", true),
  PARTIAL(">", true),
  COMMENT("!", true),
  DELIMITERS("=", true),
  PARENT("<", true),
  BLOCK("$", true);

  private static final TagType[] VALUES = values();

  private final String sigil;
  private final boolean standalone;

  TagType(String sigil, boolean standalone) {
    this.sigil = sigil;
    this.standalone = standalone;
  }

  static TagType startingWith(char c) {
    for (TagType type : VALUES) {
      if (!type.sigil.isEmpty() && type.sigil.charAt(0) == c) {
        return type;
      }
    }
    return VARIABLE;
  }

  /** The character that marks this kind; empty for a plain variable. */
  String sigil() {
    return sigil;
  }

  /** Whether a line with nothing but this tag is removed. */
  boolean mayStandAlone() {
    return standalone;
  }
}
