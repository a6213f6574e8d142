package io.typedprompt.internal.call;

import java.util.Iterator;

/**
 * The pieces of a stream's text, which belong to one answer after the other if tools are called.
 */
public interface TextCursor extends Iterator<String> {
  /** How many answers came before the one that the piece looked at last is of. */
  int round();

  /** The same of any texts: those that are no stream's are of one answer. */
  static int round(Iterator<String> texts) {
    return texts instanceof TextCursor cursor ? cursor.round() : 0;
  }
}
