package io.typedprompt;

import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.annotations.StructuredOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a server may answer instead of an answer. */
class ErrorsTest {
  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.clientBuilder().maxRetries(0).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /**
   * One block of the table.
   *
   * @param type the exception's simple name, its status() and whether it is retryable
   */
  record Case(int httpStatus, String body, String type, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(ErrorsTest.class.getResourceAsStream("errors.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
      for (int i = 1; i + 3 < lines.size(); i += 5) {
        int status = Integer.parseInt(lines.get(i));
        cases.add(new Case(status, lines.get(i + 1), lines.get(i + 2), lines.get(i + 3)));
      }
    }
    assertThat(cases).hasSizeGreaterThan(35);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void becomesTheExceptionWithTheWholeStory(Case wanted) {
    server.answer(wanted.httpStatus(), wanted.body());

    OpenRouterException e = failure();

    assertThat(e).hasMessage(wanted.message());
    assertThat(
            e.getClass().getSimpleName()
                + " "
                + e.status()
                + (e.retryable() ? " retryable" : " final"))
        .isEqualTo(wanted.type());
    assertThat(e.attempts()).hasSize(1);
    assertThat(e.attempts().get(0).outcome()).isEqualTo(Attempt.Outcome.FAILED);
    assertThat(e.attempts().get(0).failure()).isPresent();
  }

  private OpenRouterException failure() {
    PromptOptions asSchema =
        PromptOptions.builder().structuredOutput(StructuredOutput.JSON_SCHEMA).build();
    return catchThrowableOfType(
        OpenRouterException.class, () -> SamplePrompts.triage(asSchema).value(client, input()));
  }

  @Test
  void theExceptionHasWhatTheServerSaid() {
    server.answer(
        429,
        """
        {"error":{"message":"Provider returned error","code":429,"metadata":{
          "provider_name":"Google","raw":"slow down","error_type":"rate_limit_exceeded"}}}""",
        "X-Generation-Id: gen-7",
        "Retry-After: 12");

    OpenRouterException e = failure();

    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: 429 rate limited by Google: slow down. Try again in 12"
                + " seconds, or name further models as fallbacks. (generation gen-7)");
    assertThat(e.provider()).contains("Google");
    assertThat(e.errorType()).contains("rate_limit_exceeded");
    assertThat(e.generationId()).contains("gen-7");
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(12));
    assertThat(e.rawBody()).get().asString().contains("\"raw\":\"slow down\"");
    assertThat(e.usage()).isEqualTo(Usage.none());
    assertThat(e.cost()).isEqualTo(Cost.none());
    assertThat(e.attempts().get(0).provider()).contains("Google");
    assertThat(e.attempts().get(0).failure()).contains("429 rate limited by Google");
  }

  @Test
  void moderationTellsItsReasonsButNotTheInput() {
    server.answer(
        403,
        """
        {"error":{"message":"Flagged","code":403,"metadata":{"reasons":["violence"],
          "patterns":["P1"],"flagged_input":"private words"}}}""");

    PermissionDeniedException e = (PermissionDeniedException) failure();

    assertThat(e.reasons()).containsExactly("violence", "P1");
    assertThat(e.getMessage()).doesNotContain("private words");
  }

  @Test
  void affordableTokensAreANumber() {
    server.answer(402, "{\"error\":{\"message\":\"but can only afford 12,345 tokens\"}}");
    assertThat(((InsufficientCreditsException) failure()).affordableTokens()).hasValue(12345);

    server.answer(402, "{\"error\":{\"message\":\"but can only afford little\"}}");
    assertThat(((InsufficientCreditsException) failure()).affordableTokens()).isEmpty();
  }

  @Test
  void theWaitMayBeInTheBody() {
    server.answer(429, "{\"error\":{\"message\":\"m\",\"availability\":{\"retry_after\":7.5}}}");
    assertThat(failure().retryAfter()).contains(Duration.ofMillis(7500));

    server.answer(
        429, "{\"error\":{\"message\":\"m\",\"metadata\":{\"headers\":{\"Retry-After\":\"3\"}}}}");
    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void theWaitMayBeTheEndOfTheLimit() {
    long reset = Instant.now().plusSeconds(500).toEpochMilli();
    server.answer(
        429,
        "{\"error\":{\"message\":\"m\",\"metadata\":{\"headers\":{\"X-RateLimit-Reset\":\""
            + reset
            + "\"}}}}");

    assertThat(failure().retryAfter())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(400), Duration.ofSeconds(500)));
  }

  @Test
  void theServerKnowsBetterWhetherToRetry() {
    server.answer(404, "{\"error\":{\"message\":\"m\",\"availability\":{\"retryable\":true}}}");
    assertThat(failure().retryable()).isTrue();

    server.answer(503, "{\"error\":{\"message\":\"m\",\"availability\":{\"retryable\":false}}}");
    assertThat(failure().retryable()).isFalse();
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.answer(307, "", "Location: https://other.example/api/v1/chat/completions");

    assertThat(failure())
        .isInstanceOf(ProviderException.class)
        .hasMessage(
            "SupportPrompts.triage: 307 redirected to"
                + " https://other.example/api/v1/chat/completions. Redirects are not followed; set"
                + " the client's baseUrl to where the API is.");
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void nothingIsSentTwice() {
    server.answer(503, "{\"error\":{\"message\":\"m\"}}", "Retry-After: 0");
    server.answerText("never asked for");

    assertThat(failure().status()).isEqualTo(503);
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @Test
  void aPartIsKeptWithWhatItCost() {
    server.answer(
        """
        {"id":"gen-3","model":"v/m","provider":"Vendor","choices":[{"finish_reason":"error",
          "message":{"content":"part"},"error":{"code":"502","message":"Provider disconnected"}}],
          "usage":{"prompt_tokens":4,"completion_tokens":1,"total_tokens":5,"cost":0.25}}""");

    ProviderException e = (ProviderException) failure();

    assertThat(e.text()).isEqualTo("part");
    assertThat(e.status()).isEqualTo(502);
    assertThat(e.provider()).contains("Vendor");
    assertThat(e.generationId()).contains("gen-3");
    assertThat(e.usage()).isEqualTo(Usage.of(4, 1));
    assertThat(e.cost()).hasToString("0.25 USD");
  }

  @Test
  void neitherKeyNorAccountShowAnywhere() {
    server.answer(
        400,
        """
        {"error":{"message":"bad key %s of user_2AbCdEfGh","code":400,"metadata":{
          "raw":"{\\"user_id\\":\\"user_3IjKlMnOp\\",\\"message\\":\\"%s\\"}"}},
          "user_id":"user_2AbCdEfGh"}"""
            .formatted(PromptServer.KEY, PromptServer.KEY));

    OpenRouterException e = failure();

    String all = e + e.rawBody().orElseThrow() + e.attempts() + e.getCause();
    assertThat(all)
        .doesNotContain(PromptServer.KEY)
        .doesNotContain("user_2AbCdEfGh")
        .doesNotContain("user_3IjKlMnOp");
    assertThat(e)
        .hasMessage(
            "SupportPrompts.triage: 400 request refused: bad key [redacted] of [redacted]."
                + " Correct the request; repeating it does not help.");
  }

  @Test
  void anAnswerThatEchoesTheKeyIsRedactedToo() {
    server.answerText("Your key is " + PromptServer.KEY);

    OutputFormatException e =
        catchThrowableOfType(
            OutputFormatException.class,
            () ->
                SamplePrompts.triage(PromptOptions.builder().maxAttempts(1).build())
                    .value(client, input()));

    assertThat(e.text()).isEqualTo("Your key is [redacted]");
    assertThat(e.toString() + e.problems() + e.rawBody()).doesNotContain(PromptServer.KEY);
  }
}
