package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.internal.response.Choice;
import io.typedprompt.internal.response.Chunk;
import io.typedprompt.internal.response.ChunkReader;
import io.typedprompt.internal.response.Redaction;
import io.typedprompt.internal.response.StreamedCompletion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads real streams, which are not part of this project: {@code TYPEDPROMPT_SHARED} names a folder
 * whose {@code exchanges} are files with {@code request} and {@code response}. What they must come
 * to is worked out here in the plainest way.
 */
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
@Timeout(60)
class RecordedStreamsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<Path> streams() throws IOException {
    Path folder = Path.of(System.getenv("TYPEDPROMPT_SHARED"), "exchanges");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> read(file).path("response").path("is_sse").booleanValue())
              .sorted()
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void isReadAsItIs(Path file) {
    JsonNode response = read(file).path("response");
    ByteString body = body(response);
    Expected expected = new Expected(body.utf8());
    assertToolCalls(expected);
    for (int pieces : new int[] {Integer.MAX_VALUE, 1000, 7}) {
      try (PromptServer server = new PromptServer();
          OpenRouterClient client = server.client()) {
        server.answer(reply(response, body, pieces));
        if (expected.error == null && !expected.content.toString().isBlank()) {
          assertResult(client, expected);
        } else {
          assertFailure(client, expected);
        }
      }
    }
  }

  /** A stream that breaks off is never taken for a shorter one. */
  @ParameterizedTest
  @MethodSource("streams")
  void endsBadlyWhereItBreaksOff(Path file) {
    JsonNode response = read(file).path("response");
    ByteString body = body(response);
    ByteString part = body.substring(0, body.size() * 3 / 5);
    boolean finished =
        part.substring(0, part.lastIndexOf(ByteString.encodeUtf8("\n")) + 1)
            .utf8()
            .contains("\"finish_reason\":\"");
    for (boolean reset : new boolean[] {false, true}) {
      try (PromptServer server = new PromptServer();
          OpenRouterClient client = server.client()) {
        server.answer(reset ? brokenReply(response, body) : reply(response, part, 100));
        Throwable failure =
            catchThrowable(
                () -> {
                  try (PromptStream<String> stream = HAIKU.stream(client, input())) {
                    assertThat(stream.result().cost().complete()).isFalse();
                  }
                });
        if (!finished || failure != null) {
          assertThat(failure).isInstanceOf(OpenRouterException.class);
        }
      }
    }
  }

  /** Breaks off after half of the body. */
  private static MockResponse brokenReply(JsonNode response, ByteString body) {
    return reply(response, body, 100)
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }

  private static void assertResult(OpenRouterClient client, Expected expected) {
    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      assertThat(StreamFixtures.read(stream)).isEqualTo(expected.texts);
      PromptResult<String> result = stream.result();
      assertThat(result.value()).isEqualTo(expected.content.toString());
      assertThat(result.reasoning().orElse("")).isEqualTo(expected.reasoning.toString());
      assertThat(result.finishReason().text()).isEqualTo(expected.finishReason);
      assertThat(result.nativeFinishReason().orElse("")).isEqualTo(expected.nativeFinishReason);
      assertThat(result.id()).isEqualTo(expected.last.path("id").stringValue());
      assertThat(result.model()).isEqualTo(expected.last.path("model").stringValue());
      assertThat(result.provider()).contains(expected.last.path("provider").stringValue());
      assertThat(result.raw().size()).isEqualTo(expected.chunks.size());
      assertUsage(result.usage(), result.cost(), expected.usage);
    }
  }

  private static void assertUsage(Usage usage, Cost cost, JsonNode sent) {
    assertThat(usage.promptTokens()).isEqualTo(sent.path("prompt_tokens").longValue());
    assertThat(usage.completionTokens()).isEqualTo(sent.path("completion_tokens").longValue());
    assertThat(usage.totalTokens()).isEqualTo(sent.path("total_tokens").longValue());
    JsonNode charged = sent.path("cost");
    assertThat(cost.complete()).isEqualTo(charged.isNumber());
    assertThat(cost.amount())
        .isEqualTo(charged.isNumber() ? charged.decimalValue() : BigDecimal.ZERO);
  }

  private static void assertFailure(OpenRouterClient client, Expected expected) {
    try (PromptStream<String> stream = HAIKU.stream(client, input())) {
      OpenRouterException e = catchThrowableOfType(OpenRouterException.class, stream::result);
      assertThat(e)
          .isInstanceOf(
              expected.error == null ? EmptyResponseException.class : ProviderException.class);
      assertThat(catchThrowable(stream::result)).isSameAs(e);
      if (expected.error == null) {
        assertUsage(e.usage(), e.cost(), expected.usage);
      } else {
        assertThat(e.status()).isEqualTo(expected.error.path("code").intValue());
        assertThat(e).hasMessageContaining(expected.error.path("message").stringValue());
      }
      JsonNode user = expected.last.path("user_id");
      if (user.isString()) {
        assertThat(e.toString() + e.rawBody()).doesNotContain(user.stringValue());
      }
    }
  }

  private static void assertToolCalls(Expected expected) {
    StreamedCompletion completion = new StreamedCompletion(new Redaction("key"));
    for (JsonNode json : expected.chunks) {
      Chunk chunk = ChunkReader.read(json.toString());
      assertThat(chunk).isNotNull();
      completion.add(chunk);
    }
    Choice choice = completion.completion().choice();
    assertThat(choice).isNotNull();
    assertThat(choice.toolCalls()).isEqualTo(expected.toolCalls());
  }

  private static MockResponse reply(JsonNode response, ByteString body, int pieces) {
    MockResponse.Builder reply = new MockResponse.Builder();
    response
        .path("headers")
        .properties()
        .forEach(header -> reply.addHeader(header.getKey(), header.getValue().asString()));
    return reply.chunkedBody(new Buffer().write(body), pieces).build();
  }

  private static ByteString body(JsonNode response) {
    String body = response.path("body").stringValue();
    ByteString decoded =
        response.path("encoding").asString("").equals("base64")
            ? ByteString.decodeBase64(body)
            : ByteString.encodeUtf8(body);
    assertThat(decoded).isNotNull();
    return decoded;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a stream says. */
  private static final class Expected {
    final List<JsonNode> chunks = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final StringBuilder content = new StringBuilder();
    final StringBuilder reasoning = new StringBuilder();
    final Map<Integer, String[]> calls = new TreeMap<>();
    String finishReason = "";
    String nativeFinishReason = "";
    JsonNode usage = JSON.missingNode();
    JsonNode last = JSON.missingNode();
    JsonNode error;

    Expected(String body) {
      body.lines()
          .filter(line -> line.startsWith("data: {"))
          .forEach(line -> add(JSON.readTree(line.substring(6))));
    }

    private void add(JsonNode chunk) {
      chunks.add(chunk);
      last = chunk;
      usage = chunk.path("usage").isObject() ? chunk.path("usage") : usage;
      error = chunk.has("error") ? chunk.path("error") : error;
      JsonNode choice = chunk.path("choices").path(0);
      finishReason = choice.path("finish_reason").asString(finishReason);
      nativeFinishReason = choice.path("native_finish_reason").asString(nativeFinishReason);
      String text = choice.path("delta").path("content").asString("");
      content.append(text);
      if (!text.isEmpty()) {
        texts.add(text);
      }
      reasoning.append(choice.path("delta").path("reasoning").asString(""));
      for (JsonNode call : choice.path("delta").path("tool_calls")) {
        String[] merged =
            calls.computeIfAbsent(
                call.path("index").intValue(), index -> new String[] {"", "", ""});
        JsonNode function = call.path("function");
        merged[0] += merged[0].isEmpty() ? call.path("id").asString("") : "";
        merged[1] += function.path("name").asString("");
        merged[2] += function.path("arguments").asString("");
      }
    }

    List<ToolCall> toolCalls() {
      return calls.values().stream().map(call -> ToolCall.of(call[0], call[1], call[2])).toList();
    }
  }
}
