package io.typedprompt.processor.template;

/** What a tag starts and ends with. */
record Delimiters(String open, String close) {
  static final Delimiters DEFAULT = new Delimiters("{{", "}}");

  /** A tag with the given content. */
  String tag(String content) {
    return open + content + close;
  }

  /** Delimiters that make these plain text. */
  Delimiters alternative() {
    return open.equals("{{") ? new Delimiters("<%", "%>") : DEFAULT;
  }

  /** The tag that sets other delimiters. */
  String change(Delimiters next) {
    return tag("=" + next.open + " " + next.close + "=");
  }
}
