package io.typedprompt.internal.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers with any mistakes: reading them ends, with a value or with problems, and in time. {@code
 * -Danswers.fuzz=1000000} tries more of them.
 */
class ToleranceFuzzTest {
  private static final int ROUNDS = Integer.getInteger("answers.fuzz", 20_000);

  private static final String[] TYPES = {
    "int", "int?", "ints", "int lists", "double", "decimal", "boolean", "string?", "strings",
    "category", "categories", "priority?", "json", "map", "date", "year", "char", "person",
    "persons", "person?", "note", "rating", "task", "basket", "shape", "shapes"
  };

  private static final String[] ANSWERS = {
    "{\"name\":\"Ann\",\"age\":7,\"email\":null}",
    "[{\"name\":\"Ann\",\"age\":7,\"email\":\"a@b\"}]",
    "{\"value\":[1,2,3]}",
    "{\"value\":\"HIGH\"}",
    "{\"text\":\"one\\ntwo\"}",
    "{\"owner\":\"A\",\"items\":[{\"name\":\"x\",\"price\":1.5},{\"name\":\"y\",\"price\":2}]}",
    "{\"value\":{\"type\":\"circle\",\"radius\":2}}",
    "{\"value\":[{\"key\":\"a\",\"value\":1}]}",
    "{\"itemCount\":3,\"dueDate\":\"2026-01-31\"}",
    "The answer is 42.",
    "k1 is better than TWO",
    "\"{\\\"stars\\\":4}\"",
  };

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "`",
    "“",
    "”",
    ":",
    ",",
    "\\",
    "\\u12",
    "null",
    "None",
    "true",
    "1",
    "-",
    ".",
    "e",
    "0",
    "$",
    "%",
    " ",
    "\n",
    "\t",
    "```",
    "```json\n",
    "\"\"\"",
    "~~~",
    "<think>",
    "</think>",
    "//",
    "/*",
    "*/",
    "#",
    "{{",
    "}}",
    "é",
    "😀",
    "\ud83d",
    "\u0000",
    "\uFEFF",
    "\"value\":",
    "value",
    "result",
    "\"type\":",
    "not ",
    "3,000",
    "1/5",
    "|",
    "</a>",
  };

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(ANSWERS[random.nextInt(ANSWERS.length)]);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) == 0 && at < text.length()) {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
      } else if (random.nextInt(20) == 0) {
        text.insert(at, ANSWERS[random.nextInt(ANSWERS.length)]);
      } else {
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }

  @Test
  void anyAnswerIsReadOrRefused() {
    Random random = new Random(20261125);
    int fits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = mutated(random);
      String type = TYPES[random.nextInt(TYPES.length)];
      fits += check(SampleFormats.named(type), text, type + ": " + text) ? 1 : 0;
    }
    assertThat(fits).isBetween(ROUNDS / 50, ROUNDS / 2);
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Random random = new Random(5);
    byte[] bytes = new byte[200];
    for (int round = 0; round < ROUNDS / 10; round++) {
      random.nextBytes(bytes);
      String text = new String(bytes, ISO_8859_1);
      check(SampleFormats.named(TYPES[random.nextInt(TYPES.length)]), text, text);
    }
  }

  /** Checks what is true of every answer; whether it fits. */
  private static <T> boolean check(AnswerFormat<T> format, String text, String what) {
    ParsedAnswer<T> answer = AnswerParser.parse(format, text, false, false);
    ParsedAnswer<T> strict = AnswerParser.parse(format, text, true, false);
    if (strict instanceof Fits<T> fits) {
      assertThat(fits.repairs()).as(what).isEmpty();
      assertThat(answer).as(what).isEqualTo(strict);
    }
    if (answer instanceof Misfits<T> misfits) {
      assertThat(misfits.problems()).as(what).isNotEmpty();
      return false;
    }
    Fits<T> fits = (Fits<T>) answer;
    assertThat(fits.value()).as(what).isNotNull();
    boolean asAsked = strict instanceof Fits<T>;
    assertThat(fits.repairs().isEmpty()).as(what).isEqualTo(asAsked);
    return true;
  }

  static Stream<Arguments> longTexts() {
    return Stream.of(
        text("brackets", n -> "[".repeat(n)),
        text("braces", n -> "{".repeat(n)),
        text("brackets in prose", n -> "x" + "[x".repeat(n / 2)),
        text("objects", n -> "{\"a\":".repeat(n / 5)),
        text("objects in prose", n -> "x" + "{\"a\":".repeat(n / 5)),
        text("a long list that breaks", n -> "[".repeat(400) + "1,".repeat(n / 2) + "x"),
        text("quotes", n -> "\"".repeat(n)),
        text("quotes in an object", n -> "{\"a\":" + "\"".repeat(n)),
        text("quotes in a list", n -> "[\"" + "\",".repeat(n / 2)),
        text("quotes and blanks", n -> "{\"a\":\"" + ("\"" + " ".repeat(500)).repeat(n / 501)),
        text("names in a text", n -> "{\"a\":\"" + ("\", \"" + "b".repeat(45)).repeat(n / 49)),
        text("single quotes", n -> "['" + "'".repeat(n)),
        text("back ticks", n -> "`".repeat(n)),
        text("fences", n -> "```\n".repeat(n / 4)),
        text("fences of JSON", n -> "```json\n{\n".repeat(n / 10)),
        text("fences of texts", n -> "```json\n{\"a\":\"\n".repeat(n / 14)),
        text("thinking", n -> "<think>".repeat(n / 7)),
        text("ends of thinking", n -> "</think>".repeat(n / 8)),
        text("tags", n -> "<".repeat(n)),
        text("commas", n -> "{a: x" + ",".repeat(n)),
        text("words and commas", n -> "{a: x" + ", b".repeat(n / 3)),
        text("lines", n -> "{a: x" + "\n".repeat(n)),
        text("words on lines", n -> "{a: x" + "\n b".repeat(n / 3)),
        text("blanks", n -> "{a:" + " ".repeat(n)),
        text("comments that do not end", n -> "{" + "/*".repeat(n / 2)),
        text("comments", n -> "{" + "/**/".repeat(n / 4)),
        text("hashes", n -> "[" + "#\n".repeat(n / 2)),
        text("a long name", n -> "{" + "a".repeat(n)),
        text("braces in a text", n -> "{a: x" + "{".repeat(n)),
        text("objects without quotes", n -> "p {a: x ".repeat(n / 9)),
        text("names of constants", n -> "HIGH LOW ".repeat(n / 9)),
        text("digits", n -> "1".repeat(n)),
        text("digits and commas", n -> "1,".repeat(n / 2)),
        text("escapes", n -> "{\"a\":\"" + "\\".repeat(n)),
        text("links", n -> "[a](b) ".repeat(n / 7)),
        text("many elements", n -> "{'items':[" + "'a',".repeat(n / 4) + "'a']}"),
        text("many problems", n -> "{\"items\":[" + "1,".repeat(n / 2) + "1]}"));
  }

  private static Arguments text(String name, IntFunction<String> text) {
    return Arguments.of(name, text);
  }

  /** Four times the text takes no more than four times the time, but for what chance adds. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("longTexts")
  void theTimeIsLinear(String name, IntFunction<String> text) {
    for (String type : List.of("basket", "priority")) {
      long small = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        small = Math.min(small, nanos(type, text.apply(25_000)));
      }
      long large = nanos(type, text.apply(100_000));
      assertThat(large).as(type).isLessThan(small * 16 + Duration.ofMillis(500).toNanos());
    }
  }

  /** A quadratic reading of a million characters would take hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "{\"a\":", "{a:", "\"", "'", "`", "```\n", "<think>", "</think>"})
  void aMillionCharactersAreRefused(String part) {
    String million = part.repeat(1_000_000 / part.length());
    ParsedAnswer<?> answer =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> AnswerParser.parse(SampleFormats.named("person"), million, false, false));
    assertThat(answer).isInstanceOf(Misfits.class);
  }

  private static long nanos(String type, String text) {
    long start = System.nanoTime();
    AnswerParser.parse(SampleFormats.named(type), text, false, false);
    return System.nanoTime() - start;
  }

  @Test
  void deepNestingIsReadWithoutEnd() {
    AnswerFormat<?> format = SampleFormats.named("json");
    for (String open : List.of("[", "{\"a\":", "{a: ", "['x', ")) {
      String close = open.startsWith("{") ? "}" : "]";
      String deep = open.repeat(400) + "'1'" + close.repeat(400);
      assertThat(AnswerParser.parse(format, deep, false, false)).isInstanceOf(Fits.class);
      String deeper = open.repeat(501) + "'1'" + close.repeat(501);
      assertThat(AnswerParser.parse(format, deeper, false, false).toString())
          .contains("expected at most 500 levels of nesting, found more of them");
    }
  }
}
