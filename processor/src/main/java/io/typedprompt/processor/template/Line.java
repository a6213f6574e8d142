package io.typedprompt.processor.template;

import java.util.Optional;

/**
 * A line that holds nothing but a tag, or the lines, where the tag goes over several.
 *
 * @param start where it starts
 * @param end where the next one starts
 */
record Line(int start, int end) {

  /** The line of a tag, unless there is something else in it than spaces and tabs. */
  static Optional<Line> heldBy(Tag tag) {
    String text = tag.span().source().text();
    int start = tag.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    if (start > 0 && text.charAt(start - 1) != '\n') {
      return Optional.empty();
    }
    int end = tag.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      return Optional.of(new Line(start, end));
    }
    if (text.startsWith("\r\n", end)) {
      return Optional.of(new Line(start, end + 2));
    }
    return text.charAt(end) == '\n' ? Optional.of(new Line(start, end + 1)) : Optional.empty();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
