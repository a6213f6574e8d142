package io.typedprompt.testing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what a schema's {@code $ref} points to inside the same document. */
final class References {
  private References() {}

  /** The schema that a reference such as {@code #/$defs/Node} names, or null if there is none. */
  static @Nullable JsonNode resolve(JsonNode root, String reference) {
    if (!reference.startsWith("#")) {
      return null;
    }
    String pointer = reference.substring(1);
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      return null;
    }
    JsonNode found = root.at(pointer);
    return found.isMissingNode() ? null : found;
  }
}
