package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What listeners are told, in which order. */
class PromptListenerTest {
  private static final String BUSY =
      "{\"error\":{\"message\":\"secret words\",\"code\":503,\"metadata\":{\"provider_name\":"
          + "\"Vendor\"}}}";

  private final PromptServer server = new PromptServer();
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() {
    server.close();
  }

  private OpenRouterClient.Builder builder() {
    return server.clientBuilder().timing(new FakeTiming(0.5)).listener(recorder);
  }

  /** Keeps events, and a line for each. */
  private static final class Recorder implements PromptListener {
    final List<PromptEvent> events = new ArrayList<>();
    final List<String> lines = new ArrayList<>();

    private void add(String moment, PromptEvent event) {
      events.add(event);
      int requests = event.attempts().size();
      StringBuilder line = new StringBuilder(moment).append(" after ").append(requests);
      if (requests > 0) {
        Attempt last = event.attempts().get(requests - 1);
        line.append(": ").append(last.kind()).append(' ').append(last.outcome());
      }
      event.model().ifPresent(model -> line.append(" by ").append(model));
      line.append(", ").append(event.usage().totalTokens()).append(" tokens, ");
      line.append(event.cost()).append(", ").append(event.duration().toMillis()).append(" ms");
      event.delay().ifPresent(delay -> line.append(", in ").append(delay.toMillis()));
      event.failure().ifPresent(e -> line.append(", ").append(e.getClass().getSimpleName()));
      lines.add(line.toString());
    }

    @Override
    public void onStart(PromptEvent event) {
      add("start", event);
    }

    @Override
    public void onAttempt(PromptEvent event) {
      add("attempt", event);
    }

    @Override
    public void onRetry(PromptEvent event) {
      add("retry", event);
    }

    @Override
    public void onSuccess(PromptEvent event) {
      add("success", event);
    }

    @Override
    public void onFailure(PromptEvent event) {
      add("failure", event);
    }
  }

  @Test
  void aCallIsToldFromStartToSuccess() {
    server
        .answer(503, BUSY)
        .answerText("does not fit")
        .answerText("{\"summary\":\"s\",\"priority\":\"LOW\"}");

    try (OpenRouterClient client = builder().build()) {
      TRIAGE.value(client, input());
    }

    assertThat(recorder.lines)
        .containsExactly(
            "start after 0, 0 tokens, 0 USD, 0 ms",
            "attempt after 1: ANSWER FAILED, 0 tokens, 0 USD, 0 ms",
            "retry after 1: ANSWER FAILED, 0 tokens, 0 USD, 0 ms, in 375, ProviderException",
            "attempt after 2: RETRY REJECTED by vendor/model-1, 15 tokens, 0.001 USD, 375 ms",
            "attempt after 3: ANSWER ANSWERED by vendor/model-1, 30 tokens, 0.002 USD, 375 ms",
            "success after 3: ANSWER ANSWERED by vendor/model-1, 30 tokens, 0.002 USD, 375 ms");
    PromptCall call = recorder.events.get(0).call();
    assertThat(recorder.events)
        .allMatch(event -> event.call() == call)
        .allMatch(event -> event.methodName().equals("com.acme.SupportPrompts.triage"))
        .allMatch(event -> event.models().equals(List.of("vendor/model")))
        .allMatch(event -> event.requestBody().isEmpty() && event.responseBody().isEmpty());
    assertThat(recorder.events.toString()).doesNotContain("secret", "Go.", "does not fit");
  }

  @Test
  void aFailureIsTheExceptionItself() {
    server.answer(503, BUSY).answer(400, "{\"error\":{\"message\":\"m\",\"code\":400}}");

    try (OpenRouterClient client = builder().build()) {
      OpenRouterException e =
          catchThrowableOfType(OpenRouterException.class, () -> HAIKU.value(client, input()));

      assertThat(recorder.lines)
          .containsExactly(
              "start after 0, 0 tokens, 0 USD, 0 ms",
              "attempt after 1: ANSWER FAILED, 0 tokens, 0 USD, 0 ms",
              "retry after 1: ANSWER FAILED, 0 tokens, 0 USD, 0 ms, in 375, ProviderException",
              "attempt after 2: RETRY FAILED, 0 tokens, 0 USD, 375 ms",
              "failure after 2: RETRY FAILED, 0 tokens, 0 USD, 375 ms, InvalidRequestException");
      assertThat(recorder.events.get(4).failure()).containsSame(e);
    }
  }

  @Test
  void anAnswerThatIsPaidForButDoesNotFitIsAFailureWithItsCost() {
    server.answerText("no").answerText("no");

    try (OpenRouterClient client = builder().build()) {
      catchThrowableOfType(OutputFormatException.class, () -> TRIAGE.value(client, input()));
    }

    assertThat(recorder.lines)
        .containsExactly(
            "start after 0, 0 tokens, 0 USD, 0 ms",
            "attempt after 1: ANSWER REJECTED by vendor/model-1, 15 tokens, 0.001 USD, 0 ms",
            "attempt after 2: ANSWER REJECTED by vendor/model-1, 30 tokens, 0.002 USD, 0 ms",
            "failure after 2: ANSWER REJECTED by vendor/model-1, 30 tokens, 0.002 USD, 0 ms,"
                + " OutputFormatException");
  }

  @Test
  void payloadsAreToldOnDemandWithoutTheKey() {
    String answer = PromptServer.completion("echo " + PromptServer.KEY, "stop");
    server.answer(503, BUSY).answer(answer);

    try (OpenRouterClient client = builder().payloads(true).build()) {
      HAIKU.value(client, input().user("Say " + PromptServer.KEY));
    }

    String sent =
        "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"user\",\"content\":\"Say"
            + " [redacted]\"}]}";
    assertThat(recorder.events.get(0).requestBody()).isEmpty();
    for (PromptEvent event : recorder.events.subList(1, 5)) {
      assertThat(event.requestBody()).contains(sent);
    }
    assertThat(recorder.events.get(1).responseBody()).contains(BUSY);
    assertThat(recorder.events.get(4).responseBody())
        .contains(answer.replace(PromptServer.KEY, "[redacted]"));
    assertThat(server.takeBody()).contains(PromptServer.KEY);
  }

  @Test
  void aListenerThatThrowsHarmsNothing() {
    PromptListener thrower =
        new PromptListener() {
          @Override
          public void onStart(PromptEvent event) {
            throw new IllegalStateException("start");
          }

          @Override
          public void onAttempt(PromptEvent event) {
            throw new AssertionError("attempt");
          }

          @Override
          public void onSuccess(PromptEvent event) {
            throw new NoClassDefFoundError("success");
          }
        };
    server.answerText("hi");

    try (OpenRouterClient client =
        server.clientBuilder().listener(thrower).listener(recorder).build()) {
      assertThat(HAIKU.value(client, input())).isEqualTo("hi");
    }

    assertThat(recorder.events).hasSize(3);
  }

  @Test
  void aListenerMayCareForNothing() {
    server.answer(503, BUSY).answerText("hi").answer(400, "{}");

    try (OpenRouterClient client = builder().listener(new PromptListener() {}).build()) {
      assertThat(HAIKU.value(client, input())).isEqualTo("hi");
      catchThrowableOfType(OpenRouterException.class, () -> HAIKU.value(client, input()));
    }
  }

  @Test
  void anEventCanBeMadeForTests() {
    PromptCall call = PromptCall.of("com.acme.P.m", PromptOptions.builder().build());
    PromptEvent event =
        PromptEvent.builder(call)
            .usage(Usage.of(3, 4))
            .duration(Duration.ofMillis(5))
            .requestBody("secret")
            .build();

    assertThat(event.models()).isEmpty();
    assertThat(event.model()).isEmpty();
    assertThat(event)
        .hasToString(
            "PromptEvent{com.acme.P.m, attempts=0, usage=7 tokens (3 prompt, 4 completion),"
                + " cost=0 USD, duration=5 ms}");
  }
}
