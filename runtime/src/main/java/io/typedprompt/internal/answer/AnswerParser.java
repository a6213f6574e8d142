package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * From the text of an answer to a value. An answer that is strict JSON in the shape of the schema
 * is read as it is. Any other is left to {@link TolerantParser}.
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
    String trimmed = Blank.trim(text);
    ParsedAnswer<T> read = trimmed.isEmpty() ? null : readJson(trimmed);
    if (read != null && (strict || isAsAsked(read))) {
      return read;
    }
    JsonScanner scanner = new JsonScanner(trimmed);
    boolean plain = scanner.end(0) == trimmed.length();
    if (scanner.isTooDeep()) {
      return misfit("at most " + JsonScanner.MAX_DEPTH + " levels of nesting", "more of them");
    }
    if (!plain && (strict || trimmed.isEmpty())) {
      return misfit("JSON and nothing else", NoJson.found(trimmed));
    }
    // White space at the end tells that what stands before it was not cut.
    String whole = plain ? trimmed : text;
    return new TolerantParser<>(format, roundIntegers).parse(whole, plain);
  }

  /**
   * Whether the answer fits, and has no property that is perhaps one of the type's in another
   * spelling.
   */
  private static boolean isAsAsked(ParsedAnswer<?> read) {
    if (!(read instanceof Fits<?> fits)) {
      return false;
    }
    for (int i = 0; i < fits.repairs().size(); i++) {
      if (fits.repairs().get(i).kind() == RepairKind.UNKNOWN_PROPERTY) {
        return false;
      }
    }
    return true;
  }

  /** What is read from strict JSON; null if it is something else. */
  private @Nullable ParsedAnswer<T> readJson(String json) {
    try {
      ParsedAnswer<T> read = readJson(json, false);
      return read == null ? readJson(json, true) : read;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** What one pass makes of strict JSON; null if it takes one that keeps the places of values. */
  private @Nullable ParsedAnswer<T> readJson(String json, boolean keepsPlaces) {
    Findings findings = new Findings();
    try (StreamAnswerReader reader =
        new StreamAnswerReader(json, strict, roundIntegers, keepsPlaces, findings)) {
      T value = format.read(reader);
      reader.end();
      if (reader.lacksPlaces()) {
        return null;
      }
      return findings.problemCount() > 0
          ? new Misfits<>(findings.problems())
          : new Fits<>(value, findings.repairs());
    }
  }

  private ParsedAnswer<T> misfit(String expected, String found) {
    return new Misfits<>(List.of(AnswerProblem.of("", expected, found)));
  }
}
