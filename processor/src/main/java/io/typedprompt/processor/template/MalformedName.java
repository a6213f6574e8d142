package io.typedprompt.processor.template;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Says what is wrong with a name, and what its writer may have had in mind: often, code. */
final class MalformedName {
  /** What sections are called where templates have statements. */
  private static final Set<String> STATEMENTS = Set.of("if", "unless", "each", "for", "with");

  private final TextProblems problems;

  MalformedName(TextProblems problems) {
    this.problems = problems;
  }

  /** Reports a dot with nothing before or after it. */
  void reportDot(Tag tag, int emptySegment) {
    if (emptySegment == 0) {
      problems.malformedName(tag, "it starts with a dot", literalHint(tag));
    } else if (emptySegment == tag.content().text().length()) {
      problems.malformedName(tag, "it ends with a dot", "");
    } else {
      problems.malformedName(tag, "it has two dots in a row", "");
    }
  }

  /** Reports a name with characters that no name has. */
  void reportCharacters(Tag tag) {
    String text = tag.content().text();
    String[] words = text.split("\\s+");
    Optional<String> subject = subject(words);
    if (subject.isPresent()) {
      problems.malformedName(
          tag, "it has a space", statementAdvice(tag, words[0], subject.orElseThrow()));
      return;
    }
    if (!canStartCode(text.codePointAt(0))) {
      problems.literalBraces(tag.span(), tag.delimiters());
      return;
    }
    OptionalInt wrong = text.codePoints().filter(MalformedName::isInNoName).findFirst();
    if (wrong.isEmpty()) {
      problems.malformedName(tag, "it has a space", isCode(words) ? literalHint(tag) : "");
    } else if (isVisible(wrong.getAsInt())) {
      String character = Character.toString(wrong.getAsInt());
      problems.malformedName(tag, "it has '" + character + "'", literalHint(tag));
    } else {
      String code = String.format(Locale.ROOT, "U+%04X", wrong.getAsInt());
      problems.malformedName(tag, "it has the invisible character " + code, "");
    }
  }

  /** The name that a statement such as {@code if x} or {@code for x in xs} is about. */
  private static Optional<String> subject(String[] words) {
    boolean statement = words.length > 1 && STATEMENTS.contains(words[0]);
    if (!statement) {
      return Optional.empty();
    }
    boolean loop = words.length == 4 && words[0].equals("for") && words[2].equals("in");
    boolean alone = words.length == 2 || words[2].equals("as");
    String name = loop ? words[3] : words[1];
    return (loop || alone) && TemplateName.isSegment(name.replace(".", ""))
        ? Optional.of(name)
        : Optional.empty();
  }

  private static String statementAdvice(Tag tag, String statement, String name) {
    String sigil = statement.equals("unless") ? "^" : "#";
    Delimiters delimiters = tag.delimiters();
    String section = delimiters.tag(sigil + name) + " ... " + delimiters.tag("/" + name);
    String advice = "Mustache has no '" + statement + "': write '" + section + "'.";
    return tag.type() == TagType.VARIABLE ? advice + " " + literalHint(tag) : advice;
  }

  private static boolean canStartCode(int codePoint) {
    return TemplateName.isSegmentPart(codePoint) || codePoint == '.' || codePoint == '@';
  }

  private static boolean isInNoName(int codePoint) {
    return codePoint != '.'
        && !Character.isWhitespace(codePoint)
        && !TemplateName.isSegmentPart(codePoint);
  }

  private static boolean isVisible(int codePoint) {
    return DisplayCell.of(codePoint).width() > 0 && !Character.isSpaceChar(codePoint);
  }

  /** Whether these words are code or prose and no mistaken name. */
  private static boolean isCode(String[] words) {
    return words.length > 2
        || STATEMENTS.contains(words[0])
        || words[0].codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static String literalHint(Tag tag) {
    return TextProblems.literalHint(tag.delimiters());
  }
}
