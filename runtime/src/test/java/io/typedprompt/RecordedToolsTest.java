package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ToolMethod;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the tools that models called in real exchanges, which are not part of this project: {@code
 * TYPEDPROMPT_SHARED} names a folder whose {@code exchanges} are files with {@code request} and
 * {@code response}.
 */
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
@Timeout(60)
class RecordedToolsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A tool that takes what its schema says, and keeps what it was called with. */
  private static final class RecordedTool extends ToolMethod<JsonNode> {
    private final List<Expected> calls;
    private final String result;

    RecordedTool(JsonNode function, List<Expected> calls, String result) {
      super(
          function.path("name").stringValue(),
          function.path("description").asString(""),
          new AnswerFormat<>("arguments", function.path("parameters").toString()) {
            @Override
            public @Nullable JsonNode read(AnswerReader in) {
              return in.readJson();
            }
          });
      this.calls = calls;
      this.result = result;
    }

    @Override
    public String call(JsonNode arguments) {
      calls.add(new Expected(name(), arguments));
      return result;
    }
  }

  /** A call with its arguments. */
  private record Expected(String name, JsonNode arguments) {
    static Expected of(JsonNode function, String arguments) {
      return new Expected(
          function.path("name").stringValue(),
          JSON.readTree(arguments.isBlank() ? "{}" : arguments));
    }
  }

  static List<Path> exchanges() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !tools(read(file)).isEmpty() && !expected(read(file)).isEmpty())
              .sorted()
              .toList();
      assertThat(found).hasSizeGreaterThan(12);
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void theToolsOfARecordedAnswerAreCalled(Path file) {
    JsonNode exchange = read(file);
    List<Expected> calls = new ArrayList<>();
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.clientBuilder().maxRetries(0).build()) {
      server.answer(reply(exchange)).answerText("Done.");
      List<ToolMethod<?>> tools = new ArrayList<>();
      for (JsonNode function : tools(exchange)) {
        tools.add(new RecordedTool(function, calls, "5"));
      }
      PromptResult<String> result = result(client, exchange, tools);

      assertThat(calls).isEqualTo(expected(exchange));
      assertThat(result.value()).isEqualTo("Done.");
      assertThat(result.cost().amount())
          .isEqualByComparingTo(cost(exchange).add(new BigDecimal("0.001")));
      assertThat(result.attempts()).hasSize(2);
      server.takeRequest();
      assertTurn(JSON.readTree(server.takeBody()).path("messages"), exchange, calls.size());
    }
  }

  private static void assertTurn(JsonNode messages, JsonNode exchange, int calls) {
    assertThat(messages).hasSize(2 + calls);
    JsonNode assistant = messages.path(1);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String id = assistant.path("tool_calls").path(i).path("id").stringValue();
      ids.add(id);
      assertThat(messages.path(2 + i).path("role").stringValue()).isEqualTo("tool");
      assertThat(messages.path(2 + i).path("tool_call_id").stringValue()).isEqualTo(id);
      assertThat(messages.path(2 + i).path("content").stringValue()).isEqualTo("5");
    }
    assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).isNotBlank());
    if (!isStream(exchange)) {
      JsonNode said = JSON.readTree(body(exchange)).at("/choices/0/message");
      String content = said.path("content").asString("");
      assertThat(assistant.path("content").asString("")).isEqualTo(content);
      assertThat(assistant.path("content").isNull()).isEqualTo(content.isBlank());
      assertThat(assistant.path("reasoning_details")).isEqualTo(said.path("reasoning_details"));
      assertThat(ids.get(0)).isEqualTo(said.at("/tool_calls/0/id").stringValue());
    }
  }

  /** The second request of a recorded pair is the one that we send, and its answer is read. */
  @Test
  void aRecordedRoundTripIsMadeAgain() {
    String name =
        "rubyllm.function_calling_openrouter_claude-haiku-4-5_can_use_tools_with_multi-turn_"
            + "streaming_conversations.";
    JsonNode first = read(folder().resolve(name + "1.json"));
    JsonNode second = read(folder().resolve(name + "2.json"));
    JsonNode recorded = second.at("/request/body/messages");
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.clientBuilder().maxRetries(0).build()) {
      server.answer(reply(first)).answer(reply(second));
      String result = recorded.path(2).path("content").stringValue();
      List<ToolMethod<?>> tools = new ArrayList<>();
      for (JsonNode function : tools(first)) {
        tools.add(new RecordedTool(function, new ArrayList<>(), result));
      }
      try (PromptStream<String> stream = HAIKU.stream(client, input().tools(tools))) {
        assertThat(stream.result().value()).contains("15");
        assertThat(stream.result().cost().amount())
            .isEqualByComparingTo(cost(first).add(cost(second)));
      }
      server.takeRequest();
      JsonNode sent = JSON.readTree(server.takeBody()).path("messages");
      JsonNode call = sent.at("/1/tool_calls/0");
      JsonNode theirs = recorded.at("/1/tool_calls/0");
      assertThat(call.path("id")).isEqualTo(theirs.path("id"));
      assertThat(JSON.readTree(call.at("/function/arguments").stringValue()))
          .isEqualTo(JSON.readTree(theirs.at("/function/arguments").stringValue()));
      assertThat(sent.path(2)).isEqualTo(recorded.path(2));
    }
  }

  private static PromptResult<String> result(
      OpenRouterClient client, JsonNode exchange, List<ToolMethod<?>> tools) {
    if (!isStream(exchange)) {
      return HAIKU.result(client, input().tools(tools));
    }
    try (PromptStream<String> stream = HAIKU.stream(client, input().tools(tools))) {
      return stream.result();
    }
  }

  private static List<JsonNode> tools(JsonNode exchange) {
    List<JsonNode> functions = new ArrayList<>();
    for (JsonNode tool : exchange.at("/request/body/tools")) {
      if (tool.has("function")) {
        functions.add(tool.path("function"));
      }
    }
    return functions;
  }

  private static List<Expected> expected(JsonNode exchange) {
    if (exchange.path("response").path("status").intValue() != 200) {
      return List.of();
    }
    return isStream(exchange) ? streamed(exchange) : whole(exchange);
  }

  private static List<Expected> whole(JsonNode exchange) {
    List<Expected> calls = new ArrayList<>();
    for (JsonNode call : JSON.readTree(body(exchange)).at("/choices/0/message/tool_calls")) {
      JsonNode function = call.path("function");
      calls.add(Expected.of(function, function.path("arguments").asString("")));
    }
    return calls;
  }

  private static List<Expected> streamed(JsonNode exchange) {
    Map<Integer, JsonNode> functions = new TreeMap<>();
    Map<Integer, String> arguments = new TreeMap<>();
    for (JsonNode chunk : chunks(exchange)) {
      for (JsonNode call : chunk.at("/choices/0/delta/tool_calls")) {
        int index = call.path("index").intValue();
        functions.putIfAbsent(index, call.path("function"));
        arguments.merge(index, call.at("/function/arguments").asString(""), String::concat);
      }
    }
    List<Expected> calls = new ArrayList<>();
    functions.forEach((index, function) -> calls.add(Expected.of(function, arguments.get(index))));
    return calls;
  }

  private static List<JsonNode> chunks(JsonNode exchange) {
    return body(exchange)
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> JSON.readTree(line.substring(6)))
        .toList();
  }

  private static BigDecimal cost(JsonNode exchange) {
    BigDecimal cost = BigDecimal.ZERO;
    List<JsonNode> bodies =
        isStream(exchange) ? chunks(exchange) : List.of(JSON.readTree(body(exchange)));
    for (JsonNode part : bodies) {
      if (part.at("/usage/cost").isNumber()) {
        cost = part.at("/usage/cost").decimalValue();
      }
    }
    return cost;
  }

  private static boolean isStream(JsonNode exchange) {
    return exchange.path("response").path("is_sse").booleanValue();
  }

  private static String body(JsonNode exchange) {
    return exchange.path("response").path("body").stringValue();
  }

  private static MockResponse reply(JsonNode exchange) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", isStream(exchange) ? "text/event-stream" : "application/json")
        .body(body(exchange))
        .build();
  }

  private static Path folder() {
    return Path.of(System.getenv("TYPEDPROMPT_SHARED"), "exchanges");
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
