package io.typedprompt.processor.template;

import io.typedprompt.processor.template.TemplateName.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what tags contain: names of values and of partials. Reports those that are malformed. */
final class NameReader {
  /** What sections are called where templates have statements. */
  private static final Set<String> STATEMENTS = Set.of("if", "unless", "each", "for", "with");

  private static final String DEFAULT_ENDING = ".mustache";

  private final TextProblems problems;

  NameReader(TextProblems problems) {
    this.problems = problems;
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
    reportCharacters(tag, text);
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
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      if (start == end) {
        problems.malformedName(tag, misplacedDot(text, start), "");
        return Optional.empty();
      }
      int offset = tag.content().start();
      Span span = tag.content().source().span(offset + start, offset + end);
      segments.add(new Segment(text.substring(start, end), span));
      start = end + 1;
    }
    return Optional.of(new TemplateName(segments, tag.content()));
  }

  private static String misplacedDot(String text, int emptySegment) {
    if (emptySegment == 0) {
      return "it starts with a dot";
    }
    return emptySegment == text.length() ? "it ends with a dot" : "it has two dots in a row";
  }

  private void reportCharacters(Tag tag, String text) {
    String[] words = text.split("\\s+", 3);
    if (words.length == 2
        && STATEMENTS.contains(words[0])
        && TemplateName.isSegment(words[1].replace(".", ""))) {
      problems.malformedName(tag, "it has a space", statementAdvice(tag, words[0], words[1]));
      return;
    }
    int first = text.codePointAt(0);
    if (!TemplateName.isSegmentPart(first) && first != '.' && first != '@') {
      problems.literalBraces(tag.span(), tag.delimiters());
      return;
    }
    text.codePoints()
        .filter(c -> c != '.' && !Character.isWhitespace(c) && !TemplateName.isSegmentPart(c))
        .findFirst()
        .ifPresentOrElse(
            c -> reportCharacter(tag, c),
            () -> problems.malformedName(tag, "it has a space", proseAdvice(tag, words[0])));
  }

  private void reportCharacter(Tag tag, int codePoint) {
    boolean visible = DisplayCell.of(codePoint).width() > 0 && !Character.isSpaceChar(codePoint);
    if (visible) {
      problems.malformedName(
          tag,
          "it has '" + Character.toString(codePoint) + "'",
          TextProblems.literalHint(tag.delimiters()));
    } else {
      String code = String.format(Locale.ROOT, "U+%04X", codePoint);
      problems.malformedName(tag, "it has the invisible character " + code, "");
    }
  }

  private static String statementAdvice(Tag tag, String statement, String name) {
    String sigil = statement.equals("unless") ? "^" : "#";
    Delimiters delimiters = tag.delimiters();
    String advice =
        "Mustache has no '"
            + statement
            + "': write '"
            + delimiters.tag(sigil + name)
            + " ... "
            + delimiters.tag("/" + name)
            + "'.";
    return tag.type() == TagType.VARIABLE
        ? advice + " " + TextProblems.literalHint(delimiters)
        : advice;
  }

  /** Statements with more than a name are code; other words with spaces are mistaken names. */
  private static String proseAdvice(Tag tag, String firstWord) {
    return STATEMENTS.contains(firstWord) ? TextProblems.literalHint(tag.delimiters()) : "";
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
