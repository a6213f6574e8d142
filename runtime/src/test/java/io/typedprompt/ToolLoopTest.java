package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SampleTools.call;
import static io.typedprompt.SampleTools.calls;
import static io.typedprompt.SampleTools.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.SampleTools.City;
import io.typedprompt.SampleTools.Weather;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.ToolMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls in which the model calls tools. */
@Timeout(30)
class ToolLoopTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String PARIS = "{\"city\":\"Paris\"}";
  private static final JsonMapper JSON = new JsonMapper();

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.clientBuilder().maxRetries(0).build();
  private final Weather weather = new Weather();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static PromptInput input(ToolMethod<?>... tools) {
    return SamplePrompts.input().tools(List.of(tools));
  }

  private static PromptInput input(PromptOptions options, ToolMethod<?>... tools) {
    return input(tools).options(options);
  }

  /** The messages of the next request from the given one on. */
  private String takeMessagesFrom(int first) {
    JsonNode messages = JSON.readTree(server.takeBody()).path("messages");
    StringBuilder text = new StringBuilder();
    for (int i = first; i < messages.size(); i++) {
      text.append(messages.get(i)).append('\n');
    }
    return text.toString().stripTrailing();
  }

  /** What the model is told of one tool call. */
  private String told(String name, String arguments) {
    server.answer(calls(call("c1", name, arguments))).answerText("Done.");
    assertThat(HAIKU.value(client, input(weather))).isEqualTo("Done.");
    server.takeBody();
    return JSON.readTree(server.takeBody()).path("messages").path(2).path("content").stringValue();
  }

  @Test
  void aToolIsRunAndItsResultSentBack() {
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText("It is warm.");

    PromptResult<String> result = HAIKU.result(client, input(weather));

    assertThat(result.value()).isEqualTo("It is warm.");
    assertThat(weather.calls).containsExactly(new City("Paris", 1));
    String tools =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"description\":"
            + "\"The weather.\",\"strict\":true,\"parameters\":"
            + SampleTools.WEATHER_SCHEMA
            + "}}]}";
    String user = "{\"role\":\"user\",\"content\":\"Go.\"}";
    assertThat(server.takeBody())
        .isEqualTo("{\"model\":\"vendor/model\",\"messages\":[" + user + "]," + tools);
    assertThat(server.takeBody())
        .isEqualTo(
            "{\"model\":\"vendor/model\",\"messages\":["
                + user
                + ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\","
                + "\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":"
                + "\"{\\\"city\\\":\\\"Paris\\\"}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c1\","
                + "\"content\":\"18 degrees in Paris\"}],"
                + tools);
  }

  @Test
  void everyRoundIsAnAttemptAndCounts() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(calls(call("c2", "get_weather", PARIS)))
        .answerText("It is warm.");

    PromptResult<String> result = HAIKU.result(client, input(weather));

    assertThat(result.usage()).isEqualTo(Usage.of(30, 15));
    assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.003")));
    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.TOOL_ROUND, Attempt.Kind.TOOL_ROUND);
    assertThat(result.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(
            Attempt.Outcome.TOOL_CALLS, Attempt.Outcome.TOOL_CALLS, Attempt.Outcome.ANSWERED);
    assertThat(result.attempts()).allSatisfy(attempt -> assertThat(attempt.failure()).isEmpty());
  }

  @Test
  void severalCallsAreAnsweredInTheirOrder() {
    server
        .answer(
            calls(
                call("b", "get_weather", "{\"city\":\"Rome\",\"days\":3}"),
                call("a", "get_weather", PARIS)))
        .answerText("Both are warm.");

    HAIKU.value(client, input(weather));

    assertThat(weather.calls).containsExactly(new City("Rome", 3), new City("Paris", 1));
    server.takeBody();
    assertThat(takeMessagesFrom(2))
        .isEqualTo(
            """
            {"role":"tool","tool_call_id":"b","content":"18 degrees in Rome"}
            {"role":"tool","tool_call_id":"a","content":"18 degrees in Paris"}\
            """);
  }

  @Test
  void whatTheModelSaysAndThinksWithItsCallsGoesBackWithThem() {
    String details =
        "[{\"type\":\"reasoning.encrypted\",\"data\":\"c2VjcmV0\",\"index\":0}, {\"type\":"
            + "\"reasoning.text\",\"text\":\"hm\",\"index\":0}]";
    server
        .answer(
            message(
                "{\"role\":\"assistant\",\"content\":\"Let me look.\",\"reasoning\":\"hm\","
                    + "\"reasoning_details\":"
                    + details
                    + ",\"tool_calls\":["
                    + call("c1", "get_weather", PARIS)
                    + "]}",
                "tool_calls"))
        .answerText("It is warm.");

    assertThat(HAIKU.value(client, input(weather))).isEqualTo("It is warm.");

    server.takeBody();
    assertThat(server.takeBody())
        .contains(
            "{\"role\":\"assistant\",\"content\":\"Let me look.\",\"reasoning_details\":"
                + details
                + ",\"tool_calls\":[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "tool_calls", "end_turn", "null"})
  void theReasonThatTheModelStoppedDoesNotMatter(String reason) {
    server
        .answer(
            message(
                "{\"content\":null,\"tool_calls\":[" + call("c1", "get_weather", PARIS) + "]}",
                reason.equals("null") ? null : reason))
        .answerText("It is warm.");

    assertThat(HAIKU.value(client, input(weather))).isEqualTo("It is warm.");
    assertThat(weather.calls).hasSize(1);
  }

  @Test
  void toolCallsThatAreNotThereAreNone() {
    server.answer(message("{\"content\":\"It is warm.\",\"tool_calls\":[]}", "tool_calls"));

    assertThat(HAIKU.value(client, input(weather))).isEqualTo("It is warm.");
  }

  @Test
  void aCallThatSaysNothingIsNone() {
    server.answer(message("{\"content\":\"It is warm.\",\"tool_calls\":[{},null]}", "tool_calls"));

    assertThat(HAIKU.value(client, input(weather))).isEqualTo("It is warm.");
  }

  @Test
  void idsThatAreMissingOrTwiceThereAreReplacedInBothPlaces() {
    server
        .answer(
            calls(
                call("", "get_weather", "{\"city\":\"A\"}"),
                call("x", "get_weather", "{\"city\":\"B\"}"),
                call("x", "get_weather", "{\"city\":\"C\"}"),
                call("call_2", "get_weather", "{\"city\":\"D\"}"),
                "{\"id\":null,\"function\":{\"name\":\"get_weather\",\"arguments\":{\"city\":"
                    + "\"E\"}}}"))
        .answer(calls(call("x", "get_weather", "{\"city\":\"F\"}")))
        .answerText("Done.");

    HAIKU.value(client, input(weather));

    server.takeBody();
    server.takeBody();
    JsonNode messages = JSON.readTree(server.takeBody()).path("messages");
    List<String> ids = List.of("call_1", "x", "call_2", "call_3", "call_4");
    for (int i = 0; i < ids.size(); i++) {
      assertThat(messages.path(1).path("tool_calls").path(i).path("id").stringValue())
          .isEqualTo(ids.get(i));
      assertThat(messages.path(2 + i).path("tool_call_id").stringValue()).isEqualTo(ids.get(i));
    }
    assertThat(messages.path(6).path("content").stringValue()).isEqualTo("18 degrees in E");
    assertThat(messages.path(7).path("tool_calls").path(0).path("id").stringValue())
        .isEqualTo("call_5");
    assertThat(messages.path(8).path("tool_call_id").stringValue()).isEqualTo("call_5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"city\":\"Oslo\"}",
        "\"{\\\"city\\\":\\\"Oslo\\\"}\"",
        "{'city':'Oslo',}",
        "{\"City\":\"Oslo\"}",
        "{}{\"city\":\"Oslo\"}",
      })
  void argumentsAreReadHoweverTheyAreWritten(String arguments) {
    assertThat(told("get_weather", arguments)).isEqualTo("18 degrees in Oslo");
    assertThat(weather.calls).containsExactly(new City("Oslo", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "\"\"", "[]", "{}"})
  void noArgumentsAreAnObjectWithoutMembers(String arguments) {
    assertThat(told("get_weather", arguments))
        .isEqualTo(
            "The tool was not called, because its arguments do not fit. Their problems are:\n"
                + "[{\"path\":\"/city\",\"expected\":\"the property \\\"city\\\"\",\"got\":"
                + "\"nothing\"}]\n"
                + "Call it again with all of them corrected.");
    assertThat(weather.calls).isEmpty();
  }

  @Test
  void argumentsThatAreMissingAreNone() {
    server
        .answer(calls("{\"id\":\"c1\",\"function\":{\"name\":\"get_weather\"}}"))
        .answerText("Done.");

    HAIKU.value(client, input(weather));

    server.takeBody();
    assertThat(server.takeBody()).contains("\"arguments\":\"{}\"").contains("do not fit");
  }

  @Test
  void argumentsThatDoNotFitAreExplained() {
    assertThat(told("get_weather", "{\"city\":\"Oslo\",\"days\":\"many\"}"))
        .isEqualTo(
            "The tool was not called, because its arguments do not fit. Their problems are:\n"
                + "[{\"path\":\"/days\",\"expected\":\"an integer\",\"got\":\"\\\"many\\\"\"}]\n"
                + "Call it again with all of them corrected.");
  }

  @Test
  void argumentsThatAreNoObjectAreExplainedAndSentBackAsOne() {
    server.answer(calls(call("c1", "get_weather", "{\"city\":\"Os"))).answerText("Done.");

    HAIKU.value(client, input(weather));

    assertThat(weather.calls).isEmpty();
    server.takeBody();
    JsonNode messages = JSON.readTree(server.takeBody()).path("messages");
    assertThat(messages.path(1).at("/tool_calls/0/function/arguments").stringValue())
        .isEqualTo("{}");
    assertThat(messages.path(2).path("content").stringValue())
        .isEqualTo(
            "The tool was not called, because its arguments are not one JSON object:"
                + " {\"city\":\"Os\n"
                + "Call it again with one of this form:\n"
                + "{\n"
                + "  \"city\": string,\n"
                + "  \"days\": integer | null\n"
                + "}");
  }

  @Test
  void aToolThatDoesNotExistIsExplainedAndSentBackWithANameThatMayBe() {
    Weather time = new Weather("get_time", arguments -> "noon");
    server.answer(calls(call("c1", "get weather now!", PARIS))).answerText("Done.");

    HAIKU.value(client, input(weather, time));

    server.takeBody();
    JsonNode messages = JSON.readTree(server.takeBody()).path("messages");
    assertThat(messages.path(1).at("/tool_calls/0/function/name").stringValue())
        .isEqualTo("get_weather_now_");
    assertThat(messages.path(2).path("content").stringValue())
        .isEqualTo(
            "There is no tool named \"get weather now!\". Did you mean get_weather? The tools are:"
                + " get_weather, get_time.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getWeather",
        "GET-WEATHER",
        "functions.get_weather",
        "default_api:get_weather",
        "tools/getWeather",
        " get_weather"
      })
  void aToolIsFoundByANameInAnotherStyle(String name) {
    server.answer(calls(call("c1", name, PARIS))).answerText("Done.");

    HAIKU.value(client, input(weather));

    assertThat(weather.calls).hasSize(1);
    server.takeBody();
    assertThat(server.takeBody()).contains("\"function\":{\"name\":\"get_weather\",\"arguments\"");
  }

  @Test
  void whatAToolThrowsIsToldToTheModel() {
    Weather failing =
        new Weather(
            "get_weather",
            arguments -> {
              throw new IllegalStateException("no network for " + PromptServer.KEY);
            });
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText("I could not look.");

    assertThat(HAIKU.value(client, input(failing))).isEqualTo("I could not look.");

    server.takeBody();
    assertThat(takeMessagesFrom(2))
        .isEqualTo(
            "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"The tool failed:"
                + " IllegalStateException: no network for [redacted]\"}");
  }

  @Test
  void anErrorOfAToolIsOneOfTheCall() {
    AssertionError error = new AssertionError("a bug");
    Weather failing =
        new Weather(
            "get_weather",
            arguments -> {
              throw error;
            });
    server.answer(calls(call("c1", "get_weather", PARIS)));

    assertThatThrownBy(() -> HAIKU.value(client, input(failing))).isSameAs(error);
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void aResultWithoutTextSaysSo() {
    Weather empty = new Weather("get_weather", arguments -> " ");
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText("Done.");

    HAIKU.value(client, input(empty));

    server.takeBody();
    assertThat(takeMessagesFrom(2)).contains("\"content\":\"(empty)\"");
  }

  @Test
  void afterTheLastRoundTheModelMustAnswer() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(calls(call("c2", "get_weather", PARIS)))
        .answerText("Warm, I think.");
    PromptOptions two = PromptOptions.builder().maxToolRounds(2).build();

    assertThat(HAIKU.value(client, input(two, weather))).isEqualTo("Warm, I think.");

    assertThat(server.takeBody()).doesNotContain("tool_choice");
    assertThat(server.takeBody()).doesNotContain("tool_choice");
    assertThat(server.takeBody()).contains("\"tool_choice\":\"none\"").contains("\"tools\":[");
  }

  @Test
  void aModelThatGoesOnCallingToolsIsStopped() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(calls(call("c2", "get_weather", PARIS)));
    PromptOptions one = PromptOptions.builder().maxToolRounds(1).build();

    BudgetExceededException e =
        catchThrowableOfType(
            BudgetExceededException.class, () -> HAIKU.value(client, input(one, weather)));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: the model still calls tools after 1 round of them: get_weather."
                + " Raise maxToolRounds, or tell the model in the prompt when it knows enough."
                + " (generation gen-1)");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.002")));
    assertThat(e.attempts()).hasSize(2);
    assertThat(e.attempts().get(1).outcome()).isEqualTo(Attempt.Outcome.FAILED);
    assertThat(weather.calls).hasSize(1);
  }

  @Test
  void eightRoundsAreEnoughForMost() {
    for (int i = 0; i < 9; i++) {
      server.answer(calls(call("c" + i, "get_weather", PARIS)));
    }

    assertThat(
            catchThrowableOfType(
                BudgetExceededException.class, () -> HAIKU.value(client, input(weather))))
        .hasMessageContaining("after 8 rounds of them");
    assertThat(weather.calls).hasSize(8);
  }

  @Test
  void toolsAreNotRunOverTheBudget() {
    server.answer(calls(call("c1", "get_weather", PARIS)));
    PromptOptions poor = PromptOptions.builder().maxCost(new BigDecimal("0.001")).build();

    BudgetExceededException e =
        catchThrowableOfType(
            BudgetExceededException.class, () -> HAIKU.value(client, input(poor, weather)));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: the model calls tools, and going on is over the budget: the call"
                + " has cost 0.001 USD, and maxCost is 0.001 USD. The tools were not run."
                + " (generation gen-1)");
    assertThat(weather.calls).isEmpty();
  }

  @Test
  void aToolThatMustBeCalledMustBeCalledOnlyOnce() {
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText("It is warm.");
    PromptOptions forced = PromptOptions.builder().toolChoice("get_weather").build();

    assertThat(HAIKU.value(client, input(forced, weather))).isEqualTo("It is warm.");

    assertThat(server.takeBody())
        .contains("\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}")
        .contains("\"provider\":{\"require_parameters\":true}");
    assertThat(server.takeBody())
        .doesNotContain("tool_choice")
        .doesNotContain("require_parameters");
  }

  @Test
  void aCallThatWasCutIsNotRun() {
    server.answer(
        message(
            "{\"content\":\"Let me\",\"tool_calls\":["
                + call("c1", "get_weather", "{\"city\":\"Par")
                + "]}",
            "length"));

    TruncatedOutputException e =
        catchThrowableOfType(
            TruncatedOutputException.class, () -> HAIKU.result(client, input(weather)));

    assertThat(e.text()).isEqualTo("Let me");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(weather.calls).isEmpty();
  }

  @Test
  void aTypedAnswerComesAfterTools() {
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText(GOOD);

    assertThat(TRIAGE.value(client, input(weather))).isEqualTo(new Triage("s", Priority.HIGH));

    for (int i = 0; i < 2; i++) {
      assertThat(server.takeBody())
          .contains("\"response_format\":{\"type\":\"json_schema\"")
          .contains("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"")
          .contains("\"require_parameters\":true")
          .doesNotContain("tool_choice");
    }
  }

  @Test
  void aTextHasNoForm() {
    server.answerText("hi");

    HAIKU.value(client, input(weather));

    assertThat(server.takeBody()).contains("\"tools\"").doesNotContain("response_format");
  }

  @Test
  void askingAgainKeepsWhatTheToolsSaid() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answerText("{\"priority\":7}")
        .answerText(GOOD);

    PromptResult<Triage> result = TRIAGE.result(client, input(weather));

    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.TOOL_ROUND, Attempt.Kind.ANSWER);
    assertThat(result.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(
            Attempt.Outcome.TOOL_CALLS, Attempt.Outcome.REJECTED, Attempt.Outcome.ANSWERED);
    server.takeBody();
    server.takeBody();
    String again = server.takeBody();
    assertThat(again).contains("\"tools\":[");
    assertThat(JSON.readTree(again).path("messages"))
        .extracting(message -> message.path("role").stringValue())
        .containsExactly("user", "assistant", "tool", "assistant", "user");
  }

  @Test
  void theStepsDownTheLadderKeepTheTools() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(
            400,
            "{\"error\":{\"code\":400,\"message\":\"Function calling with a response mime"
                + " type: 'application/json' is unsupported\"}}")
        .answer(
            400,
            "{\"error\":{\"code\":400,\"message\":\"Function calling with a response mime"
                + " type: 'application/json' is unsupported\"}}")
        .answer(calls(call("c2", "Triage", GOOD)));

    PromptResult<Triage> result = TRIAGE.result(client, input(weather));

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(result.warnings()).hasSize(1);
    assertThat(result.warnings().get(0)).contains("asked for as the arguments of a tool");
    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(
            Attempt.Kind.ANSWER,
            Attempt.Kind.TOOL_ROUND,
            Attempt.Kind.LADDER_STEP,
            Attempt.Kind.LADDER_STEP);
    server.takeBody();
    server.takeBody();
    server.takeBody();
    assertThat(server.takeBody())
        .contains("\"role\":\"tool\"")
        .contains("\"name\":\"get_weather\"")
        .contains("\"name\":\"Triage\"")
        .contains("\"tool_choice\":\"required\"")
        .doesNotContain("response_format");
  }

  @Test
  void aModelWithoutToolsIsNotAskedInOtherForms() {
    server.answer(
        404,
        "{\"error\":{\"code\":404,\"message\":\"No endpoints found that support tool use.\"}}");

    assertThat(
            catchThrowableOfType(
                NoEndpointsException.class, () -> TRIAGE.value(client, input(weather))))
        .hasMessageContaining("No endpoints found that support tool use");
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void theFunctionOfTheAnswerStandsBesideTheTools() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(calls(call("c2", "Triage", GOOD)));
    PromptOptions tool =
        PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).maxToolRounds(1).build();

    assertThat(TRIAGE.value(client, input(tool, weather)))
        .isEqualTo(new Triage("s", Priority.HIGH));

    assertThat(server.takeBody()).contains("\"tool_choice\":\"required\"");
    assertThat(server.takeBody())
        .contains("\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"Triage\"}}");
  }

  @Test
  void anAnswerBesideToolCallsIsGivenAgain() {
    server
        .answer(calls(call("c1", "Triage", GOOD), call("c2", "get_weather", PARIS)))
        .answer(calls(call("c3", "Triage", GOOD.replace("HIGH", "LOW"))));
    PromptOptions tool = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    assertThat(TRIAGE.value(client, input(tool, weather))).isEqualTo(new Triage("s", Priority.LOW));

    assertThat(weather.calls).hasSize(1);
    server.takeBody();
    assertThat(takeMessagesFrom(2))
        .isEqualTo(
            """
            {"role":"tool","tool_call_id":"c1","content":"The answer was not taken, because it came together with calls of tools. Give it again now that their results are there."}
            {"role":"tool","tool_call_id":"c2","content":"18 degrees in Paris"}\
            """);
  }

  @Test
  void theFunctionOfTheAnswerHasAnotherNameThanTheTools() {
    Weather triage = new Weather("Triage", arguments -> "ill");
    server
        .answer(calls(call("c1", "Triage", PARIS)))
        .answer(calls(call("c2", "final_answer", GOOD)));
    PromptOptions tool = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    assertThat(TRIAGE.value(client, input(tool, triage))).isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(triage.calls).hasSize(1);
  }

  @Test
  void aPrefillBeginsEveryAnswer() {
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText(" warm.");

    assertThat(HAIKU.value(client, input(weather).prefill("It is"))).isEqualTo("It is warm.");

    server.takeBody();
    assertThat(takeMessagesFrom(3)).isEqualTo("{\"role\":\"assistant\",\"content\":\"It is\"}");
  }

  @Test
  void withoutToolsACallOfOneIsNoAnswer() {
    server.answer(calls(call("c1", "get_weather", PARIS)));

    assertThat(
            catchThrowableOfType(EmptyResponseException.class, () -> HAIKU.value(client, input())))
        .hasMessageContaining("The model called a tool instead: get_weather.");
  }

  private static final String NO_ENDPOINT =
      "{\"error\":{\"code\":404,\"message\":\"No endpoints found that can handle the requested"
          + " parameters.\"}}";

  @Test
  void aForcedToolIsAskedForAgainOfEndpointsThatMayDropIt() {
    server
        .answer(404, NO_ENDPOINT)
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answerText("It is warm.");
    PromptOptions forced = PromptOptions.builder().toolChoice("required").temperature(0.5).build();

    PromptResult<String> result = HAIKU.result(client, input(forced, weather));

    assertThat(result.warnings())
        .containsExactly(
            "No endpoint knows all options of the request, so it was repeated without"
                + " require_parameters: the provider may have ignored temperature, toolChoice."
                + " Leave out what the model does not know.");
    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.LADDER_STEP, Attempt.Kind.TOOL_ROUND);
    assertThat(server.takeBody()).contains("\"require_parameters\":true");
    assertThat(server.takeBody())
        .contains("\"tool_choice\":\"required\"")
        .doesNotContain("require_parameters");
  }

  @Test
  void aForcedToolBesideAFormIsAskedForAgainOnlyOnceBeforeTheNextForm() {
    server
        .answer(404, NO_ENDPOINT)
        .answer(404, NO_ENDPOINT)
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answerText(GOOD);
    PromptOptions forced = PromptOptions.builder().toolChoice("required").build();

    assertThat(TRIAGE.value(client, input(forced, weather)))
        .isEqualTo(new Triage("s", Priority.HIGH));

    assertThat(server.takeBody())
        .contains("\"require_parameters\":true", "\"strict\":true,\"schema\"");
    assertThat(server.takeBody())
        .contains("\"strict\":true,\"schema\"")
        .doesNotContain("require_parameters");
    assertThat(server.takeBody()).contains("\"strict\":false,\"schema\"");
  }

  @Test
  void theConversationHasTheToolTurns() {
    String details = "[{\"type\":\"reasoning.encrypted\",\"data\":\"eA==\",\"index\":0}]";
    server
        .answer(
            message(
                "{\"content\":\"\",\"reasoning_details\":"
                    + details
                    + ",\"tool_calls\":["
                    + call("", "get_weather", PARIS)
                    + "]}",
                "tool_calls"))
        .answerText("It is warm.")
        .answer(calls(call("call_1", "get_weather", PARIS)))
        .answerText("It is cold.");

    Conversation first = HAIKU.result(client, input(weather).system("S")).conversation();

    assertThat(first.messages())
        .extracting(Message::role)
        .containsExactly("user", "assistant", "tool", "assistant");
    assertThat(first.messages().get(1).toolCalls())
        .containsExactly(ToolCall.of("call_1", "get_weather", PARIS));
    assertThat(first.toJson()).contains("\"reasoning_details\":" + details);
    assertThat(Conversation.fromJson(first.toJson())).isEqualTo(first);

    Conversation second =
        HAIKU.result(client, input(weather).history(first.messages())).conversation();

    assertThat(second.messages()).hasSize(8);
    assertThat(second.messages().get(5).toolCalls())
        .as("an id that was there before")
        .containsExactly(ToolCall.of("call_2", "get_weather", PARIS));
    assertThat(second.messages().get(6).toolCallId()).contains("call_2");
  }

  @Test
  void afterTheLastRoundAnAnswerBesideToolCallsIsTaken() {
    server
        .answer(calls(call("c1", "get_weather", PARIS)))
        .answer(calls(call("c2", "get_weather", PARIS), call("c3", "Triage", GOOD)));
    PromptOptions tool =
        PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).maxToolRounds(1).build();

    assertThat(TRIAGE.value(client, input(tool, weather)))
        .isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(weather.calls).hasSize(1);
  }

  @Test
  void theSameAnswersGiveTheSameRequests() {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      server
          .answer(calls(call("", "getWeather", "{'city':'Paris'}"), call("", "a", "[")))
          .answerText("Done.");
      HAIKU.value(client, input(weather));
      server.takeBody();
      bodies.add(server.takeBody());
    }
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("call_1", "call_2");
  }

  @Test
  void aLongNameIsNotSaidWhole() {
    assertThat(told("x".repeat(100_000), PARIS))
        .isEqualTo(
            "There is no tool named \"" + "x".repeat(64) + "\". The tools are: get_weather.");
  }
}
