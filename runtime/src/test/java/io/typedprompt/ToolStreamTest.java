package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SampleTools.call;
import static io.typedprompt.SampleTools.calls;
import static io.typedprompt.StreamFixtures.chunk;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.read;
import static io.typedprompt.StreamFixtures.stream;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.SampleTools.City;
import io.typedprompt.SampleTools.Weather;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.PromptInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams in which the model calls tools. */
@Timeout(60)
class ToolStreamTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String PARIS = "{\"city\":\"Paris\"}";

  private final PromptServer server = new PromptServer();
  private final FakeTiming timing = new FakeTiming(0.5);
  private final OpenRouterClient client =
      server.clientBuilder().maxRetries(0).timing(timing).build();
  private final Weather weather = new Weather();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private PromptInput input() {
    return SamplePrompts.input().tools(List.of(weather));
  }

  private static String delta(String... toolCalls) {
    return chunk(
        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
            + String.join(",", toolCalls)
            + "]}",
        null,
        "");
  }

  private ToolStreamTest answer(String body) {
    server.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(body)
            .build());
    return this;
  }

  @Test
  void theTextOfAllRoundsComesInOrder() {
    answer(
            text("Let me ")
                + text("look.")
                + delta(call("c1", "get_weather", PARIS))
                + end("tool_calls"))
        .answer(delta(call("c2", "get_weather", PARIS)) + end("tool_calls"))
        .answer(stream("It is ", "warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(read(stream)).containsExactly("Let me ", "look.", "It is ", "warm.");
      PromptResult<String> result = stream.result();
      assertThat(result.value()).isEqualTo("It is warm.");
      assertThat(result.rawText()).isEqualTo("It is warm.");
      assertThat(result.usage()).isEqualTo(Usage.of(30, 15));
      assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.003")));
      assertThat(result.attempts())
          .extracting(Attempt::kind)
          .containsExactly(Attempt.Kind.ANSWER, Attempt.Kind.TOOL_ROUND, Attempt.Kind.TOOL_ROUND);
    }
    server.takeBody();
    assertThat(server.takeBody())
        .contains("\"stream\":true", "\"content\":\"Let me look.\",\"tool_calls\":[{\"id\":\"c1\"")
        .contains(
            "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"18 degrees in Paris\"}");
  }

  @Test
  void toolsRunWhenThePieceAfterThemIsAskedFor() {
    answer(text("Hm.") + delta(call("c1", "get_weather", PARIS)) + end("tool_calls"))
        .answer(stream("Warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Hm.");
      assertThat(weather.calls).isEmpty();
      assertThat(texts.next()).isEqualTo("Warm.");
      assertThat(weather.calls).hasSize(1);
    }
  }

  @Test
  void theResultCanBeAskedForAtOnce() {
    answer(delta(call("c1", "get_weather", PARIS)) + end("tool_calls")).answer(stream("Warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(stream.result().value()).isEqualTo("Warm.");
    }
  }

  /** The same two calls, as providers stream them. */
  static List<String> deltas() {
    String paris = "{\\\"city\\\":\\\"Paris\\\"}";
    String rome = "{\\\"city\\\":\\\"Rome\\\"}";
    return List.of(
        // In pieces, by index.
        delta(piece(0, "\"a\"", "get_weather", ""))
            + delta(piece(0, null, null, "{\\\"city\\\":"))
            + delta(piece(0, null, null, "\\\"Paris\\\"}"))
            + delta(piece(1, "\"b\"", "get_weather", "{\\\"ci"))
            + delta(piece(1, null, null, "ty\\\":\\\"Rome\\\"}")),
        // Both at once, in pieces that are mixed.
        delta(piece(0, "\"a\"", "get_weather", ""), piece(1, "\"b\"", "get_weather", ""))
            + delta(piece(1, null, null, rome), piece(0, null, null, paris)),
        // Whole, with one index for all.
        delta(piece(0, "\"a\"", "get_weather", paris), piece(0, "\"b\"", "get_weather", rome)),
        // Whole, with one index and without ids.
        delta(piece(0, "\"\"", "get_weather", paris))
            + delta(piece(0, "null", "get_weather", rome)),
        // Without an index.
        delta(piece(-1, "\"a\"", "get_weather", "{\\\"city\\\":"))
            + delta(piece(-1, null, null, "\\\"Paris\\\"}"))
            + delta(piece(-1, "\"b\"", "get_weather", rome)),
        // With the same id, and other indices.
        delta(piece(0, "\"a\"", "get_weather", paris), piece(1, "\"a\"", "get_weather", rome)),
        // With id and name in each piece, and white space at the end.
        delta(piece(0, "\"a\"", "get_weather", "{\\\"city\\\":"))
            + delta(piece(0, "\"a\"", "get_weather", "\\\"Paris\\\"}"))
            + delta(piece(0, "\"a\"", "get_weather", " "))
            + delta(piece(1, "\"b\"", "get_weather", rome))
            + delta(piece(1, "\"\"", null, " \\n")),
        // The id is missing in the first of them.
        delta(piece(0, null, "get_weather", paris)) + delta(piece(1, "\"b\"", "get_weather", rome)),
        // The whole arguments come a second time.
        delta(piece(0, "\"a\"", "get_weather", paris))
            + delta(piece(0, "\"a\"", "get_weather", paris))
            + delta(piece(1, "\"b\"", "get_weather", rome)));
  }

  private static String piece(int index, String id, String name, String arguments) {
    return "{"
        + (index < 0 ? "" : "\"index\":" + index + ",")
        + (id == null ? "" : "\"id\":" + id + ",\"type\":\"function\",")
        + "\"function\":{"
        + (name == null ? "" : "\"name\":\"" + name + "\",")
        + "\"arguments\":\""
        + arguments
        + "\"}}";
  }

  @ParameterizedTest
  @MethodSource("deltas")
  void callsAreMergedHoweverTheyAreStreamed(String deltas) {
    answer(deltas + end("tool_calls")).answer(stream("Warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(stream.result().value()).isEqualTo("Warm.");
    }
    assertThat(weather.calls).containsExactly(new City("Paris", 1), new City("Rome", 1));
  }

  @ParameterizedTest
  @MethodSource("deltas")
  void aCutAtAnyByteChangesNothing(String deltas) {
    byte[] first = bytes(text("Où?") + deltas + end("tool_calls"));
    byte[] second = bytes(stream("Warm."));
    Bodies bodies = new Bodies(first, second);
    try (OpenRouterClient cut =
        server
            .clientBuilder()
            .httpClient(new OkHttpClient.Builder().addInterceptor(bodies).build())
            .build()) {
      for (int at = 1; at < first.length; at += 7) {
        weather.calls.clear();
        bodies.start(at);
        try (PromptStream<String> stream = HAIKU.stream(cut, input())) {
          assertThat(read(stream)).as("cut at %s", at).containsExactly("Où?", "Warm.");
        }
        assertThat(weather.calls)
            .as("cut at %s", at)
            .containsExactly(new City("Paris", 1), new City("Rome", 1));
      }
    }
  }

  @Test
  void aStreamWithoutAReasonThatCallsToolsCallsThem() {
    answer(
            delta(call("c1", "get_weather", PARIS))
                + StreamFixtures.event("{\"choices\":[]," + StreamFixtures.USAGE + "}")
                + StreamFixtures.DONE)
        .answer(stream("Warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(stream.result().value()).isEqualTo("Warm.");
    }
  }

  @Test
  void anAnswerThatComesWholeCallsToolsToo() {
    server.answer(calls(call("c1", "get_weather", PARIS))).answerText("Warm.");

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(read(stream)).containsExactly("Warm.");
    }
    assertThat(weather.calls).hasSize(1);
  }

  @Test
  void theValueIsThatOfTheLastAnswer() {
    answer(text("Let me look.") + delta(call("c1", "get_weather", PARIS)) + end("tool_calls"))
        .answer(stream("{\"summary\":", "\"s\",\"priority\":\"HIGH\"}"));

    try (PromptStream<Triage> stream = TRIAGE.stream(client, input())) {
      assertThat(read(stream))
          .containsExactly("Let me look.", "{\"summary\":", "\"s\",\"priority\":\"HIGH\"}");
      assertThat(stream.result().value()).isEqualTo(new Triage("s", Priority.HIGH));
      assertThat(stream.result().rawText()).isEqualTo(GOOD);
    }
  }

  @Test
  void theArgumentsOfTheAnswersFunctionAreTheText() {
    PromptOptions tool = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();
    answer(delta(call("c1", "get_weather", PARIS)) + end("tool_calls"))
        .answer(delta(call("c2", "Triage", GOOD)) + end("tool_calls"));

    try (PromptStream<Triage> stream = TRIAGE.stream(client, input().options(tool))) {
      assertThat(read(stream)).containsExactly(GOOD);
      assertThat(stream.result().value()).isEqualTo(new Triage("s", Priority.HIGH));
    }
  }

  @Test
  void aFailureAfterToolsHasTheTextAndTheCostOfAll() {
    answer(text("Let me look.") + delta(call("c1", "get_weather", PARIS)) + end("tool_calls"))
        .answer(
            text(" It is") + StreamFixtures.event("{\"error\":{\"code\":502,\"message\":\"x\"}}"));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      ProviderException e = catchThrowableOfType(ProviderException.class, () -> read(stream));
      assertThat(e.text()).isEqualTo("Let me look. It is");
      assertThat(e.attempts()).hasSize(2);
      assertThat(e.cost().amount()).isEqualTo(new BigDecimal("0.001"));
      assertThat(e.cost().complete()).isFalse();
    }
  }

  @Test
  void theTimeThatAStreamTakesDoesNotCount() {
    answer(text("Hm.") + delta(call("c1", "get_weather", PARIS)) + end("tool_calls"))
        .answer(stream("Warm."));

    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      Iterator<String> texts = stream.iterator();
      assertThat(texts.next()).isEqualTo("Hm.");
      pass(Duration.ofHours(1));
      assertThat(texts.next()).isEqualTo("Warm.");
    }
  }

  @Test
  void theTimeThatToolsTakeDoes() {
    Weather slow =
        new Weather(
            "get_weather",
            arguments -> {
              pass(Duration.ofHours(1));
              return "warm";
            });
    answer(text("Hm.") + delta(call("c1", "get_weather", PARIS)) + end("tool_calls"));

    try (PromptStream<String> stream =
        HAIKU.stream(client, SamplePrompts.input().tools(List.of(slow)))) {
      CallTimeoutException e = catchThrowableOfType(CallTimeoutException.class, () -> read(stream));
      assertThat(e.cost().amount()).isEqualTo(new BigDecimal("0.001"));
      assertThat(server.requestCount()).isEqualTo(1);
    }
  }

  private void pass(Duration time) {
    timing.pause(new CountDownLatch(1), time.toNanos());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Answers with one body after the other, the first in two pieces. */
  private static final class Bodies implements Interceptor {
    private final byte[] first;
    private final byte[] second;
    private int cut;
    private int sent;

    Bodies(byte[] first, byte[] second) {
      this.first = first;
      this.second = second;
    }

    void start(int cut) {
      this.cut = cut;
      this.sent = 0;
    }

    @Override
    public Response intercept(Chain chain) {
      Source body = sent++ == 0 ? new Pieces(first, cut) : new Pieces(second, second.length);
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(ResponseBody.create(Okio.buffer(body), MediaType.get("text/event-stream"), -1))
          .build();
    }
  }

  private static final class Pieces implements Source {
    private final byte[] body;
    private final int cut;
    private int at;

    Pieces(byte[] body, int cut) {
      this.body = body;
      this.cut = cut;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      if (at == body.length) {
        return -1;
      }
      int count = (int) Math.min(byteCount, (at < cut ? cut : body.length) - at);
      sink.write(body, at, count);
      at += count;
      return count;
    }

    @Override
    public okio.Timeout timeout() {
      return okio.Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
