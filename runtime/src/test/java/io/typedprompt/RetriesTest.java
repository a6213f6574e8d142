package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again after a failure, when, and what is not. */
@Timeout(30)
class RetriesTest {
  private static final MockResponse BREAKS_OFF =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  private static final String BUSY = "{\"error\":{\"message\":\"busy\",\"code\":503}}";

  private final PromptServer server = new PromptServer();
  private final FakeTiming timing = new FakeTiming(0.5);

  @AfterEach
  void close() {
    server.close();
  }

  private OpenRouterClient.Builder builder() {
    return server.clientBuilder().timing(timing);
  }

  private PromptResult<String> ask(OpenRouterClient.Builder builder) {
    try (OpenRouterClient client = builder.build()) {
      return HAIKU.result(client, input());
    }
  }

  private OpenRouterException failure(OpenRouterClient.Builder builder) {
    return catchThrowableOfType(OpenRouterException.class, () -> ask(builder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "408 | {'error':{'message':'m','code':408}}",
        "429 | {'error':{'message':'m','code':429}}",
        "500 | {'error':{'message':'m','code':500}}",
        "502 | {'error':{'message':'m','code':502}}",
        "503 | {'error':{'message':'m','code':503}}",
        "504 | {'error':{'message':'m','code':504}}",
        "524 | <html>a timeout occurred</html>",
        "529 | {'error':{'message':'m','code':529}}",
        // The server knows better than the table.
        "404 | {'error':{'message':'m','availability':{'code':'no_endpoints','retryable':true}}}",
        "400 | {'error':{'message':'m','availability':{'code':'new','retryable':true}}}",
        // Errors in answers with status 200.
        "200 | {'error':{'message':'m','code':502}}",
        "200 | {'id':null,'choices':null}",
        "200 | {'choices':[{'finish_reason':'error','message':{'content':'part'}}]}",
        "200 | {'choices':[{'message':{'content':'part'},'error':{'code':502,'message':'m'}}],"
            + "'usage':{'prompt_tokens':1,'completion_tokens':1,'cost':0}}",
      })
  void whatMayPassIsRepeated(int status, String body) {
    server.answer(status, body.replace('\'', '"')).answerText("hi");

    PromptResult<String> result = ask(builder());

    assertThat(result.value()).isEqualTo("hi");
    assertThat(result.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.RETRY);
    assertThat(timing.pauses()).containsExactly(Duration.ofMillis(375));
    assertThat(server.takeBody()).isEqualTo(server.takeBody());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "302 | {}",
        "400 | {'error':{'message':'m','code':400}}",
        "401 | {'error':{'message':'m','code':401}}",
        "402 | {'error':{'message':'m','code':402}}",
        "403 | {'error':{'message':'m','code':403}}",
        "404 | {'error':{'message':'m','code':404}}",
        "412 | {'error':{'message':'m','code':412}}",
        "413 | {'error':{'message':'m','code':413}}",
        "422 | {'error':{'message':'m','code':422}}",
        "501 | {'error':{'message':'m','code':501}}",
        // The server knows better than the table.
        "503 | {'error':{'message':'m','availability':{'code':'new','retryable':false}}}",
        "429 | {'error':{'message':'m','availability':{'code':'new','retryable':false}}}",
        // The free requests of the day.
        "429 | {'error':{'message':'Rate limit exceeded: free-models-per-day','code':429}}",
        "429 | {'error':{'message':'m','metadata':{'limit_source':'openrouter_free_tier_daily'}}}",
        // Answers.
        "200 | <html>not an answer at all</html>",
        "200 | {'error':{'message':'m','code':400}}",
        "200 | {'choices':[{'finish_reason':'stop','message':{'content':''}}]}",
        // What was paid for once would be paid for twice.
        "200 | {'choices':[{'message':{'content':'part'},'error':{'code':502,'message':'m'}}],"
            + "'usage':{'prompt_tokens':1,'completion_tokens':1,'cost':0.25}}",
      })
  void whatWillNotPassOrWasPaidForIsNot(int status, String body) {
    server.answer(status, body.replace('\'', '"')).answerText("never asked for");

    OpenRouterException e = failure(builder());

    assertThat(e.attempts()).hasSize(1);
    assertThat(server.requestCount()).isEqualTo(1);
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void eachTryIsVisible() {
    server
        .answer(
            429,
            """
            {"error":{"message":"Provider returned error","code":429,"metadata":{
              "provider_name":"Google","raw":"slow down"}}}""")
        .answer(
            "{\"id\":\"gen-0\",\"model\":\"v/m\",\"provider\":\"Vendor\",\"choices\":null,"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":0,\"cost\":0}}")
        .answerText("hi");

    PromptResult<String> result = ask(builder());

    assertThat(result.attempts())
        .extracting(Attempt::toString)
        .containsExactly(
            "ANSWER FAILED (429 rate limited by Google) at Google, 0 ms, 0 tokens (0 prompt, 0"
                + " completion), 0 USD",
            "RETRY FAILED (the answer has no choices), v/m at Vendor, 0 ms, 7 tokens (7 prompt, 0"
                + " completion), 0 USD",
            "RETRY ANSWERED, vendor/model-1 at Vendor, 0 ms, 15 tokens (10 prompt, 5 completion),"
                + " 0.001 USD");
    assertThat(result.usage()).isEqualTo(Usage.of(17, 5));
    assertThat(result.cost()).hasToString("0.001 USD");
  }

  @Test
  void theLastFailureStands() {
    for (int i = 1; i <= 3; i++) {
      server.answer(503, "{\"error\":{\"message\":\"try " + i + "\",\"code\":503}}");
    }

    OpenRouterException e = failure(builder());

    assertThat(e)
        .isInstanceOf(ProviderException.class)
        .hasMessage(
            "SupportPrompts.haiku: 503 no provider is available: try 3. Try again later, or name"
                + " further models as fallbacks.");
    assertThat(e.attempts())
        .extracting(Attempt::kind)
        .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.RETRY, Attempt.Kind.RETRY);
    assertThat(e.retryable()).isTrue();
    assertThat(server.requestCount()).isEqualTo(3);
  }

  @Test
  void eachAnswerThatIsAskedForHasItsOwnRetries() {
    server
        .answer(503, BUSY)
        .answerText("does not fit")
        .answer(503, BUSY)
        .answerText("{\"summary\":\"s\",\"priority\":\"LOW\"}");

    try (OpenRouterClient client = builder().maxRetries(1).build()) {
      assertThat(TRIAGE.result(client, input()).attempts())
          .extracting(attempt -> attempt.kind() + " " + attempt.outcome())
          .containsExactly("ANSWER FAILED", "RETRY REJECTED", "ANSWER FAILED", "RETRY ANSWERED");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 250 500 1000 2000 4000 4000", "0.999999999, 499 999 1999 3999 7999 7999"})
  void theTimeBetweenDoublesAndIsHalfChance(double random, String millis) {
    FakeTiming chance = new FakeTiming(random);
    for (int i = 0; i < 7; i++) {
      server.answer(503, BUSY);
    }

    failure(builder().timing(chance).maxRetries(6));

    assertThat(chance.pauses().stream().map(pause -> Long.toString(pause.toMillis())).toList())
        .isEqualTo(List.of(millis.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 12 | {} | 12375",
        "Retry-After: Sat, 22 Aug 2026 10:00:30 GMT | {} | 30375",
        "Retry-After: Sat, 22 Aug 2026 09:00:00 GMT | {} | 375",
        "Retry-After: soon | {} | 375",
        "X-Other: 1 | {'error':{'message':'m','availability':{'retry_after':7.5}}} | 7875",
        "X-Other: 1 | {'error':{'message':'m','metadata':{'retry_after':3}}} | 3375",
        "X-Other: 1 | {'error':{'message':'m','metadata':{'headers':{'Retry-After':'4'}}}} | 4375",
        "X-RateLimit-Reset: 1787392820 | {} | 20375",
        "X-Other: 1 | {'error':{'message':'m','metadata':{'headers':"
            + "{'X-RateLimit-Reset':'1787392810000'}}}} | 10375",
        "Retry-After: 60 | {} | 60375",
      })
  void theServersWishIsAdded(String header, String body, long millis) {
    server.answer(429, body.replace('\'', '"'), header).answerText("hi");

    assertThat(ask(builder()).value()).isEqualTo("hi");

    assertThat(timing.pauses()).containsExactly(Duration.ofMillis(millis));
  }

  @Test
  void whoIsToWaitTooLongFailsAtOnce() {
    server.answer(429, BUSY, "Retry-After: 61").answer(429, BUSY, "Retry-After: 5");

    assertThat(failure(builder()).retryAfter()).contains(Duration.ofSeconds(61));
    assertThat(failure(builder().maxRetryWait(Duration.ofSeconds(4))).retryAfter())
        .contains(Duration.ofSeconds(5));
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void nothingIsWaitedForBeyondTheTimeout() {
    server.answer(503, BUSY, "Retry-After: 5").answer(503, BUSY, "Retry-After: 5");

    OpenRouterException e = failure(builder().timeout(Duration.ofSeconds(10)));

    assertThat(e).isInstanceOf(ProviderException.class);
    assertThat(e.attempts()).hasSize(2);
    assertThat(timing.pauses()).hasSize(1);
  }

  @Test
  void whatCouldNotBeSentIsRepeated() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    OpenRouterException e = failure(builder().baseUrl("http://127.0.0.1:" + port + "/api/v1"));

    assertThat(e).isInstanceOf(NetworkException.class);
    assertThat(e.attempts()).hasSize(3);
    assertThat(e.cost()).isEqualTo(Cost.none());
    assertThat(timing.pauses()).hasSize(2);
  }

  @Test
  void aWrongProtocolIsNotTriedAgain() {
    OkHttpClient user =
        new OkHttpClient.Builder()
            .connectionSpecs(List.of(okhttp3.ConnectionSpec.MODERN_TLS))
            .build();

    OpenRouterException e = failure(builder().httpClient(user));

    assertThat(e.getMessage()).contains("no connection").contains("CLEARTEXT");
    assertThat(e.retryable()).isFalse();
    assertThat(timing.pauses()).isEmpty();
  }

  @Test
  void whatBrokeOffIsRepeatedOnlyOnDemand() {
    server.answer(BREAKS_OFF);
    OpenRouterException e = failure(builder());
    assertThat(e.attempts()).hasSize(1);
    assertThat(e.retryable()).isFalse();

    server.answer(BREAKS_OFF).answerText("hi");
    PromptResult<String> result = ask(builder().retryAmbiguous(true));

    assertThat(result.value()).isEqualTo("hi");
    assertThat(result.attempts()).hasSize(2);
    assertThat(result.attempts().get(0).cost()).isEqualTo(Cost.unknown());
    assertThat(result.cost()).hasToString("at least 0.001 USD");
  }

  @Test
  void theLastThatBrokeOffSaysWhatItMayCost() {
    server.answer(BREAKS_OFF);

    OpenRouterException e = failure(builder().retryAmbiguous(true).maxRetries(0));

    assertThat(e.getMessage())
        .startsWith("SupportPrompts.haiku: the connection to " + server.host() + " broke off: ")
        .endsWith(". The model may have answered, which would be billed.");
    assertThat(e.retryable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void silenceIsRepeatedOnlyOnDemand(boolean retryAmbiguous) {
    server.answer(new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
    OkHttpClient user = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();

    OpenRouterException e =
        failure(
            builder()
                .httpClient(user)
                .maxRetries(1)
                .retryAmbiguous(retryAmbiguous)
                .timeout(Duration.ofSeconds(20)));

    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.attempts()).hasSize(retryAmbiguous ? 2 : 1);
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    server.answer(429, BUSY, "Retry-After: 50");
    CompletableFuture<OpenRouterException> outcome = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch waiting = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              outcome.complete(failure(server.clientBuilder().listener(atRetry(waiting))));
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();

    OpenRouterException e = outcome.get(10, TimeUnit.SECONDS);
    assertThat(e)
        .isInstanceOf(CallCancelledException.class)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the thread was interrupted while it waited to"
                + " repeat a request: 429 rate limited.")
        .hasCauseInstanceOf(RateLimitException.class);
    assertThat(e.attempts()).hasSize(1);
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingTheClientEndsTheWaiting() throws Exception {
    server.answer(429, BUSY, "Retry-After: 50");
    CountDownLatch waiting = new CountDownLatch(1);
    OpenRouterClient client = server.clientBuilder().listener(atRetry(waiting)).build();
    CompletableFuture<OpenRouterException> outcome =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    OpenRouterException.class, () -> HAIKU.value(client, input())));
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

    client.close();

    assertThat(outcome.get(10, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the client was closed while it waited to"
                + " repeat a request: 429 rate limited.");
    assertThat(server.requestCount()).isEqualTo(1);
  }

  private static PromptListener atRetry(CountDownLatch latch) {
    return new PromptListener() {
      @Override
      public void onRetry(PromptEvent event) {
        latch.countDown();
      }
    };
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> OpenRouterClient.builder().maxRetries(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxRetries is -1, but must be 0 or more");
    assertThatThrownBy(() -> OpenRouterClient.builder().maxRetryWait(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxRetryWait is PT-1S, but must be 0 or more");
  }
}
