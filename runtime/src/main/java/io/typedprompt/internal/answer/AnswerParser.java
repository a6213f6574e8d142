package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.Candidates.Span;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From the text of an answer to a value. An answer that is JSON as a whole is read as it is.
 * Otherwise all places are collected that could be the answer, and the type decides which one is:
 * one that fits. If two of them fit and differ, none is taken.
 *
 * <p>Whatever the text is, nothing is thrown, and the time is linear in its length.
 */
public final class AnswerParser<T> {
  /** The longest answer that is read, in characters. */
  static final int MAX_LENGTH = 16 * 1024 * 1024;

  private final AnswerFormat<T> format;
  private final boolean strict;
  private final boolean roundIntegers;

  private AnswerParser(AnswerFormat<T> format, boolean strict, boolean roundIntegers) {
    this.format = format;
    this.strict = strict;
    this.roundIntegers = roundIntegers;
  }

  /**
   * Reads an answer.
   *
   * @param strict whether only plain JSON in the schema's shape is taken
   * @param roundIntegers whether fractions are rounded where integers are asked
   */
  public static <T> ParsedAnswer<T> parse(
      AnswerFormat<T> format, String text, boolean strict, boolean roundIntegers) {
    return new AnswerParser<>(format, strict, roundIntegers).parse(text);
  }

  private ParsedAnswer<T> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return misfit("at most " + MAX_LENGTH + " characters", text.length() + " characters");
    }
    String trimmed = trim(text);
    JsonScanner scanner = new JsonScanner(trimmed);
    if (scanner.end(0) == trimmed.length()) {
      return read(trimmed, List.of());
    }
    if (scanner.isTooDeep()) {
      return misfit("at most " + JsonScanner.MAX_DEPTH + " levels of nesting", "more of them");
    }
    if (strict || trimmed.isEmpty()) {
      return misfit("JSON and nothing else", notJson(trimmed));
    }
    return search(trimmed);
  }

  private ParsedAnswer<T> search(String text) {
    ThinkingText parts = ThinkingText.in(text);
    Candidates candidates = Candidates.in(parts.answer());
    ParsedAnswer<T> chosen = choose(parts, candidates.fenced());
    if (chosen == null) {
      chosen = choose(parts, candidates.loose());
    }
    if (chosen != null) {
      return chosen;
    }
    Span longest = candidates.longest();
    if (longest != null) {
      return read(longest.in(parts.answer()), List.of());
    }
    return misfit("JSON for the schema \"" + format.name() + "\"", notJson(text));
  }

  /** The candidate that fits; null if none does. */
  private @Nullable ParsedAnswer<T> choose(ThinkingText parts, List<Span> spans) {
    Fits<T> chosen = null;
    String chosenJson = "";
    for (Span span : spans) {
      String json = span.in(parts.answer());
      if (read(json, repairs(parts, span)) instanceof Fits<T> fits) {
        if (chosen == null) {
          chosen = fits;
          chosenJson = json;
        } else if (!json.equals(chosenJson) && !Objects.equals(fits.value(), chosen.value())) {
          return misfit(
              "one answer",
              "two that differ: " + Excerpt.of(chosenJson) + " and " + Excerpt.of(json));
        }
      }
    }
    return chosen;
  }

  private static List<Repair> repairs(ThinkingText parts, Span span) {
    String answer = parts.answer();
    List<Repair> repairs = new ArrayList<>();
    if (!parts.thinking().isEmpty()) {
      repairs.add(Repair.of("", RepairKind.THINKING_TEXT, Excerpt.of(parts.thinking())));
    }
    if (span.isFenced()) {
      repairs.add(
          Repair.of(
              "",
              RepairKind.CODE_FENCE,
              Excerpt.of(answer.substring(span.outerStart(), span.start()))));
    }
    String before = answer.substring(0, span.outerStart());
    String after = answer.substring(span.outerEnd());
    if (!before.isBlank() || !after.isBlank()) {
      String around = Excerpt.of(before.strip()) + " … " + Excerpt.of(after.strip());
      repairs.add(Repair.of("", RepairKind.SURROUNDING_TEXT, around.strip()));
    }
    return repairs;
  }

  private ParsedAnswer<T> read(String json, List<Repair> outer) {
    Findings findings = new Findings();
    T value;
    try (StreamAnswerReader reader =
        new StreamAnswerReader(json, strict, roundIntegers, findings)) {
      value = format.read(reader);
    }
    if (findings.problemCount() > 0) {
      return new Misfits<>(findings.problems());
    }
    List<Repair> repairs = new ArrayList<>(outer);
    repairs.addAll(findings.repairs());
    return new Fits<>(value, List.copyOf(repairs));
  }

  private ParsedAnswer<T> misfit(String expected, String found) {
    return new Misfits<>(List.of(AnswerProblem.of("", expected, found)));
  }

  private static String notJson(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    JsonScanner scanner = new JsonScanner(text);
    boolean meantAsJson = text.charAt(0) == '{' || text.charAt(0) == '[';
    if (!meantAsJson || scanner.end(0) != JsonScanner.NONE) {
      return Excerpt.of(text);
    }
    int failedAt = scanner.failedAt();
    if (failedAt >= text.length()) {
      return "JSON that ends too early: " + Excerpt.of(text);
    }
    return "JSON with a mistake at character "
        + (failedAt + 1)
        + ": "
        + Excerpt.of(
            text.substring(Math.max(0, failedAt - 20), Math.min(text.length(), failedAt + 20)));
  }

  /** Without white space, marks of byte order and spaces that do not break around it. */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
