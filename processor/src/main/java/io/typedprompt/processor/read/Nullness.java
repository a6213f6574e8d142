package io.typedprompt.processor.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a type may be null.
 *
 * @param nullable whether a value of the type itself may be
 * @param parts the same of its type arguments in order, or of an array's component; parts that the
 *     list does not reach may not be null
 */
record Nullness(boolean nullable, List<Nullness> parts) {
  /** Nothing may be null. */
  static final Nullness NONE = new Nullness(false, List.of());

  Nullness part(int index) {
    return index < parts.size() ? parts.get(index) : NONE;
  }

  /** A text that tells which parts may be null; empty if none may. */
  String ofParts() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String inner = parts.get(i).ofParts();
      if (parts.get(i).nullable() || !inner.isEmpty()) {
        text.append('[').append(i).append(parts.get(i).nullable() ? "?" : "").append(inner);
        text.append(']');
      }
    }
    return text.toString();
  }

  /** What may be null by the one or by the other: two declarations of the same type. */
  Nullness or(Nullness other) {
    List<Nullness> both = new ArrayList<>();
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      both.add(part(i).or(other.part(i)));
    }
    return new Nullness(nullable || other.nullable, List.copyOf(both));
  }

  /** The same, but nullable itself if the flag is true. */
  Nullness or(boolean alsoNullable) {
    return alsoNullable == nullable ? this : new Nullness(nullable || alsoNullable, parts);
  }
}
