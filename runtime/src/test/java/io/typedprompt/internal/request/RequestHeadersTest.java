package io.typedprompt.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class RequestHeadersTest {
  @Test
  void attributionAndExtraHeadersHaveAFixedOrder() {
    PromptOptions options =
        PromptOptions.builder()
            .extraHeader("X-Z", "z")
            .extraHeader("X-A", "a")
            .appCategories("cli-agent", "game")
            .appTitle("My App")
            .appReferer("https://myapp.example")
            .build();
    assertThat(RequestHeaders.of(options))
        .containsExactly(
            Map.entry("HTTP-Referer", "https://myapp.example"),
            Map.entry("X-OpenRouter-Title", "My App"),
            Map.entry("X-Title", "My App"),
            Map.entry("X-OpenRouter-Categories", "cli-agent,game"),
            Map.entry("x-a", "a"),
            Map.entry("x-z", "z"));
  }

  @Test
  void withoutOptionsThereAreNone() {
    assertThat(RequestHeaders.of(PromptOptions.builder().temperature(1).build())).isEmpty();
    assertThat(RequestHeaders.of(PromptOptions.builder().appCategories().build())).isEmpty();
  }

  /** Whatever the options accept, OkHttp sends as it is. */
  @Test
  void everyAcceptedCharacterArrives() throws Exception {
    StringBuilder printable = new StringBuilder("a\tb");
    for (char c = ' '; c <= '~'; c++) {
      printable.append(c);
    }
    String value = printable.toString();
    String name = "!#$%&'*+-.^_`|~09azAZ";
    PromptOptions options =
        PromptOptions.builder()
            .appTitle(value)
            .appReferer(value)
            .appCategories("x y")
            .extraHeader(name, value)
            .build();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().build());
      Request.Builder request = new Request.Builder().url(server.url("/"));
      RequestHeaders.of(options).forEach(request::header);
      OkHttpClient client = new OkHttpClient();
      try (Response response = client.newCall(request.build()).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
      RecordedRequest received = server.takeRequest();
      assertThat(received.getHeaders().get("X-OpenRouter-Title")).isEqualTo(value);
      assertThat(received.getHeaders().get("X-Title")).isEqualTo(value);
      assertThat(received.getHeaders().get("HTTP-Referer")).isEqualTo(value);
      assertThat(received.getHeaders().get("X-OpenRouter-Categories")).isEqualTo("x y");
      assertThat(received.getHeaders().get(name)).isEqualTo(value);
    }
  }
}
