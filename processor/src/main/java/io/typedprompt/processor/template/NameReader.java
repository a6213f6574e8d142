package io.typedprompt.processor.template;

import io.typedprompt.processor.template.TemplateName.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what tags contain: names of values and of partials. Reports those that are malformed. */
final class NameReader {
  private static final String DEFAULT_ENDING = ".mustache";

  private final TextProblems problems;
  private final MalformedName malformed;

  NameReader(TextProblems problems) {
    this.problems = problems;
    this.malformed = new MalformedName(problems);
  }

  /** The name in a variable or section tag; empty if there was a problem. */
  Optional<TemplateName> name(Tag tag) {
    String text = tag.content().text();
    if (text.isEmpty()) {
      problems.emptyTag(tag);
      return Optional.empty();
    }
    if (text.equals(".")) {
      return Optional.of(new TemplateName(List.of(), tag.content()));
    }
    if (text.codePoints().allMatch(c -> c == '.' || TemplateName.isSegmentPart(c))) {
      return dotted(tag, text);
    }
    malformed.reportCharacters(tag);
    return Optional.empty();
  }

  /** The resource that a partial tag names; empty if there was a problem. */
  Optional<String> resource(Tag tag) {
    String text = tag.content().text();
    if (text.isEmpty()) {
      problems.emptyTag(tag);
      return Optional.empty();
    }
    if (text.startsWith("*")) {
      problems.unsupported(
          tag,
          "chooses a partial at run time",
          "name the partial, or choose between several with sections.");
      return Optional.empty();
    }
    if (!isResource(text)) {
      problems.malformedResource(tag);
      return Optional.empty();
    }
    boolean ending = text.indexOf('.', text.lastIndexOf('/') + 1) >= 0;
    return Optional.of(ending ? text : text + DEFAULT_ENDING);
  }

  private Optional<TemplateName> dotted(Tag tag, String text) {
    int offset = tag.content().start();
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      if (start == end) {
        malformed.reportDot(tag, start);
        return Optional.empty();
      }
      Span span = tag.content().source().span(offset + start, offset + end);
      segments.add(new Segment(text.substring(start, end), span));
      start = end + 1;
    }
    return Optional.of(new TemplateName(segments, tag.content()));
  }

  /** Parts with dots only would leave the root; the other characters are not for file names. */
  private static boolean isResource(String text) {
    for (String part : text.split("/", -1)) {
      boolean onlyDots = part.chars().allMatch(c -> c == '.');
      if (onlyDots || part.codePoints().anyMatch(NameReader::isNoFileCharacter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoFileCharacter(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.isISOControl(codePoint)
        || "\\\"'<>|:*?{}".indexOf(codePoint) >= 0;
  }
}
