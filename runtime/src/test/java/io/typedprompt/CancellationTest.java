package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that end without an answer: by time, by the network, by an interrupt or a close. */
@Timeout(30)
class CancellationTest {
  private static final MockResponse NEVER =
      new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();

  private final PromptServer server = new PromptServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theTimeoutOfTheClientEndsACall() {
    server.answer(NEVER);
    try (OpenRouterClient client = server.clientBuilder().timeout(Duration.ofMillis(200)).build()) {

      CallTimeoutException e =
          catchThrowableOfType(CallTimeoutException.class, () -> HAIKU.value(client, input()));

      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: no answer within 0.2 seconds. Raise timeoutSeconds or the"
                  + " client's timeout, or ask for less. The model may have answered, which would"
                  + " be billed, so the request is not repeated by itself.");
      assertThat(e.status()).isZero();
      assertThat(e.retryable()).isFalse();
      assertThat(e.cost()).isEqualTo(Cost.unknown());
      assertThat(e.attempts()).hasSize(1);
    }
  }

  @Test
  void theTimeoutOfTheCallComesFirst() {
    server.answer(NEVER);
    try (OpenRouterClient client = server.clientBuilder().timeout(Duration.ofHours(1)).build()) {

      assertThat(
              catchThrowableOfType(
                  CallTimeoutException.class,
                  () ->
                      HAIKU.value(
                          client,
                          input().options(PromptOptions.builder().timeoutSeconds(0.1).build()))))
          .hasMessageStartingWith("SupportPrompts.haiku: no answer within 0.1 seconds.");
    }
  }

  @Test
  void theTimeoutBoundsAllAttemptsTogether() {
    server.answerText("nothing that fits").answer(NEVER);
    try (OpenRouterClient client = server.clientBuilder().timeout(Duration.ofSeconds(2)).build()) {

      CallTimeoutException e =
          catchThrowableOfType(CallTimeoutException.class, () -> TRIAGE.value(client, input()));

      assertThat(e.attempts()).hasSize(2);
      assertThat(e.cost()).hasToString("at least 0.001 USD");
    }
  }

  @Test
  void silenceEndsACall() {
    server.answer(NEVER);
    OkHttpClient user = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();
    try (OpenRouterClient client = server.clientBuilder().httpClient(user).build()) {

      assertThat(
              catchThrowableOfType(CallTimeoutException.class, () -> HAIKU.value(client, input())))
          .hasMessage(
              "SupportPrompts.haiku: "
                  + server.host()
                  + " was silent for too long. The model may have answered, which would be billed,"
                  + " so the request is not repeated by itself.");
    }
  }

  @Test
  void nothingIsSentWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (OpenRouterClient client =
        OpenRouterClient.builder()
            .apiKey(PromptServer.KEY)
            .baseUrl("http://127.0.0.1:" + port + "/api/v1")
            .maxRetries(0)
            .build()) {

      NetworkException e =
          catchThrowableOfType(NetworkException.class, () -> HAIKU.value(client, input()));

      assertThat(e.getMessage())
          .startsWith("SupportPrompts.haiku: no connection to 127.0.0.1: Failed to connect")
          .endsWith(". Nothing was sent. Check the network, and the client's baseUrl.");
      assertThat(e.retryable()).isTrue();
      assertThat(e.cost()).isEqualTo(Cost.none());
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionThatBreaksOffMayHaveCostSomething() {
    server.answer(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    try (OpenRouterClient client = server.client()) {

      NetworkException e =
          catchThrowableOfType(NetworkException.class, () -> HAIKU.value(client, input()));

      assertThat(e.getMessage())
          .startsWith(
              "SupportPrompts.haiku: the connection to "
                  + server.host()
                  + " broke off: unexpected"
                  + " end of stream")
          .endsWith(
              ". The model may have answered, which would be billed, so the request is not repeated"
                  + " by itself.");
      assertThat(e.retryable()).isFalse();
      assertThat(e.cost()).isEqualTo(Cost.unknown());
      assertThat(server.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void halfABodyIsNoAnswer() {
    server.answer(
        new MockResponse.Builder()
            .body(PromptServer.completion("hi", "stop"))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    try (OpenRouterClient client = server.client()) {

      assertThat(catchThrowableOfType(NetworkException.class, () -> HAIKU.value(client, input())))
          .hasMessageContaining("broke off");
    }
  }

  @Test
  void anInterruptEndsACallAndIsKept() throws Exception {
    server.answer(NEVER);
    try (OpenRouterClient client = server.client()) {
      AtomicBoolean interrupted = new AtomicBoolean();
      CompletableFuture<Object> outcome = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  outcome.complete(HAIKU.value(client, input()));
                } catch (RuntimeException e) {
                  interrupted.set(Thread.currentThread().isInterrupted());
                  outcome.complete(e);
                }
              });
      caller.start();
      server.takeRequest();

      caller.interrupt();

      CallCancelledException e = (CallCancelledException) outcome.get(10, TimeUnit.SECONDS);
      assertThat(e)
          .hasMessage("SupportPrompts.haiku: cancelled because the thread was interrupted.");
      assertThat(e.cost()).isEqualTo(Cost.unknown());
      assertThat(interrupted).isTrue();
    }
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    try (OpenRouterClient client = server.client()) {
      Thread.currentThread().interrupt();

      CallCancelledException e =
          catchThrowableOfType(CallCancelledException.class, () -> HAIKU.value(client, input()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.cost()).isEqualTo(Cost.none());
      assertThat(server.requestCount()).isZero();
    }
  }

  @Test
  void closingTheClientEndsItsCalls() throws Exception {
    server.answer(NEVER);
    OpenRouterClient client = server.client();
    CompletableFuture<String> outcome =
        CompletableFuture.supplyAsync(() -> HAIKU.value(client, input()));
    server.takeRequest();

    client.close();

    assertThat(failure(outcome))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("SupportPrompts.haiku: cancelled because the client was closed.");
  }

  @Test
  void aClosedClientSendsNothing() {
    OpenRouterClient client = server.client();
    client.close();
    client.close();

    assertThat(
            catchThrowableOfType(CallCancelledException.class, () -> HAIKU.value(client, input())))
        .hasMessage("SupportPrompts.haiku: cancelled because the client was closed.");
    assertThat(server.requestCount()).isZero();
  }

  private static Throwable failure(CompletableFuture<?> outcome)
      throws InterruptedException, TimeoutException {
    try {
      outcome.get(10, TimeUnit.SECONDS);
      throw new AssertionError("a value came");
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
