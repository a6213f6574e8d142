package io.typedprompt.internal.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text and the thinking that some models write into it, in tags such as {@code <think>}.
 *
 * @param answer the text with spaces in place of thinking, so that what is left keeps its place
 * @param thinking the first of the thinking; empty if there is none
 */
record ThinkingText(String answer, String thinking) {
  private static final String[] TAGS = {
    "think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad"
  };

  /**
   * Separates thinking from the rest. Thinking that does not end goes to the end of the text; where
   * only its end is marked, it began with the text.
   */
  static ThinkingText in(String text) {
    char[] answer = null;
    String thinking = "";
    int blankedTo = 0;
    int at = text.indexOf('<');
    while (at >= 0) {
      boolean closing = text.startsWith("/", at + 1);
      String tag = tagAt(text, closing ? at + 2 : at + 1);
      int next = at + 1;
      if (tag != null) {
        int start = closing ? blankedTo : at;
        next = closing ? at + tag.length() + 3 : endOf(text, tag, at);
        if (answer == null) {
          answer = text.toCharArray();
          thinking = text.substring(start, next);
        }
        Arrays.fill(answer, start, next, ' ');
        blankedTo = next;
      }
      at = text.indexOf('<', next);
    }
    return new ThinkingText(answer == null ? text : new String(answer), thinking);
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
