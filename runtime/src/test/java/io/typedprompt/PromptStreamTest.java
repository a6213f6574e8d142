package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static io.typedprompt.StreamFixtures.chunk;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.endWithNull;
import static io.typedprompt.StreamFixtures.endWithoutChoices;
import static io.typedprompt.StreamFixtures.event;
import static io.typedprompt.StreamFixtures.finish;
import static io.typedprompt.StreamFixtures.read;
import static io.typedprompt.StreamFixtures.stream;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come in pieces, from the sockets up. */
@Timeout(30)
class PromptStreamTest {
  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private PromptStream<String> open(String body) {
    return open(body, "text/event-stream");
  }

  private PromptStream<String> open(String body, String type) {
    server.answer(new MockResponse.Builder().addHeader("Content-Type", type).body(body).build());
    return HAIKU.stream(client, input());
  }

  @Test
  void piecesComeAsTheModelWritesThem() {
    try (PromptStream<String> stream = open(stream("Old ", "pond", "!"))) {

      assertThat(read(stream)).containsExactly("Old ", "pond", "!");

      PromptResult<String> result = stream.result();
      assertThat(result.value()).isEqualTo("Old pond!");
      assertThat(result.rawText()).isEqualTo("Old pond!");
      assertThat(result.model()).isEqualTo("vendor/model-1");
      assertThat(result.requestedModels()).containsExactly("vendor/model");
      assertThat(result.provider()).contains("Vendor");
      assertThat(result.id()).isEqualTo("gen-1");
      assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(result.nativeFinishReason()).contains("completed");
      assertThat(result.serviceTier()).contains("default");
      assertThat(result.usage().totalTokens()).isEqualTo(15);
      assertThat(result.cost().amount()).isEqualTo(new BigDecimal("0.001"));
      assertThat(result.attempts()).hasSize(1);
      assertThat(result.raw().size()).isEqualTo(5);
      assertThat(result.raw().path(0).path("choices").path(0).path("delta").path("content"))
          .hasToString("\"Old \"");
      assertThat(stream.result()).isSameAs(result);
    }
  }

  @Test
  void theRequestAsksForAStream() {
    try (PromptStream<String> stream = open(stream("a"))) {
      assertThat(stream.result().value()).isEqualTo("a");
    }

    assertThat(server.takeBody())
        .isEqualTo(
            "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"user\",\"content\":\"Go.\"}],"
                + "\"stream\":true}");
  }

  @Test
  void theThreeRecordedEndsAreTheSame() {
    for (String end : List.of(end("stop"), endWithNull("stop"), endWithoutChoices("stop"))) {
      try (PromptStream<String> stream = open(text("Hi") + end)) {

        PromptResult<String> result = stream.result();

        assertThat(result.value()).isEqualTo("Hi");
        assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(result.usage().completionTokens()).isEqualTo(5);
        assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
      }
    }
  }

  @Test
  void withoutDoneAReasonIsEnough() {
    try (PromptStream<String> stream = open(text("Hi") + finish("stop"))) {

      PromptResult<String> result = stream.result();

      assertThat(result.value()).isEqualTo("Hi");
      assertThat(result.usage()).isEqualTo(Usage.unknown());
      assertThat(result.cost()).isEqualTo(Cost.unknown());
    }
  }

  @Test
  void withoutAReasonDoneIsEnough() {
    try (PromptStream<String> stream = open(text("Hi") + "data: [DONE]")) {
      assertThat(stream.result().finishReason()).isEqualTo(FinishReason.UNKNOWN);
    }
  }

  @Test
  void everythingElseIsCollectedUntilTheEnd() {
    String body =
        chunk("{\"reasoning\":\"Let me\",\"content\":\"\"}", null, "")
            + chunk("{\"reasoning\":\" think\",\"content\":null}", null, "")
            + chunk("{\"content\":\"Hi\"}", null, "")
                .replace(
                    "\"finish_reason\":null",
                    "\"logprobs\":{\"content\":[{\"token\":\"Hi\",\"logprob\":-0.5}]},"
                        + "\"finish_reason\":null")
            + chunk("null", null, "")
            + chunk(
                "{\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":"
                    + "{\"url\":\"https://a.example\",\"title\":\"A\"}},"
                    + "{\"type\":\"file\",\"file\":{\"hash\":\"h\",\"name\":\"a.pdf\"}}]}",
                null,
                "")
            + end("length");
    try (PromptStream<String> stream = open(body)) {

      PromptResult<String> result = stream.result();

      assertThat(result.reasoning()).contains("Let me think");
      assertThat(result.citations()).extracting(Citation::url).containsExactly("https://a.example");
      assertThat(result.fileAnnotations()).containsExactly(FileAnnotation.of("h", "a.pdf", ""));
      assertThat(result.logprobs()).containsExactly(TokenLogprob.of("Hi", -0.5, List.of()));
      assertThat(result.finishReason()).isEqualTo(FinishReason.LENGTH);
      assertThat(result.warnings()).containsExactly("The answer was cut at the limit of tokens.");
    }
  }

  @Test
  void typedTextIsReadAtTheEnd() {
    server.answer(events(stream("{\"summary\":", "\"s\",\"priority\"", ":\"HIGH\"}")));
    try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {

      assertThat(read(stream)).containsExactly("{\"summary\":", "\"s\",\"priority\"", ":\"HIGH\"}");
      assertThat(stream.result().value()).isEqualTo(new Triage("s", Priority.HIGH));
    }
    assertThat(server.takeBody()).contains("\"response_format\"").contains("\"stream\":true");
  }

  @Test
  void aTextThatDoesNotFitHasNoResult() {
    server.answer(events(stream("{\"summary\":", "\"s\"}")));
    try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {

      assertThat(read(stream)).containsExactly("{\"summary\":", "\"s\"}");
      OutputFormatException e = catchThrowableOfType(OutputFormatException.class, stream::result);

      assertThat(e)
          .hasMessage(
              "SupportPrompts.triage: the answer does not fit the type: /priority: expected the"
                  + " property \"priority\", found nothing. A stream asks only once; a method that"
                  + " returns the value itself asks again. (generation gen-1)");
      assertThat(e.text()).isEqualTo("{\"summary\":\"s\"}");
      assertThat(e.cost().amount()).isEqualTo(new BigDecimal("0.001"));
      assertThat(e.attempts().get(0).outcome()).isEqualTo(Attempt.Outcome.REJECTED);
      assertThat(catchThrowableOfType(OutputFormatException.class, stream::result)).isSameAs(e);
      assertThat(server.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void aCutTextIsNoTypedValue() {
    server.answer(events(text("{\"summary\":") + end("length")));
    try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {

      TruncatedOutputException e =
          catchThrowableOfType(TruncatedOutputException.class, stream::result);

      assertThat(e.text()).isEqualTo("{\"summary\":");
      assertThat(e.usage().totalTokens()).isEqualTo(15);
    }
  }

  @Test
  void argumentsOfAForcedToolAreTheText() {
    server.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(
                toolCall(
                        "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"Triage\",\"arguments\":\"\"}}")
                    + toolCall(
                        "{\"index\":null,\"function\":{\"arguments\":\"{\\\"summary\\\":\\\"s\\\"\"}}")
                    + toolCall(
                        "{\"index\":0,\"id\":\"\",\"function\":{\"name\":null,\"arguments\":\",\\\"priority\\\":\\\"LOW\\\"}\"}}")
                    + toolCall("{\"index\":0,\"function\":{\"arguments\":null}}")
                    + end("tool_calls"))
            .build());
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();
    try (PromptStream<Triage> stream = SamplePrompts.triage(options).stream(client, input())) {

      assertThat(read(stream)).containsExactly("{\"summary\":\"s\"", ",\"priority\":\"LOW\"}");
      assertThat(stream.result().value()).isEqualTo(new Triage("s", Priority.LOW));
    }
  }

  @Test
  void contentInsteadOfAForcedToolComesAtTheEnd() {
    server.answer(events(stream("{\"summary\":\"s\",", "\"priority\":\"LOW\"}")));
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();
    try (PromptStream<Triage> stream = SamplePrompts.triage(options).stream(client, input())) {
      assertThat(read(stream)).containsExactly("{\"summary\":\"s\",\"priority\":\"LOW\"}");
    }
  }

  private static String toolCall(String json) {
    return chunk(
        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + json + "]}", null, "");
  }

  @Test
  void thePrefillComesFirst() {
    assertThat(prefilled("Sure, ", "a", " pond")).containsExactly("Sure, a", " pond");
  }

  @Test
  void aRepeatedPrefillIsNotTakenTwice() {
    assertThat(prefilled("Sure, ", "Su", "re, ", "a pond")).containsExactly("Sure, ", "a pond");
  }

  @Test
  void anAnswerLikeTheBeginningOfThePrefillIsNone() {
    assertThat(prefilled("Sure, ", "Su", "n")).containsExactly("Sure, Sun");
    assertThat(prefilled("Sure, ", "Su")).containsExactly("Sure, Su");
  }

  private List<String> prefilled(String prefill, String... pieces) {
    server.answer(events(stream(pieces)));
    try (PromptStream<String> stream = HAIKU.stream(client, input().prefill(prefill))) {
      List<String> read = read(stream);
      assertThat(stream.result().rawText()).isEqualTo(String.join("", read));
      return read;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", "text/plain"})
  void aServerThatDoesNotStreamIsReadAsOneAnswer(String type) {
    for (String comments : List.of("", "\n \n", ": OPENROUTER PROCESSING\n\n")) {
      try (PromptStream<String> stream =
          open(comments + PromptServer.completion("Old pond!", "stop"), type)) {

        assertThat(read(stream)).containsExactly("Old pond!");
        assertThat(stream.result().value()).isEqualTo("Old pond!");
        assertThat(stream.result().cost().amount()).isEqualTo(new BigDecimal("0.001"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
  void aStreamOfAnotherTypeIsOneAllTheSame(String type) {
    try (PromptStream<String> stream = open(text("Hi") + end("stop"), type)) {
      assertThat(stream.result().value()).isEqualTo("Hi");
    }
  }

  @Test
  void errorsBeforeTheStreamAreThrownByTheMethod() {
    server.answer(401, "{\"error\":{\"message\":\"No key\",\"code\":401}}");

    assertThatThrownBy(() -> HAIKU.stream(client, input()))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("No key");
  }

  @Test
  void anErrorInsteadOfAStreamIsThrownByTheMethod() {
    server.answer("{\"error\":{\"message\":\"Internal Server Error\",\"code\":400}}");

    assertThatThrownBy(() -> HAIKU.stream(client, input())).isInstanceOf(ProviderException.class);
  }

  @Test
  void aRecordedErrorChunkEndsTheStream() {
    String error =
        event(
            "{\"id\":\"gen-1\",\"provider\":\"V\",\"error\":{\"code\":400,\"message\":\"Token limit"
                + " reached\"},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
                + "\"finish_reason\":null}],"
                + StreamFixtures.USAGE
                + "}");
    try (PromptStream<String> stream =
        open(text("Old ") + finish("length") + error + StreamFixtures.DONE)) {

      ProviderException e = failure(stream, "Old ");

      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: 400 request refused, in a stream: Token limit reached."
                  + " Correct the request; repeating it does not help. (generation gen-1)");
      assertThat(e.status()).isEqualTo(400);
      assertThat(e.usage().totalTokens()).isEqualTo(15);
      assertThat(e.cost().amount()).isEqualTo(new BigDecimal("0.001"));
      assertThat(e.rawBody().orElse("")).contains("Token limit").doesNotContain("Old ");
    }
  }

  @Test
  void aDocumentedErrorChunkEndsTheStream() {
    String error =
        event(
            "{\"error\":{\"code\":\"server_error\",\"message\":\"Provider disconnected\","
                + "\"metadata\":{\"error_type\":\"provider_unavailable\",\"provider_name\":\"V\"}},"
                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":"
                + "\"error\"}]}");
    try (PromptStream<String> stream = open(text("Old ") + error)) {

      ProviderException e = failure(stream, "Old ");

      assertThat(e).hasMessageContaining("error in a stream").hasMessageContaining("disconnected");
      assertThat(e.errorType()).contains("provider_unavailable");
      assertThat(e.provider()).contains("V");
      assertThat(e.cost()).isEqualTo(Cost.unknown());
    }
  }

  @Test
  void anErrorAloneEndsTheStream() {
    try (PromptStream<String> stream =
        open(
            event(
                "{\"error\":{\"code\":502,\"message\":\"Upstream error\",\"metadata\":"
                    + "{\"provider_name\":\"V\"}},\"user_id\":\"user_2iYQIxKY28QuzANm\"}"))) {

      ProviderException e = failure(stream);

      assertThat(e.status()).isEqualTo(502);
      assertThat(e.retryable()).isTrue();
      assertThat(e.rawBody().orElse("")).doesNotContain("user_2iYQIxKY28QuzANm");
    }
  }

  @Test
  void aReasonOfErrorWithoutAnErrorIsOne() {
    try (PromptStream<String> stream = open(text("Old ") + end("error"))) {
      assertThat(failure(stream, "Old ").text()).isEqualTo("Old ");
    }
  }

  @Test
  void anErrorInTheChoiceIsOne() {
    String error =
        event(
            "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"error\",\"error\":"
                + "{\"code\":502,\"message\":\"gone\"}}]}");
    try (PromptStream<String> stream = open(text("Old ") + error)) {
      assertThat(failure(stream, "Old ")).hasMessageContaining("gone");
    }
  }

  @Test
  void anUnreadableEventEndsTheStream() {
    try (PromptStream<String> stream = open(text("Old ") + event("upstream died") + end("stop"))) {

      ProviderException e = failure(stream, "Old ");

      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: an event of the stream is not JSON: upstream died. Check that"
                  + " the client's baseUrl is that of OpenRouter's API. (generation gen-1)");
    }
  }

  @Test
  void aStreamThatEndsTooEarlyIsNoAnswer() {
    try (PromptStream<String> stream = open(text("Old ") + text("pond"))) {

      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Old ");
      assertThat(texts.next()).isEqualTo("pond");
      NetworkException e = catchThrowableOfType(NetworkException.class, texts::hasNext);

      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: the stream of "
                  + server.host()
                  + " ended before the answer did. What the model has written may be billed, so the"
                  + " request is not repeated by itself. (generation gen-1)");
      assertThat(e.text()).isEqualTo("Old pond");
      assertThat(e.cost()).isEqualTo(Cost.unknown());
      assertThat(catchThrowableOfType(NetworkException.class, stream::result)).isSameAs(e);
      assertThat(catchThrowableOfType(NetworkException.class, texts::hasNext)).isSameAs(e);
    }
  }

  @Test
  void anEmptyAnswerIsAFailure() {
    try (PromptStream<String> stream = open(stream("", " "))) {
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo(" ");
      assertThatThrownBy(texts::hasNext).isInstanceOf(EmptyResponseException.class);
    }
  }

  @Test
  void aFilteredAnswerIsAFailure() {
    try (PromptStream<String> stream = open(text("Old ") + end("content_filter"))) {
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Old ");
      ContentFilteredException e =
          catchThrowableOfType(ContentFilteredException.class, texts::hasNext);
      assertThat(e.text()).isEqualTo("Old ");
    }
  }

  @Test
  void aRefusalIsAFailure() {
    try (PromptStream<String> stream =
        open(
            chunk("{\"content\":null,\"refusal\":\"I \"}", null, "")
                + chunk("{\"refusal\":\"won't.\"}", null, "")
                + end("stop"))) {
      RefusalException e = catchThrowableOfType(RefusalException.class, stream::result);
      assertThat(e.text()).isEqualTo("I won't.");
    }
  }

  private static ProviderException failure(PromptStream<String> stream, String... before) {
    Iterator<String> texts = stream.iterator();
    for (String text : before) {
      assertThat(texts.next()).isEqualTo(text);
    }
    ProviderException e = catchThrowableOfType(ProviderException.class, texts::hasNext);
    assertThat(e.text()).isEqualTo(String.join("", before));
    assertThat(catchThrowableOfType(ProviderException.class, stream::result)).isSameAs(e);
    return e;
  }

  @Test
  void theTextIsReadOnce() {
    try (PromptStream<String> stream = open(stream("Old ", "pond"))) {
      stream.iterator();
      assertThatThrownBy(stream::iterator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The text of this PromptStream was asked for or read before; it is read only once."
                  + " result().rawText() has the whole of it.");
      assertThatThrownBy(stream::text).isInstanceOf(IllegalStateException.class);
    }
    try (PromptStream<String> stream = open(stream("Old ", "pond"))) {
      assertThat(stream.result().value()).isEqualTo("Old pond");
      assertThatThrownBy(stream::text).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theResultReadsWhatIsLeft() {
    try (PromptStream<String> stream = open(stream("Old ", "pond", "!"))) {
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Old ");
      assertThat(stream.result().value()).isEqualTo("Old pond!");
      assertThat(texts.hasNext()).isFalse();
      assertThatThrownBy(texts::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void textsAreAStreamOfTheirOwn() {
    server.answer(events(text("Old ") + text("pond") + end("length")));
    List<String> read = new ArrayList<>();

    try (Stream<String> texts = HAIKU.texts(client, input())) {
      texts.forEach(read::add);
    }

    assertThat(read).containsExactly("Old ", "pond");
  }

  @Test
  void aClosedStreamHasNoResult() {
    PromptStream<String> stream = open(stream("Old ", "pond"));
    Iterator<String> texts = stream.iterator();
    texts.next();

    stream.close();
    stream.close();

    CallCancelledException e = catchThrowableOfType(CallCancelledException.class, stream::result);
    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the stream was closed. (generation gen-1)");
    assertThat(e.text()).isEqualTo("Old ");
    assertThat(e.cost()).isEqualTo(Cost.unknown());
    assertThat(catchThrowableOfType(CallCancelledException.class, texts::hasNext)).isSameAs(e);
  }

  @Test
  void closingAfterTheEndChangesNothing() {
    PromptStream<String> stream = open(stream("Old ", "pond"));
    assertThat(read(stream)).hasSize(2);
    stream.close();
    assertThat(stream.result().value()).isEqualTo("Old pond");
  }

  @Test
  void theKeyIsHidden() {
    try (PromptStream<String> stream = open(stream("a " + PromptServer.KEY + " b"))) {
      assertThat(stream.result().value()).isEqualTo("a [redacted] b");
      assertThat(stream.result().raw().toString()).doesNotContain(PromptServer.KEY);
    }
  }

  @Test
  void whatFailsBeforeTheStreamIsRepeated() {
    server.answer(503, "{\"error\":{\"message\":\"busy\",\"code\":503}}", "Retry-After: 0");
    try (PromptStream<String> stream = open(stream("Hi"))) {
      PromptResult<String> result = stream.result();
      assertThat(result.value()).isEqualTo("Hi");
      assertThat(result.attempts())
          .extracting(Attempt::kind)
          .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.RETRY);
    }
  }

  @Test
  void theAutomaticFlagIsDroppedWhereItLeavesNoEndpoint() {
    server.answer(404, "{\"error\":{\"message\":\"No endpoints found\",\"code\":404}}");
    server.answer(events(stream("{\"summary\":\"s\",\"priority\":\"LOW\"}")));
    PromptOptions options = PromptOptions.builder().topK(3).build();
    try (PromptStream<Triage> stream = SamplePrompts.triage(options).stream(client, input())) {

      PromptResult<Triage> result = stream.result();

      assertThat(result.warnings()).hasSize(1);
      assertThat(result.attempts())
          .extracting(Attempt::kind)
          .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.LADDER_STEP);
    }
    assertThat(server.takeBody()).contains("\"require_parameters\":true", "\"stream\":true");
    assertThat(server.takeBody())
        .contains("\"stream\":true")
        .doesNotContain("\"require_parameters\":true");
  }

  @Test
  void listenersSeeOneEndOfEveryStream() {
    List<String> seen = new ArrayList<>();
    try (OpenRouterClient client =
        server.clientBuilder().listener(recorder(seen)).payloads(true).build()) {
      server.answer(events(stream("Hi")));
      try (PromptStream<String> stream = HAIKU.stream(client, input())) {
        assertThat(seen).containsExactly("start");
        assertThat(stream.result().value()).isEqualTo("Hi");
        assertThat(stream.result().value()).isEqualTo("Hi");
      }
      assertThat(seen).containsExactly("start", "attempt ANSWERED", "success 3 chunks");

      seen.clear();
      server.answer(events(stream("Hi")));
      HAIKU.stream(client, input()).close();
      assertThat(seen).containsExactly("start", "attempt FAILED", "CallCancelledException");

      seen.clear();
      server.answer(events(stream("nothing that fits")));
      try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {
        assertThat(read(stream)).hasSize(1);
        assertThatThrownBy(stream::result).isInstanceOf(OutputFormatException.class);
      }
      assertThat(seen).containsExactly("start", "attempt REJECTED", "OutputFormatException");

      seen.clear();
      server.answer(events(text("Hi")));
      try (PromptStream<String> stream = HAIKU.stream(client, input())) {
        assertThatThrownBy(stream::result).isInstanceOf(NetworkException.class);
      }
      assertThat(seen).containsExactly("start", "attempt FAILED", "NetworkException");

      seen.clear();
      server.answer(400, "{\"error\":{\"message\":\"no\",\"code\":400}}");
      assertThatThrownBy(() -> HAIKU.stream(client, input()))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(seen).containsExactly("start", "attempt FAILED", "InvalidRequestException");
    }
  }

  private static MockResponse events(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(body)
        .build();
  }

  private static PromptListener recorder(List<String> seen) {
    return new PromptListener() {
      @Override
      public void onStart(PromptEvent event) {
        seen.add("start");
      }

      @Override
      public void onAttempt(PromptEvent event) {
        seen.add("attempt " + event.attempts().get(event.attempts().size() - 1).outcome());
      }

      @Override
      public void onSuccess(PromptEvent event) {
        seen.add("success " + event.responseBody().orElse("").lines().count() + " chunks");
      }

      @Override
      public void onFailure(PromptEvent event) {
        seen.add(event.failure().orElseThrow().getClass().getSimpleName());
      }
    };
  }
}
