package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SampleTools.call;
import static io.typedprompt.SampleTools.calls;
import static io.typedprompt.StreamFixtures.chunk;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.read;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SampleTools.City;
import io.typedprompt.SampleTools.Weather;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.ToolMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where tools run, who may stop them, and who is asked and told. */
@Timeout(30)
class ToolControlTest {
  private static final String PARIS = "{\"city\":\"Paris\"}";
  private static final String ROME = "{\"city\":\"Rome\"}";
  private static final String BOTH =
      calls(call("a", "get_weather", PARIS), call("b", "get_weather", ROME));

  private final PromptServer server = new PromptServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** A tool that runs until it is interrupted. */
  private final Weather endless =
      new Weather(
          "get_weather",
          arguments -> {
            running.countDown();
            try {
              new CountDownLatch(1).await();
              return "never";
            } catch (InterruptedException e) {
              stopped.countDown();
              throw e;
            }
          });

  @AfterEach
  void close() {
    assertThat(Thread.interrupted()).isFalse();
    threads.shutdownNow();
    server.close();
  }

  private static PromptInput input(ToolMethod<?> tool) {
    return SamplePrompts.input().tools(List.of(tool));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void toolsRunOnTheThreadOfTheCallOneAfterTheOther() {
    List<Thread> seen = new ArrayList<>();
    AtomicBoolean busy = new AtomicBoolean();
    Weather weather =
        new Weather(
            "get_weather",
            arguments -> {
              assertThat(busy.getAndSet(true)).isFalse();
              seen.add(Thread.currentThread());
              busy.set(false);
              return "warm";
            });
    server.answer(BOTH).answerText("Done.");
    try (OpenRouterClient client = server.client()) {
      HAIKU.value(client, input(weather));
    }
    assertThat(seen).containsExactly(Thread.currentThread(), Thread.currentThread());
    assertThat(weather.calls).containsExactly(new City("Paris", 1), new City("Rome", 1));
  }

  @Test
  void toolsRunAtTheSameTimeOnAnExecutor() {
    CyclicBarrier together = new CyclicBarrier(2);
    Weather weather =
        new Weather(
            "get_weather",
            arguments -> {
              together.await(10, TimeUnit.SECONDS);
              return arguments.city();
            });
    server.answer(BOTH).answerText("Done.");
    try (OpenRouterClient client = server.clientBuilder().toolExecutor(threads).build()) {
      HAIKU.value(client, input(weather));
    }
    server.takeBody();
    assertThat(server.takeBody())
        .contains(
            "{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"Paris\"},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"Rome\"}");
    assertThat(threads.isShutdown()).isFalse();
  }

  @Test
  void anExecutorThatTakesNoMoreLeavesTheWorkToTheCall() {
    threads.shutdown();
    Weather weather = new Weather();
    server.answer(BOTH).answerText("Done.");
    try (OpenRouterClient client = server.clientBuilder().toolExecutor(threads).build()) {
      assertThat(HAIKU.value(client, input(weather))).isEqualTo("Done.");
    }
    assertThat(weather.calls).hasSize(2);
  }

  @Test
  void anErrorOnAnExecutorIsOneOfTheCallAndStopsTheOthers() {
    AssertionError error = new AssertionError("a bug");
    Weather weather =
        new Weather(
            "get_weather",
            arguments -> {
              if (arguments.city().equals("Rome")) {
                return endless.call(arguments);
              }
              await(running);
              throw error;
            });
    server.answer(BOTH);
    try (OpenRouterClient client = server.clientBuilder().toolExecutor(threads).build()) {
      assertThatThrownBy(() -> HAIKU.value(client, input(weather))).isSameAs(error);
    }
    await(stopped);
  }

  @Test
  void theTimeOfTheCallEndsATool() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client = server.clientBuilder().timeout(Duration.ofSeconds(1)).build()) {
      assertTimesOut(client);
    }
  }

  @Test
  void theTimeOfTheCallEndsToolsOnAnExecutor() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client =
        server.clientBuilder().toolExecutor(threads).timeout(Duration.ofSeconds(1)).build()) {
      assertTimesOut(client);
    }
  }

  private void assertTimesOut(OpenRouterClient client) {
    CallTimeoutException e =
        catchThrowableOfType(CallTimeoutException.class, () -> HAIKU.value(client, input(endless)));
    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: no answer within 1 second: the model called get_weather. Raise"
                + " timeoutSeconds or the client's timeout, or let the tools take less time.");
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(e.attempts()).hasSize(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    await(stopped);
  }

  @Test
  void anInterruptEndsAToolAndTheCall() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client = server.client()) {
      interruptWhenRunning();
      CallCancelledException e =
          catchThrowableOfType(
              CallCancelledException.class, () -> HAIKU.value(client, input(endless)));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: cancelled because the thread was interrupted: the model had"
                  + " called get_weather.");
      assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    }
  }

  @Test
  void anInterruptEndsToolsOnAnExecutor() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client = server.clientBuilder().toolExecutor(threads).build()) {
      interruptWhenRunning();
      assertThat(
              catchThrowableOfType(
                  CallCancelledException.class, () -> HAIKU.value(client, input(endless))))
          .isNotNull();
      assertThat(Thread.interrupted()).isTrue();
      await(stopped);
    }
  }

  private void interruptWhenRunning() {
    Thread caller = Thread.currentThread();
    threads.execute(
        () -> {
          await(running);
          caller.interrupt();
        });
  }

  @Test
  void whateverAToolThrowsWhenItIsInterruptedEndsTheCall() {
    Weather wrapping =
        new Weather(
            "get_weather",
            arguments -> {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("interrupted");
            });
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client = server.client()) {
      assertThat(
              catchThrowableOfType(
                  CallCancelledException.class, () -> HAIKU.value(client, input(wrapping))))
          .hasRootCauseMessage("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closingTheClientEndsATool() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    OpenRouterClient client = server.client();
    threads.execute(
        () -> {
          await(running);
          client.close();
        });
    assertThat(
            catchThrowableOfType(
                CallCancelledException.class, () -> HAIKU.value(client, input(endless))))
        .hasMessage(
            "SupportPrompts.haiku: cancelled because the client was closed: the model had called"
                + " get_weather.");
  }

  @Test
  void cancellingAFutureEndsATool() {
    server.answer(calls(call("a", "get_weather", PARIS)));
    try (OpenRouterClient client = server.client()) {
      CompletableFuture<String> future = HAIKU.future(client, input(endless));
      await(running);
      future.cancel(true);
      await(stopped);
    }
  }

  private static final String STREAMED_CALL =
      text("Let me look.")
          + chunk("{\"tool_calls\":[" + call("a", "get_weather", PARIS) + "]}", null, "")
          + end("tool_calls");

  @Test
  void closingAStreamEndsATool() throws Exception {
    try (StreamServer slow = new StreamServer(true);
        OpenRouterClient client = slow.clientBuilder().build()) {
      PromptStream<String> stream = HAIKU.stream(client, input(endless));
      StreamServer.Connection connection = slow.next();
      connection.send(STREAMED_CALL);
      connection.end();
      CompletableFuture<Throwable> outcome =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> read(stream)), threads);
      await(running);
      stream.close();
      CallCancelledException e = (CallCancelledException) outcome.get(5, TimeUnit.SECONDS);
      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: cancelled because the stream was closed: the model had called"
                  + " get_weather.");
      assertThat(e.text()).isEqualTo("Let me look.");
      assertThat(catchThrowable(stream::result)).isSameAs(e);
      await(stopped);
      assertThat(slow.hasNext()).isFalse();
    }
  }

  @Test
  void closingAStreamEndsTheWaitForTheAnswerAfterTools() throws Exception {
    try (StreamServer mute = new StreamServer(false);
        OpenRouterClient client = mute.clientBuilder().build()) {
      CompletableFuture<PromptStream<String>> opening =
          CompletableFuture.supplyAsync(() -> HAIKU.stream(client, input(new Weather())), threads);
      StreamServer.Connection connection = mute.next();
      connection.begin();
      connection.send(STREAMED_CALL);
      PromptStream<String> stream = opening.get(5, TimeUnit.SECONDS);
      CompletableFuture<Throwable> outcome =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> read(stream)), threads);
      StreamServer.Connection second = mute.next();
      stream.close();
      CallCancelledException e = (CallCancelledException) outcome.get(5, TimeUnit.SECONDS);
      assertThat(e).hasMessage("SupportPrompts.haiku: cancelled because the stream was closed.");
      second.awaitClose();
    }
  }

  @Test
  void aStreamThatIsClosedBetweenTwoPiecesRunsNoTools() throws Exception {
    Weather weather = new Weather();
    try (StreamServer slow = new StreamServer(true);
        OpenRouterClient client = slow.clientBuilder().build()) {
      PromptStream<String> stream = HAIKU.stream(client, input(weather));
      StreamServer.Connection connection = slow.next();
      connection.send(STREAMED_CALL);
      connection.end();
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Let me look.");
      stream.close();
      assertThat(weather.calls).isEmpty();
      assertThat(catchThrowable(texts::hasNext)).isInstanceOf(CallCancelledException.class);
    }
  }

  @Test
  void everyCallIsApprovedBeforeAnyIsRun() {
    Weather weather = new Weather();
    List<String> asked = new ArrayList<>();
    server
        .answer(calls(call("", "getWeather", "{'city':'Paris'}"), call("b", "get_weather", ROME)))
        .answer(calls(call("c", "get_weather", ROME), call("d", "get_time", "{}")))
        .answerText("Done.");
    ToolApproval approval =
        request -> {
          asked.add(request + " " + request.call().arguments() + " after " + weather.calls.size());
          return ToolApproval.Decision.approve();
        };
    try (OpenRouterClient client = server.clientBuilder().toolApproval(approval).build()) {
      HAIKU.value(client, input(weather));
    }
    assertThat(asked)
        .containsExactly(
            "get_weather call_1 in round 1 of com.acme.SupportPrompts.haiku {\"city\":\"Paris\"}"
                + " after 0",
            "get_weather b in round 1 of com.acme.SupportPrompts.haiku {\"city\":\"Rome\"} after 0",
            "get_weather c in round 2 of com.acme.SupportPrompts.haiku {\"city\":\"Rome\"} after"
                + " 2");
  }

  @Test
  void aRefusalIsToldToTheModel() {
    Weather weather = new Weather();
    server.answer(BOTH).answerText("Only Rome.");
    ToolApproval approval =
        request ->
            request.call().arguments().contains("Paris")
                ? ToolApproval.Decision.refuse("Paris is secret.")
                : ToolApproval.Decision.approve();
    try (OpenRouterClient client = server.clientBuilder().toolApproval(approval).build()) {
      assertThat(HAIKU.value(client, input(weather))).isEqualTo("Only Rome.");
    }
    assertThat(weather.calls).containsExactly(new City("Rome", 1));
    server.takeBody();
    assertThat(server.takeBody())
        .contains("\"content\":\"The call was refused: Paris is secret.\"", "18 degrees in Rome");
  }

  @Test
  void anApprovalThatThrowsEndsTheCall() {
    Weather weather = new Weather();
    SecurityException failure = new SecurityException("nobody is there");
    server.answer(BOTH);
    ToolApproval approval =
        request -> {
          if (request.call().id().equals("b")) {
            throw failure;
          }
          return ToolApproval.Decision.approve();
        };
    try (OpenRouterClient client = server.clientBuilder().toolApproval(approval).build()) {
      CallCancelledException e =
          catchThrowableOfType(
              CallCancelledException.class, () -> HAIKU.value(client, input(weather)));
      assertThat(e)
          .hasMessage(
              "SupportPrompts.haiku: cancelled because the approval of its tools failed:"
                  + " java.lang.SecurityException: nobody is there.")
          .hasCause(failure);
      assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    }
    assertThat(weather.calls).isEmpty();
  }

  @Test
  void listenersAreToldOfEveryRun() {
    Weather weather =
        new Weather(
            "get_weather",
            arguments -> {
              if (arguments.city().equals("Rome")) {
                throw new IllegalStateException("no network");
              }
              return "warm";
            });
    List<String> seen = new ArrayList<>();
    PromptListener listener =
        new PromptListener() {
          @Override
          public void onAttempt(PromptEvent event) {
            seen.add("attempt " + event.attempts().size());
          }

          @Override
          public void onToolRun(PromptEvent event) {
            ToolRun run = event.toolRun().orElseThrow();
            seen.add(
                run.callId()
                    + " "
                    + run.toolName()
                    + " "
                    + run.outcome()
                    + run.failure().map(failure -> " " + failure.getMessage()).orElse(""));
            assertThat(run.duration().isNegative()).isFalse();
            assertThat(run.toString()).doesNotContain("Paris").doesNotContain("network");
          }
        };
    server
        .answer(
            calls(
                call("a", "get_weather", PARIS),
                call("b", "get_weather", ROME),
                call("c", "get_time", "{}"),
                call("d", "get_weather", "{}"),
                call("e", "get_weather", "{\"city\":\"Oslo\"}")))
        .answerText("Done.");
    ToolApproval approval =
        request ->
            request.call().id().equals("e")
                ? ToolApproval.Decision.refuse("")
                : ToolApproval.Decision.approve();
    try (OpenRouterClient client =
        server.clientBuilder().listener(listener).toolApproval(approval).build()) {
      HAIKU.value(client, input(weather));
    }
    assertThat(seen)
        .containsExactly(
            "attempt 1",
            "a get_weather COMPLETED",
            "b get_weather FAILED no network",
            "c get_time REJECTED",
            "d get_weather REJECTED",
            "e get_weather REFUSED",
            "attempt 2");
  }
}
