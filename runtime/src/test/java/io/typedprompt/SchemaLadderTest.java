package io.typedprompt;

import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import java.math.BigDecimal;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server refuses the way in which the form of an answer is asked for. */
@Timeout(30)
class SchemaLadderTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final Triage VALUE = new Triage("s", Priority.HIGH);
  private static final String NONE =
      "{\"error\":{\"code\":404,\"message\":\"No endpoints found that support tool use.\"}}";
  private static final String FAILED = "ANSWER FAILED";
  private static final String STEP_FAILED = "LADDER_STEP FAILED";
  private static final String STEP_ANSWERED = "LADDER_STEP ANSWERED";
  private static final String IN_WORDS =
      "Answer with one JSON value of this form, and with nothing else: no explanation, no comments,"
          + " no code fence.\\n{\\n  \\\"summary\\\": string,\\n  \\\"priority\\\": \\\"LOW\\\" |"
          + " \\\"HIGH\\\"\\n}\"}";

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static List<String> story(List<Attempt> attempts) {
    return attempts.stream().map(attempt -> attempt.kind() + " " + attempt.outcome()).toList();
  }

  private static String toolCall(String arguments) {
    return PromptServer.completion("", "tool_calls")
        .replace(
            "\"content\":\"\"",
            "\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"Triage\",\"arguments\":"
                + PromptServer.quoted(arguments)
                + "}}]");
  }

  @Test
  void theSameSchemaIsAskedForThatIsNotStrict() {
    server.answer(404, NONE).answerText(GOOD);

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.value()).isEqualTo(VALUE);
    assertThat(story(result.attempts())).containsExactly(FAILED, STEP_ANSWERED);
    assertThat(result.warnings())
        .containsExactly(
            "The server refused the JSON Schema as strict, so the answer was asked for with the"
                + " same schema not strict: the model is shown it, but not held to it.");
    String first = server.takeBody();
    assertThat(server.takeBody())
        .isEqualTo(first.replace("\"strict\":true", "\"strict\":false"))
        .contains("\"require_parameters\":true");
  }

  @Test
  void thenAToolAndThenWords() {
    server.answer(404, NONE).answer(404, NONE).answer(toolCall(GOOD));

    PromptResult<Triage> tool = TRIAGE.result(client, input());

    assertThat(tool.value()).isEqualTo(VALUE);
    assertThat(story(tool.attempts())).containsExactly(FAILED, STEP_FAILED, STEP_ANSWERED);
    assertThat(tool.warnings())
        .containsExactly(
            "The server refused the JSON Schema as the form of the answer, so the answer was asked"
                + " for as the arguments of a tool. structuredOutput = TOOL asks so at once.");
    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeBody())
        .contains(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"Triage\"",
            "\"strict\":false",
            "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"Triage\"}}",
            "\"require_parameters\":true")
        .doesNotContain("response_format");

    server.answer(404, NONE).answer(404, NONE).answer(404, NONE).answerText(GOOD);

    PromptResult<Triage> words = TRIAGE.result(client, input());

    assertThat(words.value()).isEqualTo(VALUE);
    assertThat(story(words.attempts()))
        .containsExactly(FAILED, STEP_FAILED, STEP_FAILED, STEP_ANSWERED);
    assertThat(words.warnings())
        .containsExactly(
            "The server refused the JSON Schema as the form of the answer and as that of a tool, so"
                + " it was put into words at the end of the prompt. structuredOutput = PROMPT asks"
                + " so at once.");
    assertThat(words.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(words.usage()).isEqualTo(Usage.of(10, 5));
    server.takeRequest();
    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeBody())
        .isEqualTo(
            "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"user\",\"content\":\"Go.\\n\\n"
                + IN_WORDS
                + "]}");
  }

  @Test
  void belowWordsThereIsNothing() {
    server.answer(404, NONE).answer(404, NONE).answer(404, NONE).answer(404, NONE);

    NoEndpointsException e =
        catchThrowableOfType(NoEndpointsException.class, () -> TRIAGE.value(client, input()));

    assertThat(story(e.attempts())).containsExactly(FAILED, STEP_FAILED, STEP_FAILED, STEP_FAILED);
    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: 404 no endpoint can serve the request: No endpoints found that"
                + " support tool use. Options and account settings together exclude every endpoint"
                + " of the models.");
    assertThat(e.cost()).isEqualTo(Cost.none());
  }

  @Test
  void everyWayIsFirstRepeatedWithoutTheAutomaticDemand() {
    PromptOptions options = PromptOptions.builder().topK(3).build();
    server.answer(404, NONE).answer(404, NONE).answer(404, NONE).answerText(GOOD);

    PromptResult<Triage> result = SamplePrompts.triage(options).result(client, input());

    assertThat(result.warnings()).hasSize(2);
    assertThat(result.warnings().get(0)).startsWith("The server refused the JSON Schema as strict");
    assertThat(result.warnings().get(1)).contains("without require_parameters").contains("topK");
    assertThat(server.takeBody()).contains("\"strict\":true", "require_parameters");
    assertThat(server.takeBody()).contains("\"strict\":true").doesNotContain("require_parameters");
    assertThat(server.takeBody()).contains("\"strict\":false", "require_parameters");
    assertThat(server.takeBody()).contains("\"strict\":false").doesNotContain("require_parameters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // OpenAI, through its Responses API
        "Invalid schema for response_format 'Triage': In context=(), 'additionalProperties' is"
            + " required to be supplied and to be false.",
        "{\"error\":{\"message\":\"m\",\"param\":\"text.format.schema\",\"code\":\"m\"}}",
        "{\"error\":{\"message\":\"m\",\"code\":\"invalid_json_schema\"}}",
        // Anthropic at Azure
        "The compiled grammar is too large, which would cause performance issues.",
        "This response_format type is unavailable now",
        "Structured outputs are not supported by this model.",
      })
  void aSchemaThatTheProviderRejectsIsARefusal(String raw) {
    server
        .answer(
            400,
            "{\"error\":{\"code\":400,\"message\":\"Provider returned error\",\"metadata\":"
                + "{\"provider_name\":\"OpenAI\",\"raw\":"
                + PromptServer.quoted(raw)
                + "}}}")
        .answerText(GOOD);
    PromptOptions options = PromptOptions.builder().topK(3).build();

    PromptResult<Triage> result = SamplePrompts.triage(options).result(client, input());

    assertThat(story(result.attempts())).containsExactly(FAILED, STEP_ANSWERED);
    assertThat(result.warnings()).hasSize(1);
    server.takeRequest();
    assertThat(server.takeBody()).contains("\"strict\":false", "\"require_parameters\":true");
  }

  @Test
  void soItIsInsideAnAnswerWithStatus200() {
    server
        .answer("{\"error\":{\"code\":400,\"message\":\"invalid json_schema\"}}")
        .answerText(GOOD);

    assertThat(story(TRIAGE.result(client, input()).attempts()))
        .containsExactly(FAILED, STEP_ANSWERED);
  }

  @Test
  void aToolIsRefusedInWordsOfItsOwn() {
    String rejected = "{\"error\":{\"code\":400,\"message\":\"json_schema is unknown\"}}";
    String noChoice =
        "{\"error\":{\"code\":400,\"message\":\"Thinking does not support this tool_choice\"}}";
    server.answer(400, rejected).answer(400, rejected).answer(400, noChoice).answerText(GOOD);

    assertThat(TRIAGE.value(client, input())).isEqualTo(VALUE);

    server.answer(400, noChoice);
    assertThat(
            catchThrowableOfType(InvalidRequestException.class, () -> TRIAGE.value(client, input()))
                .attempts())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 {\"error\":{\"code\":400,\"message\":\"Unsupported parameter: 'temperature'\"}}",
        "400 {\"error\":{\"code\":400,\"message\":\"maximum context length is 10 tokens\"}}",
        "401 {\"error\":{\"code\":401,\"message\":\"json_schema\"}}",
        "404 {\"error\":{\"message\":\"m\",\"availability\":{\"code\":\"model_deprecated\"}}}",
        "404 {\"error\":{\"message\":\"m\",\"availability\":{\"code\":\"no_endpoints\","
            + "\"excluded_by\":[\"max_price\"]}}}",
        "404 <html><h1>Not Found</h1></html>",
        "500 {\"error\":{\"code\":500,\"message\":\"json_schema\"}}",
      })
  void otherFailuresStand(String reply) {
    server.answer(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
    try (OpenRouterClient once = server.clientBuilder().maxRetries(0).build()) {
      assertThat(
              catchThrowableOfType(OpenRouterException.class, () -> TRIAGE.value(once, input()))
                  .attempts())
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StructuredOutput.class,
      names = {"JSON_SCHEMA", "TOOL", "PROMPT"})
  void whatTheDeveloperChoseStands(StructuredOutput chosen) {
    server.answer(404, NONE);
    PromptOptions options = PromptOptions.builder().structuredOutput(chosen).build();

    assertThat(
            catchThrowableOfType(
                    NoEndpointsException.class,
                    () -> SamplePrompts.triage(options).value(client, input()))
                .attempts())
        .hasSize(1);
  }

  @Test
  void aChosenDemandStandsWhileTheWayChanges() {
    server.answer(404, NONE).answerText(GOOD);
    PromptOptions options =
        PromptOptions.builder()
            .topK(3)
            .provider(ProviderOptions.builder().requireParameters(true).build())
            .build();

    SamplePrompts.triage(options).result(client, input());

    server.takeRequest();
    assertThat(server.takeBody()).contains("\"strict\":false", "\"require_parameters\":true");
  }

  @Test
  void stepsAreNoAttemptsAndHoldForTheRestOfTheCall() {
    server
        .answer(404, NONE)
        .answer(404, NONE)
        .answer(404, NONE)
        .answerText("no")
        .answerText("```json\n" + GOOD + "\n```");

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.value()).isEqualTo(VALUE);
    assertThat(result.warnings()).hasSize(1);
    assertThat(story(result.attempts()))
        .containsExactly(
            FAILED, STEP_FAILED, STEP_FAILED, "LADDER_STEP REJECTED", "ANSWER ANSWERED");
    for (int i = 0; i < 4; i++) {
      server.takeRequest();
    }
    assertThat(server.takeBody()).endsWith(IN_WORDS + "]}").doesNotContain("tools");
  }

  @Test
  void aTextHasNoSuchWays() {
    server.answer(404, NONE);

    assertThat(
            catchThrowableOfType(
                    NoEndpointsException.class, () -> SamplePrompts.HAIKU.value(client, input()))
                .attempts())
        .hasSize(1);
  }

  @Test
  void futuresStepDownToo() {
    server.answer(404, NONE).answerText(GOOD);

    assertThat(TRIAGE.future(client, input()).join()).isEqualTo(VALUE);
  }

  @Test
  void soDoStreamsBeforeTheyBegin() {
    server
        .answer(404, NONE)
        .answer(404, NONE)
        .answer(404, NONE)
        .answer(
            new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(StreamFixtures.stream("```json\n", GOOD, "\n```"))
                .build());

    try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {
      PromptResult<Triage> result = stream.result();

      assertThat(result.value()).isEqualTo(VALUE);
      assertThat(result.warnings()).hasSize(1);
      assertThat(story(result.attempts()))
          .containsExactly(FAILED, STEP_FAILED, STEP_FAILED, STEP_ANSWERED);
    }
  }
}
