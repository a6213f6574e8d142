package io.typedprompt.processor.harness;

import io.typedprompt.OpenRouterClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server on loopback that gives the answers it is told, and a client of it. */
public final class ScriptedModel implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockWebServer server = new MockWebServer();
  private final OpenRouterClient client;

  public ScriptedModel() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        OpenRouterClient.builder()
            .apiKey("sk-or-v1-test")
            .baseUrl(server.url("/api/v1").toString())
            .build();
  }

  /** A client of the server. */
  public OpenRouterClient client() {
    return client;
  }

  /** The model answers the next request with this text. */
  public ScriptedModel answer(String text) {
    return answer("stop", JSON.createObjectNode().put("role", "assistant").put("content", text));
  }

  /** The model answers the next request with the call of a tool. */
  public ScriptedModel call(String tool, String arguments) {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
    ObjectNode call = message.putArray("tool_calls").addObject();
    call.put("id", "call_1").put("type", "function");
    call.putObject("function").put("name", tool).put("arguments", arguments);
    return answer("tool_calls", message);
  }

  private ScriptedModel answer(String finishReason, ObjectNode message) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("id", "gen-1").put("model", "vendor/model");
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", finishReason);
    choice.set("message", message);
    answer
        .putObject("usage")
        .put("prompt_tokens", 10)
        .put("completion_tokens", 5)
        .put("total_tokens", 15)
        .put("cost", 0.001);
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(answer.toString())
            .build());
    return this;
  }

  /** The model answers the next request with a stream of these texts. */
  public ScriptedModel answerInPieces(String... texts) {
    StringBuilder events = new StringBuilder();
    for (String text : texts) {
      event(events, text, null);
    }
    event(events, "", "stop");
    events.append("data: [DONE]\n\n");
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(events.toString())
            .build());
    return this;
  }

  private static void event(StringBuilder events, String text, @Nullable String reason) {
    ObjectNode chunk = JSON.createObjectNode();
    chunk.put("id", "gen-1").put("model", "vendor/model");
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", reason);
    choice.putObject("delta").put("content", text);
    events.append("data: ").append(chunk).append("\n\n");
  }

  /** The body of the next request that came. */
  public JsonNode takeRequest() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return JSON.readTree(request.getBody().utf8());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** How many requests came so far. */
  public int requestCount() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
