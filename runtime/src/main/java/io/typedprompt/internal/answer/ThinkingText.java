package io.typedprompt.internal.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The thinking that some models write into their answers, in tags such as {@code <think>}. */
final class ThinkingText {
  private static final String[] TAGS = {
    "think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad"
  };

  private ThinkingText() {}

  /**
   * The text with spaces in place of thinking, so that what is left keeps its place; the same text
   * if there is none. Thinking that does not end goes to the end; where only the end is marked, it
   * began with the text.
   */
  static String blank(String text) {
    char[] blanked = null;
    int at = text.indexOf('<');
    while (at >= 0) {
      boolean closing = text.startsWith("/", at + 1);
      String tag = tagAt(text, closing ? at + 2 : at + 1);
      int next = at + 1;
      if (tag != null) {
        int start = closing ? 0 : at;
        next = closing ? at + tag.length() + 3 : endOf(text, tag, at);
        blanked = blanked == null ? text.toCharArray() : blanked;
        Arrays.fill(blanked, start, next, ' ');
      }
      at = text.indexOf('<', next);
    }
    return blanked == null ? text : new String(blanked);
  }

  private static @Nullable String tagAt(String text, int start) {
    for (String tag : TAGS) {
      if (text.regionMatches(true, start, tag, 0, tag.length())
          && text.startsWith(">", start + tag.length())) {
        return tag;
      }
    }
    return null;
  }

  private static int endOf(String text, String tag, int start) {
    String end = "</" + tag + ">";
    for (int at = text.indexOf("</", start); at >= 0; at = text.indexOf("</", at + 1)) {
      if (text.regionMatches(true, at, end, 0, end.length())) {
        return at + end.length();
      }
    }
    return text.length();
  }
}
