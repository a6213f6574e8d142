package com.example.options;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that answers every request in the way it asks for, and keeps what was sent. */
final class Recorder implements AutoCloseable {
  static final String KEY = "sk-or-v1-0123456789abcdef0123456789abcdef";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANSWER = "{\"text\":\"Hi\",\"count\":3}";

  private final MockWebServer server = new MockWebServer();

  Recorder() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request.getBody().utf8());
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OpenRouterClient client() {
    return client(PromptOptions.builder().build());
  }

  OpenRouterClient client(PromptOptions defaults) {
    return builder().defaults(defaults).build();
  }

  OpenRouterClient.Builder builder() {
    return OpenRouterClient.builder().apiKey(KEY).baseUrl(server.url("/api/v1").toString());
  }

  /** The only request that a call sends. */
  RecordedRequest request(PromptOptions defaults, Consumer<OpenRouterClient> call) {
    int before = server.getRequestCount();
    try (OpenRouterClient client = client(defaults)) {
      call.accept(client);
    }
    if (server.getRequestCount() != before + 1) {
      throw new AssertionError((server.getRequestCount() - before) + " requests were sent");
    }
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("the request was not recorded");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The body of the only request that a call sends; the document says that it is right. */
  JsonNode body(PromptOptions defaults, Consumer<OpenRouterClient> call) {
    JsonNode body = json(request(defaults, call).getBody().utf8());
    OfficialDocument.check(body);
    return body;
  }

  JsonNode body(Consumer<OpenRouterClient> call) {
    return body(PromptOptions.builder().build(), call);
  }

  int requests() {
    return server.getRequestCount();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static MockResponse answer(String request) {
    boolean typed = request.contains("\"count\"") || request.contains("count\\\"");
    String content = typed ? ANSWER : "Hi";
    String message =
        request.contains("{\"name\":\"Answer\"}")
            ? "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\","
                + "\"type\":\"function\",\"function\":{\"name\":\"Answer\",\"arguments\":"
                + JSON.writeValueAsString(ANSWER)
                + "}}]}"
            : "{\"role\":\"assistant\",\"content\":" + JSON.writeValueAsString(content) + "}";
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(
            "{\"id\":\"gen-1\",\"model\":\"vendor/model\",\"choices\":[{\"index\":0,"
                + "\"finish_reason\":\"stop\",\"message\":"
                + message
                + "}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2,"
                + "\"cost\":0.001}}")
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
