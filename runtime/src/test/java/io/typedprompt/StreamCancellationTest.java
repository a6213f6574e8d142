package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that end otherwise than by their last event; what is left over then is nothing. */
@Timeout(60)
class StreamCancellationTest {
  private final StreamServer server = new StreamServer(true);
  private final ExecutorService readers = Executors.newCachedThreadPool();
  private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();
  private final ConnectionPool pool = new ConnectionPool();
  private final OkHttpClient user =
      new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).connectionPool(pool).build();
  private final OpenRouterClient client = server.clientBuilder().httpClient(user).build();

  @AfterEach
  void close() {
    client.close();
    await(() -> threads.getActiveCount() == 0);
    assertThat(pool.connectionCount()).isEqualTo(pool.idleConnectionCount());
    server.close();
    threads.shutdown();
    readers.shutdown();
  }

  /** A stream of which the first piece has been read, and whose server is silent now. */
  private record Silent(
      PromptStream<String> stream, Iterator<String> texts, StreamServer.Connection connection) {}

  private Silent silent() throws Exception {
    return silent(client);
  }

  private Silent silent(OpenRouterClient client) throws Exception {
    PromptStream<String> stream = HAIKU.stream(client, input());
    StreamServer.Connection connection = server.next();
    connection.send(text("Old "));
    Iterator<String> texts = stream.iterator();
    assertThat(texts.next()).isEqualTo("Old ");
    return new Silent(stream, texts, connection);
  }

  private CompletableFuture<Throwable> waiting(Silent silent) {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              begun.countDown();
              return catchThrowable(silent.texts()::hasNext);
            },
            readers);
    try {
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    await(() -> threads.getActiveCount() > 0);
    return outcome;
  }

  @Test
  void closingFromAnotherThreadEndsTheWait() throws Exception {
    Silent silent = silent();
    CompletableFuture<Throwable> outcome = waiting(silent);

    silent.stream().close();

    CallCancelledException e = (CallCancelledException) outcome.get(5, TimeUnit.SECONDS);
    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the stream was closed. (generation gen-1)");
    assertThat(e.text()).isEqualTo("Old ");
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.attempts()).hasSize(1);
    assertThat(catchThrowable(silent.stream()::result)).isSameAs(e);
    silent.connection().awaitClose();
  }

  @Test
  void closingEarlyClosesTheConnection() throws Exception {
    Silent silent = silent();
    silent.connection().send(text("pond"));

    silent.stream().close();

    silent.connection().awaitClose();
    CallCancelledException e =
        catchThrowableOfType(CallCancelledException.class, silent.stream()::result);
    assertThat(e.text()).isEqualTo("Old ");
  }

  @Test
  void closingUnreadClosesTheConnection() throws Exception {
    PromptStream<String> stream = HAIKU.stream(client, input());

    stream.close();

    server.next().awaitClose();
    Iterator<String> texts = stream.iterator();
    CallCancelledException e = catchThrowableOfType(CallCancelledException.class, stream::result);
    assertThat(e).hasMessage("SupportPrompts.haiku: cancelled because the stream was closed.");
    assertThat(e.text()).isEmpty();
    assertThat(catchThrowable(texts::hasNext)).isSameAs(e);
  }

  @Test
  void closingTheStreamOfTextsClosesTheConnection() throws Exception {
    Stream<String> texts = HAIKU.texts(client, input());
    StreamServer.Connection connection = server.next();
    connection.send(text("Old "));

    assertThat(texts.limit(1).toList()).containsExactly("Old ");
    texts.close();

    connection.awaitClose();
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() throws Exception {
    Silent silent = silent();
    AtomicBoolean kept = new AtomicBoolean();
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              Throwable thrown = catchThrowable(silent.texts()::hasNext);
              kept.set(Thread.currentThread().isInterrupted());
              outcome.complete(thrown);
            });
    reader.start();
    await(() -> threads.getActiveCount() > 0);

    reader.interrupt();

    CallCancelledException e = (CallCancelledException) outcome.get(5, TimeUnit.SECONDS);
    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the thread was interrupted."
                + " (generation gen-1)");
    assertThat(e.text()).isEqualTo("Old ");
    assertThat(kept).isTrue();
    silent.connection().awaitClose();
  }

  @Test
  void closingTheClientEndsItsStreams() throws Exception {
    Silent waited = silent();
    Silent idle = silent();
    CompletableFuture<Throwable> outcome = waiting(waited);

    client.close();

    assertThat(outcome.get(5, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the client was closed. (generation gen-1)");
    waited.connection().awaitClose();
    idle.connection().awaitClose();
    assertThat(catchThrowable(idle.texts()::hasNext))
        .isInstanceOf(CallCancelledException.class)
        .hasMessageContaining("because the client was closed");
  }

  @Test
  void closingAClientOfItsOwnThreadsEndsItsStreams() throws Exception {
    OpenRouterClient own = server.clientBuilder().build();
    Silent silent = silent(own);

    own.close();

    silent.connection().awaitClose();
    assertThat(catchThrowable(silent.texts()::hasNext))
        .isInstanceOf(CallCancelledException.class)
        .hasMessageContaining("because the client was closed");
  }

  @Test
  void silenceEndsAStream() throws Exception {
    OkHttpClient impatient = user.newBuilder().readTimeout(Duration.ofMillis(300)).build();
    try (OpenRouterClient client = server.clientBuilder().httpClient(impatient).build()) {
      Silent silent = silent(client);

      CallTimeoutException e =
          catchThrowableOfType(CallTimeoutException.class, silent.texts()::hasNext);

      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: 127.0.0.1 was silent for too long in the middle of the answer."
                  + " What the model has written may be billed, so the request is not repeated by"
                  + " itself. (generation gen-1)");
      assertThat(e.text()).isEqualTo("Old ");
      silent.connection().awaitClose();
    }
  }

  /** Neither the call's timeout nor that of a user's OkHttp client. */
  @Test
  void nothingButSilenceLimitsAStream() throws Exception {
    OkHttpClient hasty = user.newBuilder().callTimeout(Duration.ofMillis(400)).build();
    try (OpenRouterClient client =
        server.clientBuilder().httpClient(hasty).timeout(Duration.ofMillis(400)).build()) {
      Silent silent = silent(client);
      CompletableFuture<Throwable> outcome = waiting(silent);
      assertThat(catchThrowable(() -> outcome.get(800, TimeUnit.MILLISECONDS)))
          .isInstanceOf(TimeoutException.class);
      silent.connection().send(end("stop"));
      assertThat(outcome.get(5, TimeUnit.SECONDS)).isNull();
      assertThat(silent.stream().result().value()).isEqualTo("Old ");
    }
  }

  @Test
  void theTimeoutEndsTheWaitForTheBeginning() throws Exception {
    try (StreamServer mute = new StreamServer(false);
        OpenRouterClient client =
            mute.clientBuilder().httpClient(user).timeout(Duration.ofMillis(300)).build()) {

      CallTimeoutException e =
          catchThrowableOfType(CallTimeoutException.class, () -> HAIKU.stream(client, input()));

      assertThat(e).hasMessageStartingWith("SupportPrompts.haiku: no answer within 0.3 seconds.");
      mute.next().awaitClose();
    }
  }

  @Test
  void anInterruptEndsTheWaitForTheBeginning() throws Exception {
    try (StreamServer mute = new StreamServer(false);
        OpenRouterClient client = mute.clientBuilder().httpClient(user).build()) {
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread reader =
          new Thread(() -> outcome.complete(catchThrowable(() -> HAIKU.stream(client, input()))));
      reader.start();
      StreamServer.Connection connection = mute.next();

      reader.interrupt();

      assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(CallCancelledException.class);
      connection.awaitClose();
    }
  }

  @Test
  void aResetIsAFailureWithTheTextSoFar() throws Exception {
    String whole = StreamFixtures.stream("Old ", "pond ", "frog ", "splash");
    for (boolean reset : new boolean[] {true, false}) {
      PromptStream<String> stream = HAIKU.stream(client, input());
      StreamServer.Connection connection = server.next();
      connection.send(whole.substring(0, whole.length() * 6 / 10));
      Iterator<String> texts = stream.iterator();
      List<String> read = new ArrayList<>(List.of(texts.next(), texts.next()));
      if (reset) {
        connection.reset();
      } else {
        connection.end();
      }

      NetworkException e =
          catchThrowableOfType(NetworkException.class, () -> texts.forEachRemaining(read::add));

      assertThat(e.text()).isEqualTo(String.join("", read));
      assertThat(e.retryable()).isFalse();
      assertThat(e.cost()).isEqualTo(Cost.unknown());
      assertThat(e)
          .hasMessageContaining(
              reset
                  ? "the connection to 127.0.0.1 broke off in the middle of the answer: "
                  : "the stream of 127.0.0.1 ended before the answer did.");
    }
  }

  @Test
  void noThreadIsHeldBetweenReads() throws Exception {
    List<Silent> streams = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      streams.add(silent());
    }
    await(() -> threads.getActiveCount() == 0);

    for (Silent silent : streams) {
      silent.connection().send(end("stop"));
      assertThat(silent.stream().result().value()).isEqualTo("Old ");
    }
  }

  /** Beyond what the sockets hold, the server waits for the reader. */
  @Test
  void nothingIsReadAhead() throws Exception {
    Silent silent = silent();
    AtomicLong sent = new AtomicLong();
    String piece = text("x".repeat(10_000));
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int i = 0; i < 3000; i++) {
                  silent.connection().send(piece);
                  sent.addAndGet(10_000);
                }
                silent.connection().send(end("stop"));
                silent.connection().end();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            readers);
    long before;
    do {
      before = sent.get();
      assertThat(catchThrowable(() -> sending.get(300, TimeUnit.MILLISECONDS))).isNotNull();
    } while (sent.get() != before);

    assertThat(sent.get()).isLessThan(30_000_000);
    assertThat(silent.stream().result().value()).hasSize(30_000_004);
    sending.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aFinishedStreamGivesItsConnectionBack() throws Exception {
    PromptStream<String> stream = HAIKU.stream(client, input());
    StreamServer.Connection connection = server.next();
    connection.send(StreamFixtures.stream("Old ", "pond"));
    connection.end();

    assertThat(stream.result().value()).isEqualTo("Old pond");

    assertThat(pool.idleConnectionCount()).isEqualTo(1);
    stream.close();
    assertThat(pool.idleConnectionCount()).isEqualTo(1);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to that");
      }
      Thread.onSpinWait();
    }
  }
}
