package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OpenRouterServerExtension.class)
class StreamingTest {
  private static final String ASK =
      Http.ask("anthropic/claude-sonnet-4.5", "Weather?", "\"stream\":true");

  @Test
  void aStreamHasTheShapeOfTheApi(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("Sunny today.").tokens(5, 1));

    Http.Reply reply = new Http(server).chat(ASK);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    JsonNode first = chunks(reply).get(0);
    String id = reply.header("X-Generation-Id");
    assertThat(first.path("id").asString()).isEqualTo(id);
    String head =
        "\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"created\":%d,\"model\":\"anthropic/claude-4.5-sonnet-20250929\",\"provider\":\"Anthropic\""
            .formatted(id, first.path("created").asLong());
    assertThat(reply.text())
        .isEqualTo(
            """
            : OPENROUTER PROCESSING

            data: {%1$s,"choices":[{"index":0,"delta":{"content":"Sunny ","role":"assistant"},"finish_reason":null,"native_finish_reason":null}]}

            data: {%1$s,"choices":[{"index":0,"delta":{"content":"today.","role":"assistant"},"finish_reason":null,"native_finish_reason":null}]}

            : OPENROUTER PROCESSING

            data: {%1$s,"choices":[{"index":0,"delta":{"content":"","role":"assistant"},"finish_reason":"stop","native_finish_reason":"end_turn"}]}

            data: {%1$s,"choices":[{"index":0,"delta":{"content":"","role":"assistant"},"finish_reason":"stop","native_finish_reason":"end_turn"}],"service_tier":"default","usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6,"cost":0.00003,"is_byok":false,"prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"audio_tokens":0,"video_tokens":0},"cost_details":{"upstream_inference_cost":0.00003,"upstream_inference_prompt_cost":0.000015,"upstream_inference_completions_cost":0.000015},"completion_tokens_details":{"reasoning_tokens":0,"image_tokens":0,"audio_tokens":0}}}

            data: [DONE]

            """
                .formatted(head));
    assertThat(server.charged()).isEqualByComparingTo("0.00003");
    assertThat(server.requests().get(0).isStreaming()).isTrue();
  }

  @Test
  void theChunksAddUpToTheText(OpenRouterServer server) throws Exception {
    String text = "Grüße aus 東京 😀😀😀😀😀😀😀 and a_very_long_word_without_any_space\n\n  end ";
    server.enqueue(Answer.text(text).reasoning("First I think, then I answer."));

    Http.Reply reply = new Http(server).chat(ASK);

    assertThat(deltas(reply, "content")).isEqualTo(text);
    assertThat(deltas(reply, "reasoning")).isEqualTo("First I think, then I answer.");
    assertThat(chunks(reply)).hasSizeGreaterThan(10);
    assertThat(reply.text()).doesNotContain("�");
  }

  @Test
  void structuredAnswersAreStreamedToo(OpenRouterServer server) throws Exception {
    String format =
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":"
            + "{\"type\":\"object\",\"properties\":{\"p\":{\"enum\":[\"HIGH\"]}}}}}";

    Http.Reply reply =
        new Http(server).chat(Http.ask("openai/gpt-4o", "x", "\"stream\":true", format));

    assertThat(deltas(reply, "content")).isEqualTo("{\"p\":\"HIGH\"}");
  }

  @Test
  void toolCallsComeAsNamedFirstDeltasAndArgumentPieces(OpenRouterServer server) throws Exception {
    server.enqueue(
        Answer.toolCall("forecast", "{\"city\":\"Bern, Switzerland\"}").andToolCall("clock", "{}"));

    Http.Reply reply = new Http(server).chat(ASK);

    List<ObjectNode> calls = new ArrayList<>();
    for (JsonNode chunk : chunks(reply)) {
      for (JsonNode call : chunk.at("/choices/0/delta/tool_calls")) {
        int index = call.path("index").asInt();
        if (call.has("id")) {
          assertThat(calls).hasSize(index);
          assertThat(call.path("type").asString()).isEqualTo("function");
          calls.add((ObjectNode) call.deepCopy());
        } else {
          ObjectNode function = (ObjectNode) calls.get(index).path("function");
          function.put(
              "arguments",
              function.path("arguments").asString() + call.at("/function/arguments").asString());
        }
      }
    }
    assertThat(calls.get(0).path("function").toString())
        .isEqualTo(
            "{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"Bern, Switzerland\\\"}\"}");
    assertThat(calls.get(1).path("function").toString())
        .isEqualTo("{\"name\":\"clock\",\"arguments\":\"{}\"}");
    assertThat(finishReasons(reply)).containsExactly("tool_calls", "tool_calls");
  }

  @Test
  void aRefusalIsADelta(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.refusal("I cannot."));

    assertThat(deltas(new Http(server).chat(ASK), "refusal")).isEqualTo("I cannot.");
  }

  @Test
  void aProviderCanFailInTheMiddleOfAStream(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("0123456789").failAt(0.6, 502, "Provider disconnected"));

    Http.Reply reply = new Http(server).chat(ASK);

    List<JsonNode> chunks = chunks(reply);
    JsonNode last = chunks.get(chunks.size() - 1);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(deltas(reply, "content")).isEqualTo("012345");
    assertThat(last.path("error"))
        .isEqualTo(
            Json.parse(
                """
                {"message":"Provider disconnected","code":502,
                 "metadata":{"error_type":"provider_unavailable"}}
                """));
    assertThat(last.path("id").asString()).isEqualTo(reply.header("X-Generation-Id"));
    assertThat(last.at("/usage/cost").decimalValue()).isZero();
    assertThat(finishReasons(reply)).containsExactly("error");
    assertThat(reply.text()).endsWith("data: [DONE]\n\n");
    assertThat(server.charged()).isZero();
  }

  @Test
  void errorsBeforeTheStreamAreJson(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.error(429, "Slow down").retryAfter(Duration.ofSeconds(3)));
    Http http = new Http(server);

    Http.Reply limited = http.chat(ASK);
    Http.Reply refused =
        http.chat(Http.ask("openai/gpt-4o", "x", "\"stream\":true", "\"temperature\":9"));

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Content-Type")).isEqualTo("application/json");
    assertThat(limited.header("Retry-After")).isEqualTo("3");
    assertThat(limited.error().path("message").asString()).isEqualTo("Slow down");
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void theChunksLeaveOneByOne(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("a b c").pace(Duration.ofMillis(20)));
    long start = System.nanoTime();

    Http.Reply reply = new Http(server).chat(ASK);

    assertThat(deltas(reply, "content")).isEqualTo("a b c");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
  }

  private static List<JsonNode> chunks(Http.Reply reply) {
    return reply
        .text()
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> Json.parse(line.substring("data: ".length())))
        .toList();
  }

  private static String deltas(Http.Reply reply, String field) {
    StringBuilder text = new StringBuilder();
    for (JsonNode chunk : chunks(reply)) {
      text.append(chunk.at("/choices/0/delta").path(field).asString(""));
    }
    return text.toString();
  }

  private static List<String> finishReasons(Http.Reply reply) {
    return chunks(reply).stream()
        .map(chunk -> chunk.at("/choices/0/finish_reason"))
        .filter(reason -> !reason.isNull())
        .map(JsonNode::asString)
        .toList();
  }
}
