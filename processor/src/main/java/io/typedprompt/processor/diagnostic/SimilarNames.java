package io.typedprompt.processor.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class SimilarNames {
  /** More changes than this make another word, however long it is. */
  private static final int MAX_DISTANCE = 3;

  private SimilarNames() {}

  /**
   * The candidate that is most like a name; empty if none is like it.
   *
   * <p>One that differs only in case, {@code _} and {@code -} comes first, then the one with the
   * fewest typing mistakes (a letter wrong, missing, too many, or two swapped), at most one per
   * three letters. Among equals, the first in the order of the collection.
   */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    String wanted = simplified(name);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String offered = simplified(candidate);
      int limit = Math.min(MAX_DISTANCE, Math.max(wanted.length(), offered.length()) / 3);
      if (Math.abs(wanted.length() - offered.length()) > limit) {
        continue;
      }
      int distance = distance(wanted, offered);
      if (distance <= limit && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String simplified(String name) {
    String letters = name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    return letters.isEmpty() ? name : letters;
  }

  /** The Damerau-Levenshtein distance, in which no part is changed twice. */
  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      current[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = free;
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int replaced = previous[j - 1] + (same ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], 1 + beforePrevious[j - 2]);
        }
      }
    }
    return current[b.length()];
  }
}
