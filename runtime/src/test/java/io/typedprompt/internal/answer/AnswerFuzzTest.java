package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Whatever the text, reading it ends, in time, with a value or with problems. */
class AnswerFuzzTest {
  private static final int ROUNDS = 20_000;
  private static final String GOOD =
      "{\"summary\":\"s \\u00e9 \\\"q\\\"\",\"priority\":\"HIGH\",\"customers\":[{\"name\":\"Ann\","
          + "\"age\":7},{\"name\":\"Bob\",\"age\":null}],\"labels\":[\"a\",\"b\"],"
          + "\"confidence\":-0.5e1}";
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u12",
    "null",
    "true",
    "1",
    "-",
    ".",
    "e",
    "0",
    " ",
    "\n",
    "```",
    "```json\n",
    "~~~",
    "<think>",
    "</think>",
    "é",
    "😀",
    "\ud83d",
    "\u0000",
    "\"summary\"",
    "\"priority\":\"LOW\"",
    "//",
    "'",
    "\uFEFF",
    GOOD
  };

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? GOOD : "");
    for (int i = random.nextInt(8) + 1; i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) == 0 && at < text.length()) {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
      } else {
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }

  @Test
  void anyTextIsReadOrRefused() {
    Random random = new Random(1);
    int fits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = random.nextInt(4) == 0 ? noise(random) : mutated(random);
      ParsedAnswer<TriageFormat.Triage> answer =
          AnswerParser.parse(new TriageFormat(), text, random.nextBoolean(), random.nextBoolean());
      if (answer instanceof Misfits<TriageFormat.Triage> misfits) {
        assertThat(misfits.problems()).as(text).isNotEmpty();
      } else {
        fits++;
        assertThat(((Fits<TriageFormat.Triage>) answer).value()).as(text).isNotNull();
      }
    }
    assertThat(fits).isBetween(ROUNDS / 100, ROUNDS / 2);
  }

  @Test
  void noPrefixOfAnAnswerIsAValue() {
    for (int end = 0; end < GOOD.length(); end++) {
      assertThat(AnswerParser.parse(new TriageFormat(), GOOD.substring(0, end), false, false))
          .as(GOOD.substring(0, end))
          .isInstanceOf(Misfits.class);
    }
  }

  /** The scanner decides what the parser is given, so the two must agree. */
  @Test
  void theScannerTakesExactlyWhatTheParserTakes() {
    Random random = new Random(2);
    int valid = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = random.nextInt(4) == 0 ? noise(random) : mutated(random);
      JsonScanner scanner = new JsonScanner(text);
      int end = scanner.end(0);
      boolean scanned = end != JsonScanner.NONE && isJsonSpace(text.substring(end));
      assertThat(scanned).as(text).isEqualTo(isOneValue(text));
      valid += scanned ? 1 : 0;
    }
    assertThat(valid).isBetween(ROUNDS / 100, ROUNDS / 2);
  }

  private static boolean isJsonSpace(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  private static boolean isOneValue(String text) {
    try (JsonParser parser = AnswerJson.parser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        parser.getString();
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  static Stream<Arguments> longTexts() {
    int n = 1_000_000;
    return Stream.of(
        Arguments.of("open brackets", "[".repeat(n)),
        Arguments.of("open braces", "{".repeat(n)),
        Arguments.of("brackets in prose", "x" + "[x".repeat(n / 2)),
        Arguments.of("objects that break", "x" + "{\"a\":".repeat(n / 5)),
        Arguments.of(
            "objects that break late", ("{\"a\":" + "1".repeat(1000) + " ").repeat(n / 1000)),
        Arguments.of("nested and broken", "[".repeat(400) + "1,".repeat(n / 2) + "x"),
        Arguments.of("small objects", "{} ".repeat(n / 3)),
        Arguments.of("open strings", "[\"".repeat(n / 2)),
        Arguments.of("escapes", "\"" + "\\".repeat(n)),
        Arguments.of("fences", "```\n".repeat(n / 4)),
        Arguments.of("fences on a line", "``` ".repeat(n / 4)),
        Arguments.of("fences of json", "```json\n{\n".repeat(n / 10)),
        Arguments.of("blanks before fences", (" ".repeat(1000) + "```").repeat(n / 1000)),
        Arguments.of("thinking", "<think>".repeat(n / 7)),
        Arguments.of("ends of thinking", "</think>".repeat(n / 8)),
        Arguments.of("ends of something", "<think>" + "</".repeat(n / 2)),
        Arguments.of("a long number", "{\"summary\":" + "9".repeat(n) + "}"),
        Arguments.of("a long string", "{\"summary\":\"" + "x".repeat(n) + "\"}"),
        Arguments.of("a long name", "{\"" + "x".repeat(n) + "\":1}"),
        Arguments.of("many names", many(n)),
        Arguments.of("many duplicates", "{" + "\"labels\":[],".repeat(n / 12) + "\"labels\":[]}"),
        Arguments.of(
            "a long value and many duplicates",
            "{\"labels\":[\"" + "x".repeat(n) + "\"]" + ",\"labels\":[]".repeat(n / 12) + "}"),
        Arguments.of("many equal labels", "{\"labels\":[" + "\"a\",".repeat(n / 4) + "\"a\"]}"),
        Arguments.of("many problems", "{\"customers\":[" + "1,".repeat(n / 2) + "1]}"));
  }

  private static String many(int length) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; text.length() < length; i++) {
      text.append("\"n").append(i).append("\":1,");
    }
    return text.append("\"x\":1}").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longTexts")
  void aMillionCharactersTakeLittleTime(String what, String text) {
    for (boolean strict : List.of(false, true)) {
      ParsedAnswer<TriageFormat.Triage> answer =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> AnswerParser.parse(new TriageFormat(), text, strict, false));
      assertThat(answer).isInstanceOf(Misfits.class);
    }
  }
}
