package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.CompletionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads real exchanges, which are not part of this project: {@code TYPEDPROMPT_SHARED} names a
 * folder whose {@code exchanges} are files with {@code request} and {@code response}.
 */
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
class RecordedExchangesTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<Path> exchanges() throws IOException {
    Path folder = Path.of(System.getenv("TYPEDPROMPT_SHARED"), "exchanges");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !read(file).path("response").path("is_sse").booleanValue())
              .sorted()
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void isReadAsItIs(Path file) {
    JsonNode response = read(file).path("response");
    int status = response.path("status").intValue();
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.clientBuilder().maxRetries(0).build()) {
      server.answer(reply(response, status));
      JsonNode body = JSON.readTree(response.path("body").stringValue());
      JsonNode choice = body.path("choices").path(0);
      JsonNode error = body.has("error") ? body.path("error") : choice.path("error");
      String content = choice.path("message").path("content").asString("");
      assertToolCalls(body, choice.path("message").path("tool_calls"));
      if (status == 200 && error.isMissingNode() && !content.isBlank()) {
        assertResult(HAIKU.result(client, input()), body, choice, content);
      } else {
        assertFailure(
            catchThrowableOfType(OpenRouterException.class, () -> HAIKU.result(client, input())),
            status,
            error,
            body);
      }
    }
  }

  private static void assertToolCalls(JsonNode body, JsonNode sent) {
    Completion completion = CompletionReader.read(body.toString());
    assertThat(completion).isNotNull();
    List<ToolCall> calls =
        completion.choice() == null ? List.of() : completion.choice().toolCalls();
    assertThat(calls).hasSize(sent.size());
    for (int i = 0; i < calls.size(); i++) {
      JsonNode function = sent.path(i).path("function");
      assertThat(calls.get(i))
          .isEqualTo(
              ToolCall.of(
                  sent.path(i).path("id").stringValue(),
                  function.path("name").stringValue(),
                  function.path("arguments").asString("{}")));
    }
  }

  private static void assertResult(
      PromptResult<String> result, JsonNode body, JsonNode choice, String content) {
    assertThat(result.value()).isEqualTo(content);
    assertThat(result.id()).isEqualTo(body.path("id").stringValue());
    assertThat(result.model()).isEqualTo(body.path("model").stringValue());
    assertThat(result.provider()).contains(body.path("provider").stringValue());
    assertThat(result.finishReason().text()).isEqualTo(choice.path("finish_reason").asString(""));
    assertThat(result.nativeFinishReason().orElse(""))
        .isEqualTo(choice.path("native_finish_reason").asString(""));
    String reasoning = choice.path("message").path("reasoning").asString("");
    if (!reasoning.isEmpty()) {
      assertThat(result.reasoning()).contains(reasoning);
    }
    assertUsage(result.usage(), result.cost(), body.path("usage"));
    assertThat(result.raw()).isEqualTo(body);
  }

  private static void assertUsage(Usage usage, Cost cost, JsonNode sent) {
    assertThat(usage.promptTokens()).isEqualTo(sent.path("prompt_tokens").longValue());
    assertThat(usage.completionTokens()).isEqualTo(sent.path("completion_tokens").longValue());
    assertThat(usage.totalTokens()).isEqualTo(sent.path("total_tokens").longValue());
    JsonNode prompt = sent.path("prompt_tokens_details");
    JsonNode completion = sent.path("completion_tokens_details");
    JsonNode tools = sent.path("server_tool_use_details");
    assertCount(usage.cachedTokens(), prompt.path("cached_tokens"));
    assertCount(usage.cacheWriteTokens(), prompt.path("cache_write_tokens"));
    assertCount(usage.videoTokens(), prompt.path("video_tokens"));
    assertCount(usage.reasoningTokens(), completion.path("reasoning_tokens"));
    assertCount(usage.imageTokens(), completion.path("image_tokens"));
    assertCount(usage.acceptedPredictionTokens(), completion.path("accepted_prediction_tokens"));
    assertCount(usage.rejectedPredictionTokens(), completion.path("rejected_prediction_tokens"));
    assertCount(usage.serverToolCallsRequested(), tools.path("tool_calls_requested"));
    assertCount(usage.serverToolCallsExecuted(), tools.path("tool_calls_executed"));
    assertCount(usage.webSearchRequests(), tools.path("web_search_requests"));
    boolean audio = prompt.has("audio_tokens") || completion.has("audio_tokens");
    assertThat(usage.audioTokens().isPresent()).isEqualTo(audio);
    JsonNode details = sent.path("cost_details");
    assertAmount(cost.inference(), details.path("upstream_inference_cost"));
    assertAmount(cost.promptInference(), details.path("upstream_inference_prompt_cost"));
    assertAmount(cost.completionInference(), details.path("upstream_inference_completions_cost"));
    JsonNode charged = sent.path("cost");
    assertThat(cost.complete()).isEqualTo(charged.isNumber());
    assertThat(cost.amount())
        .isEqualTo(charged.isNumber() ? charged.decimalValue() : BigDecimal.ZERO);
  }

  private static void assertCount(OptionalLong count, JsonNode sent) {
    assertThat(count)
        .isEqualTo(sent.isNumber() ? OptionalLong.of(sent.longValue()) : OptionalLong.empty());
  }

  private static void assertAmount(Optional<BigDecimal> amount, JsonNode sent) {
    assertThat(amount)
        .isEqualTo(sent.isNumber() ? Optional.of(sent.decimalValue()) : Optional.empty());
  }

  private static void assertFailure(
      OpenRouterException e, int status, JsonNode error, JsonNode body) {
    if (error.isMissingNode()) {
      // A call of a tool, or nothing at all.
      assertThat(e).isInstanceOf(EmptyResponseException.class);
      assertUsage(e.usage(), e.cost(), body.path("usage"));
      return;
    }
    Class<?> type =
        status == 200
            ? ProviderException.class
            : Map.of(
                    400, InvalidRequestException.class,
                    403, PermissionDeniedException.class,
                    404, NoEndpointsException.class,
                    429, RateLimitException.class)
                .get(status);
    assertThat(e).isExactlyInstanceOf(type);
    assertThat(e.status()).isEqualTo(error.path("code").intValue());
    assertThat(e.provider().orElse(null))
        .isEqualTo(
            error
                .path("metadata")
                .path("provider_name")
                .asString(body.path("provider").asString(null)));
    assertThat(e.getMessage()).doesNotContain("Provider returned error").doesNotContain("{\"error");
    assertThat(e.getMessage()).contains(ownWords(error));
    JsonNode user = body.path("user_id");
    if (user.isString()) {
      assertThat(e.toString() + e.rawBody()).doesNotContain(user.stringValue());
    }
  }

  /** Some words of the server's own reason. */
  private static String ownWords(JsonNode error) {
    JsonNode raw = error.path("metadata").path("raw");
    String text =
        raw.asString("").isEmpty() ? error.path("message").stringValue() : raw.asString("");
    for (int depth = 0; depth < 4 && text.strip().startsWith("{"); depth++) {
      JsonNode inner = JSON.readTree(text);
      JsonNode sentence = inner.path("error").path("message");
      sentence = sentence.isMissingNode() ? inner.path("error") : sentence;
      sentence = sentence.isMissingNode() ? inner.path("errors").path(0).path("message") : sentence;
      text = sentence.stringValue();
    }
    int json = text.indexOf('{');
    String plain = json < 0 ? text : text.substring(0, json);
    return plain.strip().lines().findFirst().orElseThrow();
  }

  private static MockResponse reply(JsonNode response, int status) {
    MockResponse.Builder reply = new MockResponse.Builder().code(status);
    response
        .path("headers")
        .properties()
        .forEach(header -> reply.addHeader(header.getKey(), header.getValue().asString()));
    return reply.body(response.path("body").stringValue()).build();
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
