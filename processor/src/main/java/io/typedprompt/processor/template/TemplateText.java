package io.typedprompt.processor.template;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The text of a template, and where it comes from: an annotation's value or a named resource. */
public final class TemplateText {
  private final Optional<String> resource;
  private final String text;
  private final int[] lineStarts;

  private TemplateText(Optional<String> resource, String text) {
    this.resource = resource;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A text that is written in an annotation. */
  public static TemplateText inline(String text) {
    return new TemplateText(Optional.empty(), text);
  }

  /**
   * A text that was read from a resource.
   *
   * @param resource its name from the root of the class path, such as {@code
   *     prompts/haiku.mustache}
   */
  public static TemplateText resource(String resource, String text) {
    return new TemplateText(Optional.of(resource), text);
  }

  /** The name of the resource; empty for a text that is written in an annotation. */
  public Optional<String> resource() {
    return resource;
  }

  public String text() {
    return text;
  }

  /** The part from {@code start} (inclusive) to {@code end} (exclusive), in UTF-16 units. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** The number of the line that holds the character at {@code offset}; the first is 1. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset at which a line starts. */
  int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The offset at which a line ends, before its {@code \n} or {@code \r\n}. */
  int lineEnd(int line) {
    if (line == lineStarts.length) {
      return text.length();
    }
    int newline = lineStarts[line] - 1;
    boolean carriageReturn = newline > lineStart(line) && text.charAt(newline - 1) == '\r';
    return carriageReturn ? newline - 1 : newline;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts[line++] = i + 1;
      }
    }
    return starts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TemplateText that
        && resource.equals(that.resource)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(resource, text);
  }

  @Override
  public String toString() {
    return resource.orElse("template");
  }
}
