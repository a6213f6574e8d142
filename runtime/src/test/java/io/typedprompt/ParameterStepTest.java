package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No endpoint knows every option of a request that has a schema. */
class ParameterStepTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String NONE =
      "{\"error\":{\"code\":404,\"message\":\"No endpoints found that can handle the requested"
          + " parameters.\"}}";
  private static final PromptOptions OPTIONS =
      PromptOptions.builder()
          .temperature(0.5)
          .topK(4)
          .reasoning(ReasoningOptions.builder().effort("low").build())
          .user("u")
          .provider(ProviderOptions.builder().sort("price").build())
          .extraBody("safe_prompt", true)
          .structuredOutput(StructuredOutput.JSON_SCHEMA)
          .build();

  private static PromptOptions.Builder schema() {
    return PromptOptions.builder().structuredOutput(StructuredOutput.JSON_SCHEMA);
  }

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private PromptResult<Triage> ask(PromptOptions options) {
    return SamplePrompts.triage(options).result(client, input());
  }

  private NoEndpointsException failure(PromptOptions options) {
    return catchThrowableOfType(NoEndpointsException.class, () -> ask(options));
  }

  @Test
  void theSameRequestIsSentWithoutTheAutomaticDemand() {
    server.answer(404, NONE).answerText(GOOD);

    PromptResult<Triage> result = ask(OPTIONS);

    assertThat(result.value().summary()).isEqualTo("s");
    assertThat(result.warnings())
        .containsExactly(
            "No endpoint knows all options of the request, so it was repeated without"
                + " require_parameters: the provider may have ignored temperature, topK,"
                + " reasoning.effort, extraBody.safe_prompt, or the schema itself. Leave out what"
                + " the model does not know.");
    assertThat(result.attempts())
        .extracting(attempt -> attempt.kind() + " " + attempt.outcome())
        .containsExactly("ANSWER FAILED", "LADDER_STEP ANSWERED");
    String first = server.takeBody();
    assertThat(first).contains("\"provider\":{\"require_parameters\":true,\"sort\":\"price\"}");
    assertThat(server.takeBody()).isEqualTo(first.replace("\"require_parameters\":true,", ""));
  }

  @Test
  void theStepHoldsForTheRestOfTheCall() {
    server.answer(404, NONE).answerText("{\"summary\":1}").answerText(GOOD);

    PromptResult<Triage> result = ask(OPTIONS);

    assertThat(result.warnings()).hasSize(1);
    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.LADDER_STEP, Attempt.Kind.ANSWER);
    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeBody()).doesNotContain("require_parameters");
  }

  @Test
  void whatFailsThenListsWhatWasSent() {
    server.answer(404, NONE).answer(404, NONE);

    NoEndpointsException e = failure(OPTIONS);

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: 404 no endpoint can serve the request: No endpoints found that"
                + " can handle the requested parameters. Options and account settings together"
                + " exclude every endpoint of the models. The request had these options:"
                + " response_format, temperature, top_k, user, reasoning, provider.sort,"
                + " safe_prompt. A model that cannot be held to a schema needs structuredOutput ="
                + " PROMPT.");
    assertThat(e.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.LADDER_STEP);
    assertThat(server.requestCount()).isEqualTo(2);
  }

  @Test
  void aStepThatFailsOnTheWayIsRepeated() {
    server
        .answer(404, NONE)
        .answer(503, "{\"error\":{\"message\":\"m\"}}", "Retry-After: 0")
        .answerText(GOOD);
    try (OpenRouterClient patient = server.clientBuilder().timing(new FakeTiming(0)).build()) {
      assertThat(SamplePrompts.triage(OPTIONS).result(patient, input()).attempts())
          .extracting(Attempt::kind)
          .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.LADDER_STEP, Attempt.Kind.RETRY);
    }
  }

  @Test
  void withoutOptionsToDropItChangesNothing() {
    server.answer(404, NONE);

    assertThat(failure(schema().user("u").build()).attempts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheDeveloperDecidedStands(boolean requireParameters) {
    server.answer(404, NONE);
    ProviderOptions provider =
        ProviderOptions.builder().requireParameters(requireParameters).build();

    assertThat(failure(OPTIONS.toBuilder().provider(provider).build()).attempts()).hasSize(1);
  }

  @Test
  void aRequestWithoutTheDemandHasNoStep() {
    server.answer(404, NONE).answer(404, NONE);
    PromptOptions inWords = OPTIONS.toBuilder().structuredOutput(StructuredOutput.PROMPT).build();

    assertThat(failure(inWords).attempts()).hasSize(1);
    assertThat(
            catchThrowableOfType(
                    NoEndpointsException.class,
                    () -> HAIKU.result(client, input().options(OPTIONS)))
                .attempts())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"code\":\"constraint_filtered\",\"excluded_by\":[\"require_parameters\",\"max_price\"]}', 2",
    "'{\"code\":\"constraint_filtered\",\"excluded_by\":[\"max_price\"]}', 1",
    "'{\"code\":\"no_endpoints\"}', 2",
    "'{\"code\":\"something_new\"}', 2",
    "'{\"code\":\"model_deprecated\"}', 1",
    "'{\"code\":\"free_variant_ended\"}', 1",
    "'{\"code\":\"privacy_restricted\"}', 1",
  })
  void theServerMaySayThatSomethingElseIsToBlame(String availability, int attempts) {
    String body = "{\"error\":{\"message\":\"m\",\"availability\":" + availability + "}}";
    server.answer(404, body).answer(404, body);

    assertThat(failure(OPTIONS).attempts()).hasSize(attempts);
  }

  @Test
  void aToolIsNoOtherOption() {
    server.answer(404, NONE);
    PromptOptions tool = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    assertThat(failure(tool).attempts())
        .extracting(Attempt::kind)
        .isEqualTo(List.of(Attempt.Kind.ANSWER));
  }
}
