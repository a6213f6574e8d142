package io.typedprompt.processor.template;

import java.util.Objects;

/**
 * A part of a template's text.
 *
 * @param source the text
 * @param start the offset of the first character, in UTF-16 units
 * @param end the offset after the last character; not before {@code start}
 */
public record Span(TemplateText source, int start, int end) {
  public Span {
    Objects.checkFromToIndex(start, end, source.text().length());
  }

  /** The text of this part. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The number of the line in which this part starts; the first is 1. */
  public int line() {
    return source.lineAt(start);
  }

  /** The column in which this part starts, in code points; the first is 1. */
  public int column() {
    return 1 + source.text().codePointCount(source.lineStart(line()), start);
  }

  /**
   * The line in which this part starts with carets under the part, in two indented lines without a
   * newline at the end:
   *
   * <pre>
   *   template line 2: Dear &#123;&#123;custmer.name&#125;&#125;,
   *                           ^^^^^^^
   * </pre>
   *
   * <p>A resource is named instead: {@code prompts/haiku.mustache:2:8: }. A long line is shortened
   * around the carets; tabs and control characters are shown as spaces.
   */
  public String excerpt() {
    return new Excerpt(this).draw();
  }

  @Override
  public String toString() {
    return source + ":" + line() + ":" + column();
  }
}
