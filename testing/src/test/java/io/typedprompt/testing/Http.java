package io.typedprompt.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A plain HTTP client of the server, which knows nothing of its classes. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final OpenRouterServer server;

  Http(OpenRouterServer server) {
    this.server = server;
  }

  record Reply(int status, HttpHeaders headers, String text) {
    JsonNode json() {
      return Json.parse(text);
    }

    JsonNode error() {
      return json().path("error");
    }

    String content() {
      return json().at("/choices/0/message/content").asString();
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  static String ask(String model, String user, String... more) {
    return """
        {"model":"%s","messages":[{"role":"user","content":"%s"}]%s}"""
        .formatted(model, user, more.length == 0 ? "" : "," + String.join(",", more));
  }

  Reply chat(String body) throws IOException, InterruptedException {
    return send(request(body));
  }

  CompletableFuture<Reply> chatLater(String body) {
    return CLIENT
        .sendAsync(request(body), HttpResponse.BodyHandlers.ofString())
        .thenApply(Http::reply);
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(to(path).header("Authorization", "Bearer " + server.apiKey()).GET().build());
  }

  HttpRequest request(String body) {
    return to("/chat/completions")
        .header("Authorization", "Bearer " + server.apiKey())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
        .timeout(Duration.ofSeconds(20));
  }

  static Reply send(HttpRequest request) throws IOException, InterruptedException {
    return reply(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }
}
