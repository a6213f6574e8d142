package io.typedprompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on loopback that answers as scripted, and a client of it. */
final class PromptServer implements AutoCloseable {
  /** Looks like a key, so that it must be hidden wherever it shows up. */
  static final String KEY = "sk-or-v1-0123456789abcdef0123456789abcdef";

  private final MockWebServer server = new MockWebServer();

  PromptServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String baseUrl() {
    return server.url("/api/v1").toString();
  }

  String host() {
    return server.getHostName();
  }

  OpenRouterClient.Builder clientBuilder() {
    return OpenRouterClient.builder().apiKey(KEY).baseUrl(baseUrl());
  }

  OpenRouterClient client() {
    return clientBuilder().build();
  }

  /** The next request is answered with status 200 and this body. */
  PromptServer answer(String body) {
    return answer(200, body);
  }

  PromptServer answer(int status, String body, String... headers) {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body);
    for (String header : headers) {
      response.addHeader(header);
    }
    return answer(response.build());
  }

  PromptServer answer(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  /** An answer of a model with this content, 10 and 5 tokens, and a cost of 0.001 USD. */
  PromptServer answerText(String content) {
    return answer(completion(content, "stop"));
  }

  static String completion(String content, String finishReason) {
    return """
    {"id":"gen-1","model":"vendor/model-1","provider":"Vendor","choices":[{"index":0,\
    "finish_reason":"%s","message":{"role":"assistant","content":%s}}],\
    "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"cost":0.001}}"""
        .formatted(finishReason, quoted(content));
  }

  /** The text as JSON. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  RecordedRequest takeRequest() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String takeBody() {
    return takeRequest().getBody().utf8();
  }

  int requestCount() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    server.close();
  }
}
