package io.typedprompt.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.StructuredOutput;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {
  private static ChatRequest request(PromptOptions options, @Nullable StructuredOutput mode) {
    AnswerSchema schema = mode == null ? null : new AnswerSchema("A", "{}", mode);
    return new ChatRequest(options, List.of(ChatMessage.user("Hi")), schema, false);
  }

  @Test
  void aSettingOfTheResponseCacheImpliesIt() {
    assertThat(headers(PromptOptions.builder().responseCache(true)))
        .containsExactly(Map.entry("X-OpenRouter-Cache", "true"));
    assertThat(headers(PromptOptions.builder().responseCacheTtlSeconds(86_400)))
        .containsExactly(
            Map.entry("X-OpenRouter-Cache", "true"), Map.entry("X-OpenRouter-Cache-TTL", "86400"));
    assertThat(headers(PromptOptions.builder().responseCacheClear(true)))
        .containsExactly(
            Map.entry("X-OpenRouter-Cache", "true"), Map.entry("X-OpenRouter-Cache-Clear", "true"));
    assertThat(headers(PromptOptions.builder().responseCacheClear(false))).isEmpty();
    assertThat(
            headers(
                PromptOptions.builder()
                    .responseCache(false)
                    .responseCacheTtlSeconds(1)
                    .responseCacheClear(true)))
        .containsExactly(Map.entry("X-OpenRouter-Cache", "false"));
  }

  @Test
  void theMetadataOfTheRouterAreWantedOrNot() {
    assertThat(headers(PromptOptions.builder().routerMetadata(true)))
        .containsExactly(Map.entry("X-OpenRouter-Metadata", "enabled"));
    assertThat(headers(PromptOptions.builder().routerMetadata(false)))
        .containsExactly(Map.entry("X-OpenRouter-Metadata", "disabled"));
  }

  private static Map<String, String> headers(PromptOptions.Builder options) {
    return RequestHeaders.of(request(options.build(), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null | TOOL | structured-outputs-2025-11-13",
        "null | JSON_SCHEMA | null",
        "null | PROMPT | null",
        "other-1 | JSON_SCHEMA | other-1",
        "other-1 | TOOL | other-1,structured-outputs-2025-11-13",
        "structured-outputs-2025-11-13 | TOOL | structured-outputs-2025-11-13",
      })
  void aStrictToolStaysStrictAtAnthropic(
      @Nullable String own, StructuredOutput mode, @Nullable String sent) {
    PromptOptions.Builder options = PromptOptions.builder();
    if (own != null) {
      options.extraHeader("X-Anthropic-Beta", own);
    }

    assertThat(RequestHeaders.of(request(options.build(), mode)).get("x-anthropic-beta"))
        .isEqualTo(sent);
  }

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
    assertThat(RequestHeaders.of(request(options, null)))
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
    assertThat(RequestHeaders.of(request(PromptOptions.builder().temperature(1).build(), null)))
        .isEmpty();
    assertThat(RequestHeaders.of(request(PromptOptions.builder().appCategories().build(), null)))
        .isEmpty();
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
            .appCategories("x-9")
            .extraHeader(name, value)
            .build();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().build());
      Request.Builder request = new Request.Builder().url(server.url("/"));
      RequestHeaders.of(request(options, null)).forEach(request::header);
      OkHttpClient client = new OkHttpClient();
      try (Response response = client.newCall(request.build()).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
      RecordedRequest received = server.takeRequest();
      assertThat(received.getHeaders().get("X-OpenRouter-Title")).isEqualTo(value);
      assertThat(received.getHeaders().get("X-Title")).isEqualTo(value);
      assertThat(received.getHeaders().get("HTTP-Referer")).isEqualTo(value);
      assertThat(received.getHeaders().get("X-OpenRouter-Categories")).isEqualTo("x-9");
      assertThat(received.getHeaders().get(name)).isEqualTo(value);
    }
  }

  @Test
  void aToolThatIsNotStrictNeedsNoLeave() {
    AnswerSchema schema = new AnswerSchema("A", "{}", StructuredOutput.TOOL, false, true);
    ChatRequest request =
        new ChatRequest(
            PromptOptions.builder().build(), List.of(ChatMessage.user("Hi")), schema, false);

    assertThat(RequestHeaders.of(request)).doesNotContainKey("x-anthropic-beta");
  }
}
