package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static io.typedprompt.StreamFixtures.COMMENT;
import static io.typedprompt.StreamFixtures.chunk;
import static io.typedprompt.StreamFixtures.end;
import static io.typedprompt.StreamFixtures.endWithNull;
import static io.typedprompt.StreamFixtures.endWithoutChoices;
import static io.typedprompt.StreamFixtures.finish;
import static io.typedprompt.StreamFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same stream in other pieces of bytes, with other line ends, or broken off. */
@org.junit.jupiter.api.Timeout(120)
class StreamCutsTest {
  private static final String TEXTS =
      text("Père ") + COMMENT + text("漢字 ") + text("😊 \"quoted\"\n") + text("end");

  private final Cutter cutter = new Cutter();
  private final OpenRouterClient client =
      OpenRouterClient.builder()
          .apiKey(PromptServer.KEY)
          .baseUrl("http://127.0.0.1:1/api/v1")
          .httpClient(new OkHttpClient.Builder().addInterceptor(cutter).build())
          .build();

  @AfterEach
  void close() {
    client.close();
  }

  static List<String> streams() {
    return List.of(
        COMMENT + TEXTS + end("stop"),
        TEXTS + endWithNull("length"),
        TEXTS + endWithoutChoices("stop"),
        TEXTS + finish("stop"),
        chunk("{\"reasoning\":\"dénké\"}", null, "") + TEXTS + COMMENT + end("stop") + COMMENT,
        COMMENT.repeat(4) + text("x") + COMMENT.repeat(4) + end("stop"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aCutAtAnyByteChangesNothing(String stream) {
    for (String lineEnd : List.of("\n", "\r\n")) {
      byte[] bytes = bytes(stream.replace("\n", lineEnd));
      Map<String, Object> expected = facts(bytes, bytes.length);
      assertThat(expected.get("value")).isNotEqualTo("");
      for (int cut = 1; cut < bytes.length; cut++) {
        assertThat(facts(bytes, cut)).as("cut at %s", cut).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void commentsAnywhereChangeNothing(String stream) {
    Map<String, Object> expected = facts(bytes(stream));
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      StringBuilder commented = new StringBuilder();
      for (String line : stream.split("(?<=\n)")) {
        commented.append(random.nextBoolean() ? ": OPENROUTER PROCESSING\n" : "").append(line);
      }
      byte[] bytes = bytes(commented.toString());
      assertThat(facts(bytes, 1 + random.nextInt(bytes.length))).isEqualTo(expected);
    }
  }

  /** Whatever is lost of a stream, its text is never shortened without a word. */
  @ParameterizedTest
  @MethodSource("streams")
  void aStreamThatEndsAtAnyByteIsWholeOrAFailure(String stream) {
    byte[] bytes = bytes(stream);
    String whole = (String) facts(bytes).get("value");
    int finished =
        stream
            .substring(0, stream.indexOf("\"finish_reason\":\""))
            .getBytes(StandardCharsets.UTF_8)
            .length;
    for (boolean reset : new boolean[] {false, true}) {
      for (int length = 0; length < bytes.length; length++) {
        cutter.body = Arrays.copyOf(bytes, length);
        cutter.cuts = new int[] {length / 2};
        cutter.reset = reset;
        List<String> read = new ArrayList<>();
        Object outcome = outcome(read);
        assertThat(whole).startsWith(String.join("", read));
        if (outcome instanceof PromptResult<?> result) {
          assertThat(length).isGreaterThan(finished);
          assertThat(result.value()).isEqualTo(whole);
        } else {
          assertThat(outcome).isInstanceOf(NetworkException.class);
          assertThat(((NetworkException) outcome).text()).isEqualTo(String.join("", read));
        }
      }
    }
    cutter.reset = false;
  }

  private Object outcome(List<String> read) {
    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      Throwable failure = catchThrowable(() -> stream.forEach(read::add));
      Throwable again = catchThrowable(stream::result);
      assertThat(again).isSameAs(failure);
      return failure == null ? stream.result() : failure;
    }
  }

  private Map<String, Object> facts(byte[] body, int... cuts) {
    cutter.body = body;
    cutter.cuts = cuts;
    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      List<String> read = StreamFixtures.read(stream);
      PromptResult<String> result = stream.result();
      assertThat(String.join("", read)).isEqualTo(result.value());
      return Map.of(
          "texts", read,
          "value", result.value(),
          "reasoning", result.reasoning(),
          "reason", result.finishReason(),
          "usage", result.usage(),
          "cost", result.cost(),
          "tier", result.serviceTier(),
          "chunks", result.raw().size(),
          "id", result.id());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Answers with a body in the pieces that are asked for. */
  private static final class Cutter implements Interceptor {
    private byte[] body = {};
    private int[] cuts = {};
    private boolean reset;

    @Override
    public Response intercept(Chain chain) {
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(
              ResponseBody.create(
                  Okio.buffer(new Pieces(body, cuts, reset)),
                  MediaType.get("text/event-stream"),
                  -1))
          .build();
    }
  }

  private static final class Pieces implements Source {
    private final byte[] body;
    private final int[] cuts;
    private final boolean reset;
    private int at;

    Pieces(byte[] body, int[] cuts, boolean reset) {
      this.body = body;
      this.cuts = cuts;
      this.reset = reset;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (at == body.length) {
        if (reset) {
          throw new IOException("Connection reset");
        }
        return -1;
      }
      int end = body.length;
      for (int cut : cuts) {
        end = cut > at ? Math.min(end, cut) : end;
      }
      int count = (int) Math.min(byteCount, end - at);
      sink.write(body, at, count);
      at += count;
      return count;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
