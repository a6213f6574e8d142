package io.typedprompt.internal.answer;

import org.jspecify.annotations.Nullable;

/**
 * The tags, such as {@code <think>} or {@code [THINK]}, that some models put around their thinking.
 */
final class ThinkingTags {
  private static final String[] TAGS = {
    "think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad", "analysis"
  };

  private ThinkingTags() {}

  /** Whether such a tag in brackets, and no array, begins there. */
  static boolean isBracketAt(String text, int at) {
    return openAt(text, at) != null || closeAt(text, at) != null;
  }

  /** The name of the tag that opens there; null if none does. */
  static @Nullable String openAt(String text, int at) {
    return tagAt(text, at, at + 1);
  }

  /** The name of the tag that closes there; null if none does. */
  static @Nullable String closeAt(String text, int at) {
    return text.startsWith("/", at + 1) ? tagAt(text, at, at + 2) : null;
  }

  private static @Nullable String tagAt(String text, int at, int start) {
    for (String tag : TAGS) {
      if (text.regionMatches(true, start, tag, 0, tag.length())
          && text.startsWith(closer(text, at), start + tag.length())) {
        return tag;
      }
    }
    return null;
  }

  private static String closer(String text, int at) {
    return text.charAt(at) == '[' ? "]" : ">";
  }

  /** Where thinking ends that begins there. If it does not, it goes to the end of the text. */
  static int end(String text, String tag, int start) {
    String opener = text.substring(start, start + 1) + "/";
    String end = opener + tag + closer(text, start);
    for (int at = text.indexOf(opener, start); at >= 0; at = text.indexOf(opener, at + 1)) {
      if (text.regionMatches(true, at, end, 0, end.length())) {
        return at + end.length();
      }
    }
    return text.length();
  }
}
