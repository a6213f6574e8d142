package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that nobody waits for. */
@Timeout(60)
class FutureTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
          + PromptServer.completion("hi", "stop");

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final PromptServer server = new PromptServer();
  private final StreamServer mute = new StreamServer(false);
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
    mute.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("typedprompt-") && !before.contains(thread)) {
        assertThat(catchThrowable(() -> thread.join(5000))).isNull();
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void aFutureHasTheValueOrTheResult() throws Exception {
    server.answerText("hi").answerText("{\"summary\":\"s\",\"priority\":\"LOW\"}");

    assertThat(HAIKU.future(client, input()).get()).isEqualTo("hi");
    PromptResult<Triage> result = TRIAGE.futureResult(client, input()).get();

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.LOW));
    assertThat(result.usage().totalTokens()).isEqualTo(15);
  }

  @Test
  void aFutureIsTheWholeCall() {
    server
        .answer(503, "{\"error\":{\"message\":\"busy\",\"code\":503}}", "Retry-After: 0")
        .answerText("nothing that fits")
        .answerText("{\"summary\":\"s\",\"priority\":\"LOW\"}");

    assertThat(TRIAGE.futureResult(client, input()).join().attempts())
        .extracting(Attempt::outcome)
        .containsExactly(
            Attempt.Outcome.FAILED, Attempt.Outcome.REJECTED, Attempt.Outcome.ANSWERED);
  }

  @Test
  void aFutureFailsWithTheExceptionItself() {
    server.answer(401, "{\"error\":{\"message\":\"No key\",\"code\":401}}");
    CompletableFuture<String> future = HAIKU.future(client, input());

    Throwable seen = future.handle((value, failure) -> failure).join();

    assertThat(seen).isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCause(seen);
    assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCause(seen);
  }

  @Test
  void aValueAloneMustBeWhole() {
    server.answer(PromptServer.completion("cut", "length"));
    server.answer(PromptServer.completion("cut", "length"));

    assertThat(HAIKU.futureResult(client, input()).join().value()).isEqualTo("cut");
    assertThat(HAIKU.future(client, input()).handle((value, failure) -> failure).join())
        .isInstanceOf(TruncatedOutputException.class);
  }

  static List<Consumer<CompletableFuture<String>>> completions() {
    return List.of(
        future -> assertThat(future.cancel(true)).isTrue(),
        future -> assertThat(future.complete("mine")).isTrue(),
        future -> assertThat(future.completeExceptionally(new ArithmeticException())).isTrue(),
        future -> future.completeOnTimeout("mine", 50, TimeUnit.MILLISECONDS),
        future -> future.orTimeout(50, TimeUnit.MILLISECONDS),
        future -> future.completeAsync(() -> "mine"));
  }

  @ParameterizedTest
  @MethodSource("completions")
  void completingAFutureEndsItsCallAtOnce(Consumer<CompletableFuture<String>> completion)
      throws Exception {
    try (OpenRouterClient client = mute.clientBuilder().build()) {
      CompletableFuture<String> future = HAIKU.future(client, input());
      StreamServer.Connection connection = mute.next();

      completion.accept(future);
      Throwable failure = catchThrowable(() -> assertThat(future.get()).isEqualTo("mine"));
      long completed = System.nanoTime();
      connection.awaitClose();

      assertThat(System.nanoTime() - completed).isLessThan(TimeUnit.SECONDS.toNanos(1));
      if (failure != null) {
        assertThat(failure.getCause() == null ? failure : failure.getCause())
            .isInstanceOfAny(
                CancellationException.class, TimeoutException.class, ArithmeticException.class);
      }
    }
  }

  @Test
  void aQueuedCallThatIsCancelledIsNeverSent() throws Exception {
    try (OpenRouterClient client = mute.clientBuilder().maxConcurrentCalls(1).build()) {
      CompletableFuture<String> first = HAIKU.future(client, input());
      CompletableFuture<String> second = HAIKU.future(client, input());
      CompletableFuture<String> third = HAIKU.future(client, input());
      StreamServer.Connection connection = mute.next();

      second.cancel(false);
      connection.sendRaw(ANSWER);
      connection.closeOutput();
      assertThat(first.get()).isEqualTo("hi");
      StreamServer.Connection next = mute.next();
      next.sendRaw(ANSWER);
      next.closeOutput();

      assertThat(third.get()).isEqualTo("hi");
      assertThat(mute.hasNext()).isFalse();
      assertThat(second).isCancelled();
    }
  }

  @Test
  void queueingIsWithinTheTimeoutOfTheCall() throws Exception {
    try (OpenRouterClient client = mute.clientBuilder().maxConcurrentCalls(1).build()) {
      CompletableFuture<String> first = HAIKU.future(client, input());
      CompletableFuture<String> second =
          HAIKU.future(
              client, input().options(PromptOptions.builder().timeoutSeconds(0.2).build()));

      assertThat(second.handle((value, failure) -> failure).get(5, TimeUnit.SECONDS))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(
              "SupportPrompts.haiku: no answer within 0.2 seconds. Raise timeoutSeconds or the"
                  + " client's timeout, or ask for less.");
      assertThat(first).isNotDone();
      mute.next();
    }
  }

  @Test
  void manyCallsRunAtOnceIfTheyMay() throws Exception {
    CyclicBarrier all = new CyclicBarrier(200);
    int most = concurrency(200, 200, () -> all.await(20, TimeUnit.SECONDS));
    assertThat(most).isEqualTo(200);
  }

  @Test
  void sixtyFourCallsRunAtOnceAndTheOthersQueue() throws Exception {
    CyclicBarrier all = new CyclicBarrier(64);
    AtomicInteger started = new AtomicInteger();
    int most =
        concurrency(
            0,
            200,
            () -> {
              if (started.incrementAndGet() <= 64) {
                all.await(20, TimeUnit.SECONDS);
              }
            });
    assertThat(most).isEqualTo(64);
  }

  private interface Step {
    void take() throws Exception;
  }

  /** How many of the calls were at the server at once. */
  private static int concurrency(int limit, int calls, Step step) throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              try {
                step.take();
              } catch (Exception e) {
                throw new AssertionError(e);
              } finally {
                running.decrementAndGet();
              }
              return new MockResponse.Builder().body(PromptServer.completion("hi", "stop")).build();
            }
          });
      server.start();
      OpenRouterClient.Builder builder =
          OpenRouterClient.builder()
              .apiKey(PromptServer.KEY)
              .baseUrl(server.url("/api/v1").toString());
      try (OpenRouterClient client =
          limit == 0 ? builder.build() : builder.maxConcurrentCalls(limit).build()) {
        List<CompletableFuture<String>> futures = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
          futures.add(HAIKU.future(client, input()));
        }
        for (CompletableFuture<String> future : futures) {
          assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("hi");
        }
      }
    }
    return most.get();
  }

  @Test
  void whatDependsOnAFutureMayWaitForAnother() {
    server.answerText("first").answerText("second");
    try (OpenRouterClient client = server.clientBuilder().maxConcurrentCalls(1).build()) {
      CompletableFuture<String> both =
          HAIKU
              .future(client, input())
              .thenApply(first -> first + " " + HAIKU.future(client, input()).join());

      assertThat(both.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("first second");
    }
  }

  @Test
  void whatDependsOnAFutureRunsOnThreadsOfTheClient() {
    server.answer(
        new MockResponse.Builder()
            .body(PromptServer.completion("hi", "stop"))
            .headersDelay(200, TimeUnit.MILLISECONDS)
            .build());
    assertThat(
            HAIKU
                .future(client, input())
                .thenApply(value -> Thread.currentThread().getName())
                .join())
        .isEqualTo("typedprompt-call");
  }

  @Test
  void closingTheClientEndsRunningAndQueuedCalls() throws Exception {
    OpenRouterClient client = mute.clientBuilder().maxConcurrentCalls(2).build();
    List<CompletableFuture<Throwable>> failures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      failures.add(HAIKU.future(client, input()).handle((value, failure) -> failure));
    }
    StreamServer.Connection first = mute.next();
    StreamServer.Connection second = mute.next();

    client.close();

    for (CompletableFuture<Throwable> failure : failures) {
      assertThat(failure.get(5, TimeUnit.SECONDS))
          .isInstanceOf(CallCancelledException.class)
          .hasMessage("SupportPrompts.haiku: cancelled because the client was closed.");
    }
    first.awaitClose();
    second.awaitClose();
    assertThat(mute.hasNext()).isFalse();
  }

  @Test
  void aFutureOfAClosedClientFails() {
    OpenRouterClient client = mute.clientBuilder().build();
    client.close();

    assertThat(HAIKU.future(client, input()).handle((value, failure) -> failure).join())
        .isInstanceOf(CallCancelledException.class);
    assertThat(mute.hasNext()).isFalse();
  }

  /** The interrupt that ends one call must not hit the next on the same thread. */
  @Test
  void aCancelHitsItsOwnCallOnly() throws Exception {
    Random random = new Random(5);
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return new MockResponse.Builder().body(PromptServer.completion("hi", "stop")).build();
            }
          });
      server.start();
      try (OpenRouterClient client =
          OpenRouterClient.builder()
              .apiKey(PromptServer.KEY)
              .baseUrl(server.url("/api/v1").toString())
              .maxConcurrentCalls(1)
              .build()) {
        for (int i = 0; i < 300; i++) {
          CompletableFuture<String> cancelled = HAIKU.future(client, input());
          CompletableFuture<String> wanted = HAIKU.future(client, input());
          long end = System.nanoTime() + random.nextInt(4_000_000);
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          cancelled.cancel(true);
          assertThat(wanted.get(10, TimeUnit.SECONDS)).isEqualTo("hi");
        }
      }
    }
  }

  @Test
  void theLimitMustBePositive() {
    assertThatThrownBy(() -> OpenRouterClient.builder().maxConcurrentCalls(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxConcurrentCalls is 0, but must be 1 or more");
  }

  @Test
  void theTimeoutOfACallCountsInAFuture() throws Exception {
    try (OpenRouterClient client = mute.clientBuilder().timeout(Duration.ofMillis(200)).build()) {
      CompletableFuture<String> future = HAIKU.future(client, input());
      assertThat(future.handle((value, failure) -> failure).get(5, TimeUnit.SECONDS))
          .isInstanceOf(CallTimeoutException.class);
      mute.next().awaitClose();
    }
  }
}
