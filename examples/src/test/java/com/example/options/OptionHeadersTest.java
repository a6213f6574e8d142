package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OptionHeadersTest {
  private static final PromptOptions NONE = PromptOptions.builder().build();
  private static final Set<String> ALWAYS =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "host",
          "user-agent");
  private static final Recorder RECORDER = new Recorder();

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  @Test
  void nothingIsAddedWithoutOptions() {
    assertThat(headers(NONE, c -> new AskPromptsImpl(c).ask())).isEmpty();
  }

  @Test
  void theKeyIsInItsHeaderOnly() {
    RecordedRequest request =
        RECORDER.request(
            PromptOptions.builder().appReferer("https://x.example").extraHeader("X-A", "b").build(),
            c -> new AskPromptsImpl(c).ask());

    assertThat(request.getHeaders().values("Authorization"))
        .containsExactly("Bearer " + Recorder.KEY);
    assertThat(request.getBody().utf8()).doesNotContain(Recorder.KEY);
    assertThat(request.getUrl().toString()).doesNotContain(Recorder.KEY);
    for (String name : request.getHeaders().names()) {
      if (!name.equalsIgnoreCase("Authorization")) {
        assertThat(request.getHeaders().values(name)).noneMatch(v -> v.contains(Recorder.KEY));
      }
    }
  }

  @Test
  void theRequestIsAPostOfJson() {
    RecordedRequest request = RECORDER.request(NONE, c -> new AskPromptsImpl(c).ask());

    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v1/chat/completions");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
  }

  @Test
  void attributionGoesIntoHeaders() {
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).appReferer()))
        .isEqualTo(Map.of("http-referer", List.of("https://myapp.example")));
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).appTitle()))
        .isEqualTo(
            Map.of(
                "http-referer", List.of("https://myapp.example"),
                "x-openrouter-title", List.of("My App"),
                "x-title", List.of("My App")));
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).appCategories()))
        .isEqualTo(Map.of("x-openrouter-categories", List.of("cli-agent,cloud-agent")));
  }

  @Test
  void cachingAndRoutingGoIntoHeaders() {
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).responseCache()))
        .isEqualTo(Map.of("x-openrouter-cache", List.of("true")));
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).responseCacheTtlSeconds()))
        .isEqualTo(
            Map.of(
                "x-openrouter-cache", List.of("true"),
                "x-openrouter-cache-ttl", List.of("600")));
    assertThat(headers(NONE, c -> new AccountPromptsImpl(c).routerMetadata()))
        .isEqualTo(Map.of("x-openrouter-metadata", List.of("enabled")));
    assertThat(
            headers(
                PromptOptions.builder().responseCacheClear(true).build(),
                c -> new AccountPromptsImpl(c).responseCache()))
        .isEqualTo(
            Map.of(
                "x-openrouter-cache", List.of("true"),
                "x-openrouter-cache-clear", List.of("true")));
  }

  @Test
  void attributionHasTheSameLevels() {
    PromptOptions client = PromptOptions.builder().appCategories("cli-agent").build();

    assertThat(headers(client, c -> new LevelPromptsImpl(c).overrides(NONE)))
        .isEqualTo(
            Map.of(
                "http-referer", List.of("https://interface.example"),
                "x-openrouter-title", List.of("Method"),
                "x-title", List.of("Method"),
                "x-openrouter-categories", List.of("cli-agent")));
    assertThat(headers(NONE, c -> new LevelPromptsImpl(c).unsets(NONE)))
        .isEqualTo(Map.of("http-referer", List.of("https://interface.example")));
    assertThat(
            headers(
                NONE,
                c ->
                    new LevelPromptsImpl(c)
                        .overrides(PromptOptions.builder().appTitle("Call").build())))
        .containsEntry("x-title", List.of("Call"));
  }

  @Test
  void theBuildersOwnAttributionComesLast() {
    try (OpenRouterClient client =
        RECORDER.builder().appReferer("https://builder.example").appTitle("Builder").build()) {
      assertThat(headers(NONE, c -> new AskPromptsImpl(client).ask()))
          .containsEntry("x-openrouter-title", List.of("Builder"))
          .containsEntry("http-referer", List.of("https://builder.example"));
      assertThat(headers(NONE, c -> new AccountPromptsImpl(client).appReferer()))
          .containsEntry("x-openrouter-title", List.of("Builder"))
          .containsEntry("http-referer", List.of("https://myapp.example"));
    }
  }

  @Test
  void extraHeadersMergeByName() {
    PromptOptions client =
        PromptOptions.builder().extraHeader("X-Trace", "1").extraHeader("X-Team", "a").build();
    PromptOptions call =
        PromptOptions.builder().extraHeader("x-trace", "2").unset("extraHeader.X-Team").build();

    assertThat(headers(client, c -> new AskPromptsImpl(c).ask(call)))
        .isEqualTo(Map.of("x-trace", List.of("2")));
  }

  /** The headers of the only request that a call sends, without those that each request has. */
  private static Map<String, List<String>> headers(
      PromptOptions defaults, Consumer<OpenRouterClient> call) {
    Headers headers = RECORDER.request(defaults, call).getHeaders();
    Map<String, List<String>> added = new TreeMap<>();
    Set<String> usual = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    usual.addAll(ALWAYS);
    for (int i = 0; i < headers.size(); i++) {
      if (!usual.contains(headers.name(i))) {
        String name = headers.name(i).toLowerCase(Locale.ROOT);
        added.computeIfAbsent(name, n -> new ArrayList<>()).add(headers.value(i));
      }
    }
    return added;
  }
}
