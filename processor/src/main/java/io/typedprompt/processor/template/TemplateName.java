package io.typedprompt.processor.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The name in a variable or section tag: a dotted path such as {@code customer.name}, or the
 * implicit iterator {@code .}, which has no segments.
 *
 * @param span the name as written
 */
public record TemplateName(List<Segment> segments, Span span) {
  public TemplateName {
    segments = List.copyOf(segments);
  }

  /** A part of a dotted name. */
  public record Segment(String text, Span span) {}

  /** Whether this is {@code .}, the value that the enclosing section stands on. */
  public boolean isImplicitIterator() {
    return segments.isEmpty();
  }

  /** The name with its dots. */
  public String text() {
    return isImplicitIterator()
        ? "."
        : segments.stream().map(Segment::text).collect(Collectors.joining("."));
  }

  /**
   * Whether a template can say this name: it is not empty and has only letters, digits, {@code _},
   * {@code -}, {@code $} and what else a Java identifier may hold.
   */
  public static boolean isSegment(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(TemplateName::isSegmentPart);
  }

  /** Any Java identifier must be a name; those characters that nobody sees are left out. */
  static boolean isSegmentPart(int codePoint) {
    return codePoint == '-'
        || (Character.isJavaIdentifierPart(codePoint)
            && !Character.isIdentifierIgnorable(codePoint));
  }

  @Override
  public String toString() {
    return text();
  }
}
