package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import org.jspecify.annotations.Nullable;

/**
 * Which of several names a text is.
 *
 * @param index the name's index; negative if it is none
 * @param kind in which way the text differs from the name; null if it does not, or is none
 * @param why why it is none, where there is more to say than that; empty if not
 */
record NameMatch(int index, @Nullable RepairKind kind, String why) {
  static NameMatch none(String why) {
    return new NameMatch(-1, null, why);
  }

  boolean isNone() {
    return index < 0;
  }
}
