package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import io.typedprompt.internal.answer.ParsedAnswer.Misfits;
import io.typedprompt.internal.answer.TriageFormat.Customer;
import io.typedprompt.internal.answer.TriageFormat.Priority;
import io.typedprompt.internal.answer.TriageFormat.Triage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
  private static final String GOOD =
      "{\"summary\":\"s\",\"priority\":\"HIGH\",\"customers\":[{\"name\":\"Ann\",\"age\":7}],"
          + "\"labels\":[\"a\",\"b\"],\"confidence\":0.5}";
  private static final Triage TRIAGE =
      new Triage(
          "s", Priority.HIGH, List.of(new Customer("Ann", Optional.of(7))), Set.of("a", "b"), 0.5);

  private static ParsedAnswer<Triage> parse(String text) {
    return AnswerParser.parse(new TriageFormat(), text, false, false);
  }

  private static ParsedAnswer<Triage> parseStrictly(String text) {
    return AnswerParser.parse(new TriageFormat(), text, true, false);
  }

  private static <T> ParsedAnswer<T> parse(AnswerFormat<T> format, String json) {
    return AnswerParser.parse(format, "{\"value\":" + json + "}", false, false);
  }

  private static <T> List<AnswerProblem> problems(ParsedAnswer<T> answer) {
    assertThat(answer).isInstanceOf(Misfits.class);
    return ((Misfits<T>) answer).problems();
  }

  /** The problems as lines. */
  private static <T> List<String> lines(ParsedAnswer<T> answer) {
    List<String> lines = new ArrayList<>();
    for (AnswerProblem problem : problems(answer)) {
      lines.add(problem.toString());
    }
    return lines;
  }

  private static <T> Fits<T> fits(ParsedAnswer<T> answer) {
    assertThat(answer).isInstanceOf(Fits.class);
    return (Fits<T>) answer;
  }

  private static List<String> repairs(ParsedAnswer<Triage> answer) {
    List<String> repairs = new ArrayList<>();
    for (Repair repair : fits(answer).repairs()) {
      repairs.add(repair + ": " + repair.text());
    }
    return repairs;
  }

  // Exactly as asked

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\uFEFF", "\u00a0", "\uFEFF \r\n"})
  void plainJsonHasNoRepairs(String blank) {
    assertThat(parse(blank + GOOD + blank)).isEqualTo(new Fits<>(TRIAGE, List.of()));
    assertThat(parseStrictly(blank + GOOD + blank)).isEqualTo(new Fits<>(TRIAGE, List.of()));
  }

  @Test
  void theOrderOfPropertiesAndWhiteSpaceDoNotMatter() {
    String other =
        "{ \"confidence\" : null , \"labels\" : [ ] ,\n \"customers\":[],\"priority\":\"LOW\","
            + "\"summary\":\"\\u00e9\\n\\\"\"}";
    assertThat(parseStrictly(other))
        .isEqualTo(
            new Fits<>(new Triage("é\n\"", Priority.LOW, List.of(), Set.of(), null), List.of()));
  }

  // What does not fit

  @Test
  void allProblemsAreFoundInOnePass() {
    assertThat(
            lines(
                parse(
                    "{\"summary\":null,\"priority\":\"medium\",\"customers\":[{\"name\":\"A\",\"age\":7.5},"
                        + "{\"age\":\"x\"},\"Bob\",{\"name\":\"\"}],\"labels\":{\"a\":[1,2]},"
                        + "\"confidence\":true}")))
        .containsExactly(
            "/summary: expected a string, found null",
            "/priority: expected one of LOW, HIGH, found \"medium\"",
            "/customers/0/age: expected an integer, found 7.5",
            "/customers/1/age: expected an integer, found \"x\"",
            "/customers/1/name: expected the property \"name\", found nothing",
            "/customers/2: expected an object Customer, found \"Bob\"",
            "/customers/3: expected an object that Customer accepts, found one that it refuses: a"
                + " customer has a name",
            "/labels: expected an array, found {\"a\":[1,2]}",
            "/confidence: expected a number, found true");
  }

  @Test
  void whatIsMissingOrNullIsAProblemUnlessItMayBe() {
    assertThat(lines(parse("{\"summary\":null,\"customers\":null,\"labels\":[null]}")))
        .containsExactly(
            "/summary: expected a string, found null",
            "/customers: expected an array, found null",
            "/labels/0: expected a string, found null",
            "/priority: expected the property \"priority\", found nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2]                | expected an object Triage, found [1,2]
          42                   | expected an object Triage, found 42
          "text"               | expected an object Triage, found "text"
          null                 | expected an object Triage, found null
          Sorry, I cannot.     | expected JSON for the schema "Triage", found Sorry, I cannot.
          """)
  void anotherRootIsAProblemOfTheWhole(String text, String problem) {
    assertThat(lines(parse(text))).containsExactly(problem);
  }

  @Test
  void brokenJsonTellsWhere() {
    assertThat(lines(parse("{\"summary\": \"s\"; \"labels\": []}")))
        .containsExactly(
            "expected JSON for the schema \"Triage\", found JSON with a mistake at character 18:"
                + " {\"summary\": \"s\"; \"labels\": []}");
    assertThat(lines(parse("{\"summary\": \"s")))
        .containsExactly(
            "expected JSON for the schema \"Triage\", found JSON that ends too early:"
                + " {\"summary\": \"s");
    assertThat(lines(parse(" "))).containsExactly("expected JSON and nothing else, found nothing");
  }

  @Test
  void longFindingsAreShortened() {
    String found = problems(parse("{\"labels\":{\"" + "x".repeat(500) + "\":1}}")).get(0).found();
    assertThat(found).isEqualTo("{\"" + "x".repeat(38) + " … " + "x".repeat(36) + "\":1}");
    List<AnswerProblem> many =
        problems(parse("{\"labels\":[" + "null,".repeat(5000) + "1],\"summary\":1}"));
    assertThat(many).hasSize(100);
  }

  @Test
  void namesInPathsAreEscaped() {
    assertThat(parseStrictly("{\"a/b~c\":1," + GOOD.substring(1)))
        .extracting(AnswerParserTest::lines)
        .isEqualTo(List.of("/a~1b~0c: expected no such property, found 1"));
  }

  // Repairs inside the JSON

  @Test
  void deviationsFromTheShapeAreReported() {
    ParsedAnswer<Triage> answer =
        parse(
            "{\"sum\":\"s\",\"priority\":\"minor\",\"extra\":{\"x\":[1]},\"customers\":[{\"name\":\"A\"}],"
                + "\"labels\":[\"a\",\"a\"],\"labels\": [\"a\" ,\"a\"]}");
    assertThat(fits(answer).value())
        .isEqualTo(
            new Triage(
                "s",
                Priority.LOW,
                List.of(new Customer("A", Optional.empty())),
                Set.of("a"),
                null));
    assertThat(repairs(answer))
        .containsExactly(
            "ALIAS at /sum: \"sum\"",
            "ALIAS at /priority: \"minor\"",
            "UNKNOWN_PROPERTY at /extra: {\"x\":[1]}",
            "MISSING_PROPERTY at /customers/0/age: ",
            "DUPLICATE_ELEMENT at /labels/1: \"a\"",
            "DUPLICATE_PROPERTY at /labels: [\"a\" ,\"a\"]",
            "MISSING_PROPERTY at /confidence: ");
  }

  @Test
  void strictModeRefusesEachOfThem() {
    assertThat(
            lines(
                parseStrictly(
                    "{\"sum\":\"s\",\"priority\":\"minor\",\"extra\":1,\"customers\":[{\"name\":\"A\"}],"
                        + "\"labels\":[\"a\",\"a\"],\"labels\":[\"a\",\"a\"]}")))
        .containsExactly(
            "/sum: expected the name \"summary\", found \"sum\"",
            "/priority: expected one of LOW, HIGH, found \"minor\"",
            "/extra: expected no such property, found 1",
            "/customers/0/age: expected the property \"age\", found nothing",
            "/labels/1: expected each element once, found \"a\"",
            "/labels: expected the property once, found [\"a\",\"a\"]",
            "/confidence: expected the property \"confidence\", found nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                    | 1
          [1, {"a": "x y"}]    | [1,{"a":"x y"}]
          "a\\"b"              | "a\\"b"
          {}                   | { }
          """)
  void aPropertyMayComeTwiceWithTheSameValue(String first, String second) {
    AnswerFormat<String> format = TriageFormat.of(in -> in.readNull() ? "" : skip(in));
    String json = "{\"value\":" + first + " , \"value\":" + second + "}";
    assertThat(fits(AnswerParser.parse(format, json, false, false)).repairs())
        .hasSize(1)
        .first()
        .extracting(Repair::kind)
        .isEqualTo(RepairKind.DUPLICATE_PROPERTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1         | 2
          1         | 12
          12        | 1
          1         | 1.0
          1         | 1e0
          "a b"     | "ab"
          "a"       | "A"
          [1]       | [1,2]
          [[1]]     | [1]
          true      | "true"
          """)
  void aPropertyWithTwoValuesIsAProblem(String first, String second) {
    AnswerFormat<String> format = TriageFormat.of(AnswerParserTest::skip);
    String json = "{\"value\":" + first + ",\"value\":" + second + "}";
    assertThat(lines(AnswerParser.parse(format, json, false, false)))
        .containsExactly(
            "/value: expected the property once, found it again with another value: " + second);
  }

  /** Reads any value, the way generated code reads a type whose shape is the same. */
  private static String skip(AnswerReader in) {
    NotingReader reader = (NotingReader) in;
    return reader.skippedValue();
  }

  // Numbers

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "3.0, 3",
    "-3.00, -3",
    "3e0, 3",
    "30e-1, 3",
    "1.5e1, 15",
    "2147483647, 2147483647",
    "-2147483648, -2147483648",
    "0e999999999, 0"
  })
  void numbersWithoutFractionAreIntegers(String json, int expected) {
    assertThat(parse(TriageFormat.ints(), json)).isEqualTo(new Fits<>(expected, List.of()));
    assertThat(AnswerParser.parse(TriageFormat.ints(), "{\"value\":" + json + "}", true, false))
        .isEqualTo(new Fits<>(expected, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3.7                      | an integer
          1e-999999999             | an integer
          "x"                      | an integer
          true                     | an integer
          null                     | an integer
          [3,4]                    | an integer
          2147483648               | an integer between -2147483648 and 2147483647
          -2147483649              | an integer between -2147483648 and 2147483647
          9223372036854775808      | an integer between -2147483648 and 2147483647
          1e30                     | an integer between -2147483648 and 2147483647
          1e999999999              | an integer of at most 1000 digits
          1e99999999999            | an integer of at most 1000 digits
          """)
  void otherValuesAreNoIntegers(String json, String expected) {
    assertThat(lines(parse(TriageFormat.ints(), json)))
        .containsExactly("/value: expected " + expected + ", found " + json);
  }

  @Test
  void eachIntegerTypeHasItsOwnRange() {
    assertThat(parse(TriageFormat.of(AnswerReader::readByte), "-128"))
        .isEqualTo(new Fits<>((byte) -128, List.of()));
    assertThat(lines(parse(TriageFormat.of(AnswerReader::readByte), "128")))
        .containsExactly("/value: expected an integer between -128 and 127, found 128");
    assertThat(parse(TriageFormat.of(AnswerReader::readShort), "32767"))
        .isEqualTo(new Fits<>((short) 32767, List.of()));
    assertThat(lines(parse(TriageFormat.of(AnswerReader::readShort), "32768")))
        .containsExactly("/value: expected an integer between -32768 and 32767, found 32768");
    assertThat(parse(TriageFormat.of(AnswerReader::readLong), "-9223372036854775808"))
        .isEqualTo(new Fits<>(Long.MIN_VALUE, List.of()));
    assertThat(lines(parse(TriageFormat.of(AnswerReader::readLong), "9223372036854775808")))
        .containsExactly(
            "/value: expected an integer between -9223372036854775808 and 9223372036854775807,"
                + " found 9223372036854775808");
  }

  @ParameterizedTest
  @CsvSource({"3.7, 4", "3.5, 4", "-3.5, -4", "3.4, 3", "0.05, 0", "1e-999999999, 0"})
  void fractionsAreRoundedOnRequestAndReported(String json, int expected) {
    String text = "{\"value\":" + json + "}";
    assertThat(AnswerParser.parse(TriageFormat.ints(), text, false, true))
        .isEqualTo(
            new Fits<>(expected, List.of(Repair.of("/value", RepairKind.ROUNDED_NUMBER, json))));
    assertThat(lines(AnswerParser.parse(TriageFormat.ints(), text, true, true)))
        .containsExactly("/value: expected an integer, found " + json);
  }

  @Test
  void roundingDoesNotHideAnOverflow() {
    assertThat(
            lines(AnswerParser.parse(TriageFormat.ints(), "{\"value\":2147483647.5}", false, true)))
        .containsExactly(
            "/value: expected an integer between -2147483648 and 2147483647, found 2147483647.5");
  }

  @Test
  void decimalsAreExact() {
    String digits = "123456789012345678901234567890.10";
    assertThat(fits(parse(TriageFormat.decimals(), digits)).value())
        .isEqualTo(new BigDecimal(digits));
    assertThat(fits(parse(TriageFormat.bigIntegers(), "9".repeat(1000))).value())
        .isEqualTo(new BigInteger("9".repeat(1000)));
    assertThat(lines(parse(TriageFormat.bigIntegers(), "9".repeat(1001))).get(0))
        .startsWith("/value: expected an integer of at most 1000 digits, found 999");
    assertThat(lines(parse(TriageFormat.decimals(), "1e2000")))
        .containsExactly("/value: expected a number of at most 1000 digits, found 1e2000");
    assertThat(lines(parse(TriageFormat.decimals(), "\"x\"")))
        .containsExactly("/value: expected a number, found \"x\"");
  }

  @Test
  void floatingPointNumbersStayFinite() {
    assertThat(fits(parse(TriageFormat.of(AnswerReader::readDouble), "1.7976931348623157e308")))
        .extracting(Fits::value)
        .isEqualTo(Double.MAX_VALUE);
    assertThat(lines(parse(TriageFormat.of(AnswerReader::readDouble), "1e309")))
        .containsExactly(
            "/value: expected a number between -1.7976931348623157E308 and"
                + " 1.7976931348623157E308, found 1e309");
    assertThat(lines(parse(TriageFormat.of(AnswerReader::readFloat), "-1e39")))
        .containsExactly(
            "/value: expected a number between -3.4028235E38 and 3.4028235E38, found -1e39");
    assertThat(problems(parse(TriageFormat.of(AnswerReader::readDouble), "NaN"))).hasSize(1);
    assertThat(fits(parse(TriageFormat.of(AnswerReader::readFloat), "3")).value()).isEqualTo(3f);
  }

  @Test
  void booleansAreNothingElse() {
    AnswerFormat<Boolean> booleans = TriageFormat.of(AnswerReader::readBoolean);
    assertThat(parse(booleans, "true")).isEqualTo(new Fits<>(true, List.of()));
    assertThat(parse(booleans, "false")).isEqualTo(new Fits<>(false, List.of()));
    for (String json : List.of("\"x\"", "1", "null")) {
      assertThat(lines(parse(booleans, json)))
          .containsExactly("/value: expected true or false, found " + json);
    }
  }

  // Around the JSON

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ```json\\n@\\n```                 | CODE_FENCE
          ```\\n@\\n```                     | CODE_FENCE
          ```JSON @ ```                     | CODE_FENCE
          ```json\\n@                       | CODE_FENCE
          ~~~json\\n@\\n~~~                 | CODE_FENCE
          ````json\\n@\\n````               | CODE_FENCE
          Here:\\n```json\\n@\\n```\\nbye   | CODE_FENCE, SURROUNDING_TEXT
          Here:\\n  ```json\\n@\\n  ```     | CODE_FENCE, SURROUNDING_TEXT
          prefix @ suffix                   | SURROUNDING_TEXT
          @ is the answer                   | SURROUNDING_TEXT
          See [1] and {x}: @                | SURROUNDING_TEXT
          <think>{"a":1} no</think>@        | THINKING_TEXT
          <THINKING>@</THINKING>\\n@        | THINKING_TEXT
          so the answer is...</think>\\n@   | THINKING_TEXT
          <think>x</think>```json\\n@\\n``` | THINKING_TEXT, CODE_FENCE
          @<think>unclosed @                | THINKING_TEXT
          <b>@</b>                          | SURROUNDING_TEXT
          @ and again @                     | SURROUNDING_TEXT
          Draft {"a":1}. Final: @           | SURROUNDING_TEXT
          Draft @.\\n```json\\n@\\n```      | CODE_FENCE, SURROUNDING_TEXT
          ```sh\\nls\\n```\\n@           | SURROUNDING_TEXT
          ```sh\\nls\\n```\\n```\\n@\\n``` | CODE_FENCE, SURROUNDING_TEXT
          ```json\\n@\\nDone.\\n```       | SURROUNDING_TEXT
          {"a":1,} then\\n```\\n@\\n```   | CODE_FENCE, SURROUNDING_TEXT
          </think></think>@                 | THINKING_TEXT
          """)
  void theOnlyJsonThatFitsIsTaken(String text, String kinds) {
    String answer = text.replace("\\n", "\n").replace("@", GOOD);
    Fits<Triage> fits = fits(parse(answer));
    assertThat(fits.value()).isEqualTo(TRIAGE);
    List<String> found = new ArrayList<>();
    for (Repair repair : fits.repairs()) {
      assertThat(repair.path()).isEmpty();
      found.add(repair.kind().name());
    }
    assertThat(String.join(", ", found)).isEqualTo(kinds);
    assertThat(lines(parseStrictly(answer)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("expected JSON and nothing else, found ");
  }

  private static final String OTHER = GOOD.replace("0.5", "0.6");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @ or # | one answer
          ```json\\n@\\n```\\n```json\\n#\\n``` | one answer
          <think>@</think> | JSON for the schema "Triage"
          <think>@ | JSON for the schema "Triage"
          @</think> | JSON for the schema "Triage"
          {"summary":"x"; or @ | JSON for the schema "Triage"
          ```json\\n{"summary":}\\n```\\n@ | JSON for the schema "Triage"
          {"outer": 1; @ | JSON for the schema "Triage"
          ```\\n{"summary":}\\n```\\n```\\n@\\n``` | JSON for the schema "Triage"
          """)
  void aGuessIsNotTaken(String text, String expected) {
    String answer = text.replace("\\n", "\n").replace("@", GOOD).replace("#", OTHER);
    assertThat(problems(parse(answer)))
        .hasSize(1)
        .first()
        .extracting(AnswerProblem::expected)
        .isEqualTo(expected);
  }

  @Test
  void aCodeBlockBeatsTheProseAroundIt() {
    assertThat(fits(parse("Draft: " + OTHER + "\n```json\n" + GOOD + "\n```")).value())
        .isEqualTo(TRIAGE);
  }

  @Test
  void aFenceInsideATextOfTheJsonIsText() {
    String summary = "use\\n```json\\n{\\\"a\\\":1}\\n```";
    String json = GOOD.replace("\"s\"", "\"" + summary + "\"");
    String expected = "use\n```json\n{\"a\":1}\n```";
    assertThat(fits(parse(json)).value().summary()).isEqualTo(expected);
    assertThat(fits(parse("Here: " + json)).value().summary()).isEqualTo(expected);
    assertThat(fits(parse("```json\n" + json + "\n```\nend")).value().summary())
        .isEqualTo(expected);
  }

  @Test
  void aCandidateThatDoesNotFitTellsWhy() {
    assertThat(lines(parse("Here: " + GOOD.replace("\"s\"", "null") + " or [1]")))
        .containsExactly("/summary: expected a string, found null");
  }

  @Test
  void repairsAroundTheJsonComeBeforeThoseInside() {
    ParsedAnswer<Triage> answer =
        parse("<think>hm</think>So:\n```json\n" + GOOD.replace("HIGH", "minor") + "\n``` Bye!");
    assertThat(repairs(answer))
        .containsExactly(
            "THINKING_TEXT: <think>hm</think>",
            "CODE_FENCE: ```json",
            "SURROUNDING_TEXT: So: … Bye!",
            "ALIAS at /priority: \"minor\"");
  }

  // Limits

  @Test
  void whatIsTooDeepOrTooLongIsRefusedAtOnce() {
    assertThat(lines(parse("[".repeat(501))))
        .containsExactly("expected at most 500 levels of nesting, found more of them");
    String deep = "[".repeat(499) + "]".repeat(499);
    AnswerFormat<String> format = TriageFormat.of(AnswerParserTest::skip);
    assertThat(parse(format, deep)).isInstanceOf(Fits.class);
    assertThat(lines(parse(format, "[" + deep + "]")))
        .containsExactly("expected at most 500 levels of nesting, found more of them");
    assertThat(lines(parse("x".repeat(AnswerParser.MAX_LENGTH + 1))))
        .containsExactly("expected at most 16777216 characters, found 16777217 characters");
  }

  @Test
  void placesInLongAnswersAreRight() {
    StringBuilder customers = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      customers.append("{\"name\":\"Customer ").append(i).append("\",\"age\":null},");
    }
    String json = GOOD.replace("[{\"name\"", "[" + customers + "{\"unknown\":[1,2],\"name\"");
    Repair repair = fits(parse(json)).repairs().get(0);
    assertThat(repair)
        .isEqualTo(Repair.of("/customers/20000/unknown", RepairKind.UNKNOWN_PROPERTY, "[1,2]"));
  }
}
