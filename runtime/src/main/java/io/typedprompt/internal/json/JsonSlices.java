package io.typedprompt.internal.json;

import tools.jackson.core.JsonParser;

/** Cuts JSON out of the text that a parser reads, so that it stays as it was written. */
public final class JsonSlices {
  private JsonSlices() {}

  /**
   * The text of the value at whose first token the parser is; it then is at the last one.
   *
   * @param source the text that {@code in} reads
   */
  public static String value(JsonParser in, String source) {
    int start = start(in);
    in.skipChildren();
    return source.substring(start, end(in));
  }

  /** Where the current token begins. */
  public static int start(JsonParser in) {
    return (int) in.currentTokenLocation().getCharOffset();
  }

  /** Where the current token ends. */
  public static int end(JsonParser in) {
    in.finishToken();
    return (int) in.currentLocation().getCharOffset();
  }
}
