package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users' tests make themselves: results and exceptions. */
class FakesTest {
  @Test
  void aResultNeedsOnlyItsValue() {
    PromptResult<Integer> result = PromptResult.of(42);

    assertThat(result.value()).isEqualTo(42);
    assertThat(result.rawText()).isEmpty();
    assertThat(result.usage()).isEqualTo(Usage.unknown());
    assertThat(result.cost()).isEqualTo(Cost.unknown());
    assertThat(result.model()).isEmpty();
    assertThat(result.requestedModels()).isEmpty();
    assertThat(result.provider()).isEmpty();
    assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(result.attempts()).isEmpty();
    assertThat(result.raw().isMissingNode()).isTrue();
    assertThat(PromptResult.of("text").rawText()).isEqualTo("text");
  }

  @Test
  void aResultMayHaveEverything() {
    Attempt attempt =
        Attempt.builder(Attempt.Kind.RETRY)
            .outcome(Attempt.Outcome.FAILED)
            .failure("429 rate limited")
            .model("a/b")
            .provider("P")
            .usage(Usage.of(1, 2))
            .cost(Cost.of(BigDecimal.ONE))
            .duration(Duration.ofMillis(7))
            .build();
    PromptResult<Integer> result =
        PromptResult.builder(1)
            .rawText("1")
            .usage(Usage.of(3, 4))
            .cost(Cost.of(BigDecimal.TEN))
            .model("a/b")
            .requestedModels(List.of("a/b", "c/d"))
            .provider("P")
            .id("gen-1")
            .finishReason(FinishReason.LENGTH)
            .nativeFinishReason("MAX")
            .serviceTier("flex")
            .cacheHit(true)
            .reasoning("because")
            .citations(List.of(Citation.builder("u").title("t").build()))
            .logprobs(List.of(TokenLogprob.of("a", -1)))
            .attempts(List.of(attempt))
            .repairs(List.of(Repair.of("/a", RepairKind.ALIAS, "b")))
            .warnings(List.of("careful"))
            .rawBody("{\"a\":1}")
            .build();

    assertThat(result.rawText()).isEqualTo("1");
    assertThat(result.usage().totalTokens()).isEqualTo(7);
    assertThat(result.cost().amount()).isEqualTo(BigDecimal.TEN);
    assertThat(result.requestedModels()).containsExactly("a/b", "c/d");
    assertThat(result.finishReason()).isEqualTo(FinishReason.of("length"));
    assertThat(result.reasoning()).contains("because");
    assertThat(result.citations()).first().hasToString("t <u>");
    assertThat(result.logprobs()).first().hasToString("logprob -1.0");
    assertThat(result.attempts())
        .first()
        .hasToString(
            "RETRY FAILED (429 rate limited), a/b at P, 7 ms, 3 tokens (1 prompt, 2 completion), 1"
                + " USD");
    assertThat(result.warnings()).containsExactly("careful");
    assertThat(result.raw().path("a").intValue()).isEqualTo(1);
  }

  @Test
  void listsAreCopiedAndCannotBeChanged() {
    List<String> models = new ArrayList<>(List.of("a/b"));
    PromptResult<Integer> result = PromptResult.builder(1).requestedModels(models).build();
    models.clear();

    assertThat(result.requestedModels()).containsExactly("a/b");
    assertThatThrownBy(() -> result.requestedModels().add("c/d"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  static Stream<Function<FailureDetails, OpenRouterException>> exceptions() {
    return Stream.of(
        OpenRouterException::new,
        InvalidRequestException::new,
        AuthenticationException::new,
        InsufficientCreditsException::new,
        PermissionDeniedException::new,
        NoEndpointsException::new,
        RateLimitException::new,
        ProviderException::new,
        NetworkException::new,
        EmptyResponseException::new,
        TruncatedOutputException::new,
        ContentFilteredException::new,
        RefusalException::new,
        OutputFormatException::new,
        BudgetExceededException::new,
        CallTimeoutException::new,
        CallCancelledException::new);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionIsMadeOfDetails(Function<FailureDetails, OpenRouterException> constructor) {
    IllegalStateException cause = new IllegalStateException();
    OpenRouterException e =
        constructor.apply(
            FailureDetails.builder("no luck")
                .cause(cause)
                .status(499)
                .errorType("t")
                .provider("P")
                .generationId("gen-1")
                .retryable(true)
                .retryAfter(Duration.ofSeconds(3))
                .rawBody("{}")
                .attempts(List.of(Attempt.builder(Attempt.Kind.ANSWER).build()))
                .usage(Usage.of(1, 2))
                .cost(Cost.of(BigDecimal.ONE))
                .build());

    assertThat(e).hasMessage("no luck").hasCause(cause);
    assertThat(e.status()).isEqualTo(499);
    assertThat(e.errorType()).contains("t");
    assertThat(e.provider()).contains("P");
    assertThat(e.generationId()).contains("gen-1");
    assertThat(e.retryable()).isTrue();
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(e.rawBody()).contains("{}");
    assertThat(e.attempts()).hasSize(1);
    assertThat(e.usage()).isEqualTo(Usage.of(1, 2));
    assertThat(e.cost()).isEqualTo(Cost.of(BigDecimal.ONE));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionNeedsOnlyAMessage(Function<FailureDetails, OpenRouterException> constructor)
      throws Exception {
    OpenRouterException e = constructor.apply(FailureDetails.builder("no luck").build());

    for (OpenRouterException each : List.of(e, readBack(e))) {
      assertThat(each).hasMessage("no luck").hasNoCause().isExactlyInstanceOf(e.getClass());
      assertThat(each.status()).isZero();
      assertThat(each.errorType()).isEmpty();
      assertThat(each.retryable()).isFalse();
      assertThat(each.attempts()).isEmpty();
    }
    assertThat(e.cost()).isEqualTo(Cost.none());
    assertThat(readBack(e).cost()).isEqualTo(Cost.unknown());
  }

  @Test
  void someExceptionsHaveMoreToTell() {
    FailureDetails details =
        FailureDetails.builder("m")
            .text("so far")
            .reasons(List.of("violence"))
            .affordableTokens(12)
            .problems(List.of(AnswerProblem.of("/a", "an integer", "null")))
            .build();

    assertThat(new PermissionDeniedException(details).reasons()).containsExactly("violence");
    assertThat(new InsufficientCreditsException(details).affordableTokens()).hasValue(12);
    assertThat(new OutputFormatException(details).text()).isEqualTo("so far");
    assertThat(new OutputFormatException(details).problems()).hasSize(1);
    assertThat(new BudgetExceededException(details).text()).isEqualTo("so far");
    assertThat(new BudgetExceededException(details).problems()).hasSize(1);
    assertThat(new TruncatedOutputException(details).text()).isEqualTo("so far");
    assertThat(new ContentFilteredException(details).text()).isEqualTo("so far");
    assertThat(new RefusalException(details).text()).isEqualTo("so far");
    assertThat(new ProviderException(details).text()).isEqualTo("so far");
    assertThat(new CallTimeoutException(details).text()).isEqualTo("so far");
    assertThat(new CallCancelledException(details).text()).isEqualTo("so far");
  }

  private static OpenRouterException readBack(OpenRouterException e) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (OpenRouterException) in.readObject();
    }
  }

  @Test
  void aStreamHasGivenTextsAndAGivenResult() {
    PromptResult<Integer> result = PromptResult.of(42);

    try (PromptStream<Integer> stream = PromptStream.of(List.of("4", "", "2"), result)) {
      assertThat(stream.text()).containsExactly("4", "2");
      assertThat(stream.result()).isSameAs(result);
    }
    try (PromptStream<Integer> stream = PromptStream.of(List.of("4", "2"), result)) {
      assertThat(stream.result()).isSameAs(result);
    }
  }

  @Test
  void aGivenStreamMayBeClosedEarly() {
    PromptStream<String> stream = PromptStream.of(List.of("a", "b"), PromptResult.of("ab"));
    assertThat(stream.iterator().next()).isEqualTo("a");

    stream.close();

    assertThatThrownBy(stream::result)
        .isInstanceOfSatisfying(
            CallCancelledException.class, e -> assertThat(e.text()).isEqualTo("a"))
        .hasMessage("cancelled because the stream was closed.");
  }

  @Test
  void aGivenStreamMayFailOnTheWay() {
    RateLimitException failure =
        new RateLimitException(FailureDetails.builder("too many").status(429).build());
    PromptStream<String> stream =
        PromptStream.of(
            () -> Stream.of("a", "b").map(text -> failAt("b", text, failure)).iterator(),
            PromptResult.of("ab"));

    List<String> read = new ArrayList<>();
    assertThatThrownBy(() -> stream.forEach(read::add)).isSameAs(failure);
    assertThat(read).containsExactly("a");
    assertThatThrownBy(stream::result).isSameAs(failure);
  }

  private static String failAt(String bad, String text, RuntimeException failure) {
    if (text.equals(bad)) {
      throw failure;
    }
    return text;
  }

  @Test
  void toolCallsAndTheirRunsCanBeMade() {
    ToolCall call = ToolCall.of("c1", "refund", "{\"amount\":5}");
    ToolCallRequest request = ToolCallRequest.of("com.acme.Shop.answer", call, 2);
    assertThat(request.methodName()).isEqualTo("com.acme.Shop.answer");
    assertThat(request.call()).isEqualTo(call);
    assertThat(request.round()).isEqualTo(2);
    assertThat(request).hasToString("refund c1 in round 2 of com.acme.Shop.answer");

    ToolApproval.Decision refusal = ToolApproval.Decision.refuse("too much");
    assertThat(refusal.isApproved()).isFalse();
    assertThat(refusal.reason()).isEqualTo("too much");
    assertThat(refusal).hasToString("refused");
    assertThat(ToolApproval.Decision.approve().isApproved()).isTrue();
    assertThat(ToolApproval.Decision.approve().reason()).isEmpty();

    IllegalStateException failure = new IllegalStateException("secret");
    ToolRun run = ToolRun.of(call, ToolRun.Outcome.FAILED, Duration.ofMillis(7), failure);
    assertThat(run.toolName()).isEqualTo("refund");
    assertThat(run.callId()).isEqualTo("c1");
    assertThat(run.failure()).contains(failure);
    assertThat(run).hasToString("refund FAILED, 7 ms, java.lang.IllegalStateException");
    assertThat(
            PromptEvent.builder(PromptCall.of("a.B.c", PromptOptions.builder().build()))
                .toolRun(run)
                .build()
                .toolRun())
        .contains(run);
  }
}
