package io.typedprompt;

import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PromptMethod;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that do not fit, and what is asked then. */
class ReaskTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String URGENT = "{\"summary\":\"s\",\"priority\":\"URGENT\"}";
  private static final String NUMBER = "{\"summary\":\"s\",\"priority\":7}";
  private static final String SCHEMA =
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Triage\","
          + "\"strict\":true,\"schema\":"
          + SamplePrompts.TRIAGE_SCHEMA
          + "}},\"provider\":{\"require_parameters\":true}}";

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.clientBuilder().maxRetries(0).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void asksAgainWithTheProblems() {
    server.answerText(URGENT).answerText(GOOD);

    PromptResult<Triage> result = TRIAGE.result(client, input().system("S").example("u", "a"));

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.HIGH));
    String first =
        "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"system\",\"content\":\"S\"},"
            + "{\"role\":\"user\",\"content\":\"u\"},{\"role\":\"assistant\",\"content\":\"a\"},"
            + "{\"role\":\"user\",\"content\":\"Go.\"}";
    assertThat(server.takeBody()).isEqualTo(first + "]," + SCHEMA);
    assertThat(server.takeBody())
        .isEqualTo(
            first
                + ",{\"role\":\"assistant\",\"content\":"
                + PromptServer.quoted(URGENT)
                + "},{\"role\":\"user\",\"content\":"
                + PromptServer.quoted(
                        "This answer does not fit. Its problems are:\n"
                            + "[{\"path\":\"/priority\",\"expected\":\"one of LOW, HIGH\","
                            + "\"got\":\"\\\"URGENT\\\"\"}]\n"
                            + "Answer again, whole and in the form that was asked, with all of them"
                            + " corrected.")
                    .replace("\\u000a", "\\n")
                + "}],"
                + SCHEMA);
  }

  @Test
  void sumsUpWhatAllAttemptsTook() {
    server.answerText(URGENT).answerText(GOOD);

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.usage()).isEqualTo(Usage.of(20, 10));
    assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.002")));
    assertThat(result.attempts()).hasSize(2);
    Attempt rejected = result.attempts().get(0);
    assertThat(rejected.kind()).isEqualTo(Attempt.Kind.ANSWER);
    assertThat(rejected.outcome()).isEqualTo(Attempt.Outcome.REJECTED);
    assertThat(rejected.failure()).contains("does not fit: 1 problem");
    assertThat(rejected.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(rejected.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(result.attempts().get(1).outcome()).isEqualTo(Attempt.Outcome.ANSWERED);
  }

  @Test
  void keepsOnlyTheLastBadAnswer() {
    server.answerText(URGENT).answerText(NUMBER).answerText(GOOD);

    SamplePrompts.triage(PromptOptions.builder().maxAttempts(3).build()).value(client, input());

    server.takeRequest();
    server.takeRequest();
    assertThat(server.takeBody()).contains("\\\"priority\\\":7").doesNotContain("URGENT");
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    server.answerText(URGENT).answerText("{\"priority\":7}");

    OutputFormatException e =
        catchThrowableOfType(OutputFormatException.class, () -> TRIAGE.value(client, input()));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: the answer does not fit the type: /priority: expected one of"
                + " LOW, HIGH, found 7; /summary: expected the property \"summary\", found nothing. The model was"
                + " asked 2 times; a larger model may do better. (generation gen-1)");
    assertThat(e.text()).isEqualTo("{\"priority\":7}");
    assertThat(e.problems()).hasSize(2);
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.provider()).contains("Vendor");
    assertThat(e.generationId()).contains("gen-1");
    assertThat(e.usage()).isEqualTo(Usage.of(20, 10));
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.002")));
    assertThat(e.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Attempt.Outcome.REJECTED, Attempt.Outcome.REJECTED);
    assertThat(server.requestCount()).isEqualTo(2);
  }

  @Test
  void oneAttemptIsNeverToAskAgain() {
    server.answerText(URGENT);

    OutputFormatException e =
        catchThrowableOfType(
            OutputFormatException.class,
            () ->
                SamplePrompts.triage(PromptOptions.builder().maxAttempts(1).build())
                    .value(client, input()));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: the answer does not fit the type: /priority: expected one of"
                + " LOW, HIGH, found \"URGENT\". The model was asked once; maxAttempts allows to"
                + " ask it again. (generation gen-1)");
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void aCutAnswerIsNeverAskedForAgain() {
    server.answer(PromptServer.completion("{\"summary\":\"s\",\"priority\":\"HI", "length"));

    TruncatedOutputException e =
        catchThrowableOfType(TruncatedOutputException.class, () -> TRIAGE.value(client, input()));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: the answer was cut at the limit of tokens after 5 of them."
                + " Raise maxTokens, or ask for less. (generation gen-1)");
    assertThat(e.text()).isEqualTo("{\"summary\":\"s\",\"priority\":\"HI");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void evenAWholeValueIsNotTakenFromACutAnswer() {
    server.answer(PromptServer.completion(GOOD, "length"));

    assertThat(catchThrowableOfType(OpenRouterException.class, () -> TRIAGE.value(client, input())))
        .isInstanceOf(TruncatedOutputException.class);
  }

  @Test
  void theBudgetStopsAnotherAttempt() {
    server.answerText(URGENT);
    PromptOptions options =
        PromptOptions.builder().maxAttempts(5).maxCost(new BigDecimal("0.001")).build();

    BudgetExceededException e =
        catchThrowableOfType(
            BudgetExceededException.class,
            () -> SamplePrompts.triage(options).value(client, input()));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: the answer does not fit the type, and asking again is over the"
                + " budget: the call has cost 0.001 USD, and maxCost is 0.001 USD. /priority:"
                + " expected one of LOW, HIGH, found \"URGENT\". (generation gen-1)");
    assertThat(e.text()).isEqualTo(URGENT);
    assertThat(e.problems()).hasSize(1);
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void theBudgetDoesNotStopTheFirstAttempt() {
    server.answerText(GOOD);
    PromptOptions options = PromptOptions.builder().maxCost(new BigDecimal("0")).build();

    assertThat(SamplePrompts.triage(options).value(client, input()).summary()).isEqualTo("s");
  }

  @Test
  void whatAConstructorRefusesIsAProblemLikeAnyOther() {
    server.answerText("{\"n\":-1}").answerText("{\"n\":1}");
    PromptMethod<Integer> method =
        PromptMethod.typed(
            "P.n", PromptOptions.builder().models("a/b").build(), new PositiveFormat());

    assertThat(method.value(client, input())).isEqualTo(1);

    server.takeRequest();
    assertThat(server.takeBody())
        .contains(
            "[{\\\"path\\\":\\\"\\\",\\\"expected\\\":\\\"an object that Positive accepts\\\","
                + "\\\"got\\\":\\\"one that it refuses: n must be positive\\\"}]");
  }

  @Test
  void aCutAnswerKeepsTheCostOfTheOneBefore() {
    server.answerText(URGENT).answer(PromptServer.completion("{\"summary\":\"s\"", "length"));

    TruncatedOutputException e =
        catchThrowableOfType(TruncatedOutputException.class, () -> TRIAGE.value(client, input()));

    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.002")));
    assertThat(e.attempts()).hasSize(2);
  }

  @Test
  void aFailureAfterAPaidAttemptKeepsItsCost() {
    server.answerText(URGENT).answer(500, "{\"error\":{\"message\":\"m\",\"code\":500}}");

    ProviderException e =
        catchThrowableOfType(ProviderException.class, () -> TRIAGE.value(client, input()));

    assertThat(e.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(e.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Attempt.Outcome.REJECTED, Attempt.Outcome.FAILED);
  }

  @Test
  void anUnknownCostMakesTheSumALowerBound() {
    server
        .answerText(URGENT)
        .answer(
            "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":"
                + PromptServer.quoted(GOOD)
                + "}}]}");

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.cost()).hasToString("at least 0.001 USD");
    assertThat(result.usage()).hasToString("at least 15 tokens (10 prompt, 5 completion)");
  }

  @Test
  void thePrefillComesAfterTheProblems() {
    server.answerText("\"summary\":1}").answerText("\"summary\":\"s\",\"priority\":\"LOW\"}");
    PromptOptions options =
        PromptOptions.builder().structuredOutput(StructuredOutput.PROMPT).build();

    assertThat(SamplePrompts.triage(options).value(client, input().prefill("{")).priority())
        .isEqualTo(Priority.LOW);

    server.takeRequest();
    assertThat(server.takeBody())
        .contains("{\"role\":\"assistant\",\"content\":\"{\\\"summary\\\":1}\"}")
        .endsWith("{\"role\":\"assistant\",\"content\":\"{\"}]}");
  }

  /** A record whose constructor takes no negative number. */
  private static final class PositiveFormat extends AnswerFormat<Integer> {
    private static final ObjectNames NAMES = ObjectNames.of("Positive").required("n");

    PositiveFormat() {
      super("Positive", "{}");
    }

    @Override
    public @Nullable Integer read(AnswerReader in) {
      int n = 0;
      if (!in.beginObject(NAMES)) {
        return null;
      }
      while (in.nextProperty() >= 0) {
        n = in.readInt();
      }
      if (!in.endObject()) {
        return null;
      }
      return n < 0 ? in.rejected(new IllegalArgumentException("n must be positive")) : n;
    }
  }
}
