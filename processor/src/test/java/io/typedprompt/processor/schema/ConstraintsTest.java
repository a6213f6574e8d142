package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The rules of Jakarta Validation: told to the model in words, and checked in what it answers. */
final class ConstraintsTest {
  /**
   * A component, values that keep its rules, values that do not, and the problem; JSON within
   * parentheses.
   */
  private record Rule(String component, String kept, String broken, String problem) {
    List<String> keptValues() {
      return List.of(kept.split(";"));
    }

    List<String> brokenValues() {
      return List.of(broken.split(";"));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("@Min(3) int x", "3;4", "2;-1", "/x: expected at least 3"),
          new Rule("@Max(3) Long x", "3;-4", "4;99999999999", "/x: expected at most 3"),
          new Rule(
              "@Min(9999999999L) long x", "9999999999", "5", "/x: expected at least 9999999999"),
          new Rule("@Min(0) @Max(1) double x", "0;0.5;1", "1.01;7", "/x: expected at most 1"),
          new Rule("@Min(1) byte x", "1", "0", "/x: expected at least 1"),
          new Rule("@DecimalMin(\"0.5\") float x", "0.5;1", "0.25", "/x: expected at least 0.5"),
          new Rule(
              "@DecimalMin(value = \"0.10\", inclusive = false) BigDecimal x",
              "0.11;7",
              "0.1;0;-1",
              "/x: expected more than 0.10"),
          new Rule("@DecimalMax(\"2.5\") int x", "2;-7", "3", "/x: expected at most 2.5"),
          new Rule("@Max(7) BigInteger x", "7", "100000000000000000000", "/x: expected at most 7"),
          new Rule("@Positive int x", "1", "0;-1", "/x: expected more than 0"),
          new Rule("@PositiveOrZero double x", "0;0.1", "-0.1", "/x: expected at least 0"),
          new Rule("@Negative BigDecimal x", "-0.1", "0;1", "/x: expected less than 0"),
          new Rule("@NegativeOrZero short x", "0;-1", "1", "/x: expected at most 0"),
          new Rule(
              "@Digits(integer = 2, fraction = 1) BigDecimal x",
              "12.5;-99;0.0;12.50",
              "123;1.25",
              "/x: expected at most 2 digits before and 1 after the decimal point"),
          new Rule(
              "@Digits(integer = 2, fraction = 0) int x",
              "12",
              "123",
              "/x: expected at most 2 digits before and 0 after the decimal point"),
          new Rule(
              "@Size(min = 2, max = 3) String x",
              "'ab';'abc'",
              "'a';''",
              "/x: expected 2 to 3 characters"),
          new Rule(
              "@Size(min = 2, max = 2) List<String> x",
              "['a','b']",
              "['a'];[]",
              "/x: expected exactly 2 elements"),
          new Rule("@Size(max = 1) int[] x", "[];[1]", "[1,2]", "/x: expected at most 1 elements"),
          new Rule("@NotEmpty Set<Integer> x", "[1]", "[]", "/x: expected not empty"),
          new Rule(
              "@Size(min = 2) Map<String, Integer> x",
              "[{'key':'a','value':1},{'key':'b','value':1}]",
              "[]",
              "/x: expected at least 2 entries"),
          new Rule("@NotBlank String x", "' a '", "' ';''", "/x: expected not blank"),
          new Rule(
              "@Pattern(regexp = \"[A-Z]{2}-\\\\d+\") String x",
              "'AB-1'",
              "'AB-';'xAB-1'",
              "/x: expected a match of the regular expression [A-Z]{2}-\\d+"),
          new Rule(
              "@Pattern(regexp = \"ab+\", flags = Pattern.Flag.CASE_INSENSITIVE,"
                  + " message = \"an a and b's\") String x",
              "'aBb'",
              "'a'",
              "/x: expected an a and b's"),
          new Rule(
              "@Email String x",
              "'a@b.example';'first.last+tag@sub.b-c.example'",
              "'a';'a@';'@b';'a@b..c';'a b@c';'a@-b';'a.@b';'A <a@b.c>'",
              "/x: expected an email address"),
          new Rule("@Past LocalDate x", "'2001-01-01'", "'2999-01-01'", "/x: expected in the past"),
          new Rule("@PastOrPresent Year x", "'2001'", "'2999'", "/x: expected not in the future"),
          new Rule(
              "@Future Instant x",
              "'2999-01-01T00:00:00Z'",
              "'2001-01-01T00:00:00Z'",
              "/x: expected in the future"),
          new Rule(
              "@FutureOrPresent YearMonth x",
              "'2999-01'",
              "'2001-01'",
              "/x: expected not in the past"),
          new Rule("@AssertTrue boolean x", "true", "false", "/x: expected true"),
          new Rule("@AssertFalse boolean x", "false", "true", "/x: expected false"),
          new Rule("Optional<@Min(3) Integer> x", "null;3", "2", "/x: expected at least 3"),
          new Rule("@Min(3) Optional<Integer> x", "null;3", "2", "/x: expected at least 3"),
          new Rule("@Max(3) OptionalInt x", "null;3", "4", "/x: expected at most 3"),
          new Rule("@Nullable @NotBlank String x", "null;'a'", "''", "/x: expected not blank"),
          new Rule("@NotNull @Valid String x", "'a'", "null", "/x: expected a string"),
          new Rule("List<@NotBlank String> x", "[];['a']", "['a','']", "/x/1: expected not blank"),
          new Rule(
              "List<List<@Positive Integer>> x",
              "[[1]]",
              "[[1],[2,0]]",
              "/x/1/1: expected more than 0"),
          new Rule(
              "Map<@Size(min = 2) String, @Max(5) Integer> x",
              "[{'key':'ab','value':1}]",
              "[{'key':'a','value':1}]",
              "/x/0/key: expected at least 2 characters"),
          new Rule(
              "Map<String, @Max(5) Integer> x",
              "[{'key':'ab','value':1}]",
              "[{'key':'a','value':6}]",
              "/x/0/value: expected at most 5"),
          new Rule(
              "Box<@Size(min = 2) String> x",
              "{'value':'ab'}",
              "{'value':'a'}",
              "/x/value: expected at least 2 characters"),
          new Rule(
              "Box<String> x",
              "{'value':'a'};{'value':''}",
              "{'value':null}",
              "/x/value: expected a string"),
          new Rule(
              "@Pattern(regexp = \"a.*\") @Pattern(regexp = \".*z\") String x",
              "'az'",
              "'a'",
              "/x: expected a match of the regular expression .*z"));

  private static BuiltClasses classes;

  private final ScriptedModel model = new ScriptedModel();

  @BeforeAll
  static void compile() {
    UserBuild build = new UserBuild();
    for (int i = 0; i < RULES.size(); i++) {
      build.source(source(i, "record Root(" + RULES.get(i).component() + ") {}", "Root"));
    }
    build.source(
        source(
            100,
            """
            record Root(int first, int second, @Size(max = 2) String text) {
                @AssertTrue(message = "that first is not after second") boolean isOrdered() {
                  return first <= second;
                }
              }
            """,
            "Root"));
    build.source(source(101, "", "@Size(min = 1, max = 2) List<@NotBlank String>"));
    build.source(source(102, "", "@Size(max = 3) String"));
    build.source(
        source(
            103,
            """
            record Root(@Min(1) @Max(5) @Description("stars") int score, @NotBlank String words) {
                @Max(4) public int score() {
                  return score;
                }
              }
            """,
            "List<Root>"));
    classes = build.build();
  }

  private static String source(int index, String types, String answer) {
    return """
    package rule%s;

    import io.typedprompt.PromptResult;
    import io.typedprompt.annotations.*;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.*;
    import java.math.*;
    import java.time.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    @OpenRouterPrompt
    public interface Ask {
      %s

      record Box<T>(T value) {}

      @UserMessage("?") PromptResult<%s> ask();
    }
    """
        .formatted(index, types, answer);
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @TestFactory
  Stream<DynamicTest> rulesAreKept() {
    return IntStream.range(0, RULES.size())
        .mapToObj(i -> DynamicTest.dynamicTest(RULES.get(i).component(), () -> check(i)));
  }

  private void check(int index) throws Exception {
    Rule rule = RULES.get(index);
    String words = rule.problem().replaceFirst(".*: expected ", "");
    for (String value : rule.keptValues()) {
      PromptResult<?> result = ask(index, "{'x':" + value + "}");
      assertThat(result.repairs()).as(value).isEmpty();
      JsonNode schema = model.takeRequest().at("/response_format/json_schema/schema");
      assertThat(StrictSubset.flaws(schema)).isEmpty();
      if (!words.contains("a string")) {
        assertThat(schema.findValuesAsString("description").toString()).contains(words);
      }
    }
    for (String value : rule.brokenValues()) {
      model.answer(quoted("{'x':" + value + "}"));
      assertThatThrownBy(() -> ask(index, "{'x':" + value + "}"))
          .as(value)
          .isInstanceOfSatisfying(
              OutputFormatException.class,
              e -> {
                assertThat(e.problems()).as(value).hasSize(1);
                assertThat(e.problems().get(0).toString()).startsWith(rule.problem() + ", found ");
              });
      model.takeRequest();
      assertThat(model.takeRequest().path("messages").toString())
          .contains(words.replace("\\", "\\\\\\\\"));
    }
  }

  @Test
  void allRulesAndMistakesOfAnAnswerAreNamedOnce() {
    assertProblems(
        103,
        "{'value':[{'score':'five','words':''},{'score':0,'words':'a'},{'score':5,'words':null}]}",
        "/value/0/score: expected an integer, found \"five\"",
        "/value/0/words: expected not blank, found \"\"",
        "/value/1/score: expected at least 1, found 0",
        "/value/2/score: expected at most 4, found 5",
        "/value/2/words: expected a string, found null");
    assertThat(
            model
                .takeRequest()
                .at("/response_format/json_schema/schema")
                .findValue("score")
                .path("description")
                .asString())
        .isEqualTo("stars\nat most 4, at least 1, at most 5");
  }

  @Test
  void recordsCanSayWhetherTheirComponentsGoTogether() throws Exception {
    assertThat(ask(100, "{'first':1,'second':1,'text':''}").value()).isNotNull();
    model.takeRequest();
    assertProblems(
        100,
        "{'first':2,'second':1,'text':''}",
        ": expected that first is not after second, found Root[first=2, second=1, text=]");
    model.takeRequest();
    model.takeRequest();
    assertProblems(
        100,
        "{'first':2,'second':1,'text':'abc'}",
        "/text: expected at most 2 characters, found \"abc\"");
  }

  @Test
  void theAnswerItselfCanHaveRules() throws Exception {
    assertProblems(101, "{'value':[]}", "/value: expected 1 to 2 elements, found []");
    model.takeRequest();
    model.takeRequest();
    assertProblems(101, "{'value':['']}", "/value/0: expected not blank, found \"\"");
    model.takeRequest();
    model.takeRequest();
    assertThat(ask(102, "{'value':'abc'}").value()).isEqualTo("abc");
    assertProblems(
        102, "{'value':'abcd'}", "/value: expected at most 3 characters, found \"abcd\"");
  }

  private void assertProblems(int index, String answer, String... problems) {
    model.answer(quoted(answer));
    assertThatThrownBy(() -> ask(index, answer))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.path().isEmpty() ? ": " + p : p.toString())
                    .containsExactly(problems));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private PromptResult<?> ask(int index, String answer) throws Exception {
    model.answer(quoted(answer));
    Object prompts =
        classes
            .load("rule" + index + ".AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return (PromptResult<?>) prompts.getClass().getMethod("ask").invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
