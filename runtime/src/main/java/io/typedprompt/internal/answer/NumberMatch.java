package io.typedprompt.internal.answer;

import org.jspecify.annotations.Nullable;

/**
 * The number that a text says.
 *
 * @param number the number as JSON writes it; null if there is none
 * @param why why there is none, where there is more to say than that; empty if not
 */
record NumberMatch(@Nullable String number, String why) {
  static NumberMatch of(String number) {
    return new NumberMatch(number, "");
  }

  static NumberMatch none(String why) {
    return new NumberMatch(null, why);
  }
}
