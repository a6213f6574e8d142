package io.typedprompt.internal.answer;

import java.nio.CharBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * An answer that was parsed.
 *
 * @param text the text that it was parsed from
 * @param root its value
 * @param inProse whether there is prose around it, so that a list of one may be a mark in that
 */
record TreeSource(String text, Node root, boolean inProse) {
  /** Whether the node is the whole answer, and stands in prose. */
  boolean isInProse(Node node) {
    return inProse && node.start() == root.start();
  }

  /** A short form of a node, as it was written. */
  String excerpt(Node node) {
    if (node instanceof Node.Text text) {
      boolean quoted = text.form() == Node.Form.QUOTED || text.form() == Node.Form.NAME;
      return quoted ? Excerpt.quoted(text.value()) : Excerpt.of(text.value());
    }
    return Excerpt.of(CharBuffer.wrap(text, node.start(), node.end()));
  }

  static Set<Node> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
