package io.typedprompt.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.CacheControlOptions;
import io.typedprompt.MaxPriceOptions;
import io.typedprompt.PercentileOptions;
import io.typedprompt.PluginOptions;
import io.typedprompt.PromptCacheOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.TraceOptions;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.Transform;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exact bodies, since caches compare bytes. */
class RequestWriterTest {
  private static final List<ChatMessage> HI = List.of(ChatMessage.user("Hi"));
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
  private static final String SCHEMA = "{\"type\":\"object\"}";

  private static PromptOptions.Builder options() {
    return PromptOptions.builder();
  }

  private static String body(PromptOptions options, @Nullable AnswerSchema schema) {
    return new String(RequestWriter.write(new ChatRequest(options, HI, schema, false)), UTF_8);
  }

  private static String body(PromptOptions.Builder options) {
    return body(options.build(), null);
  }

  /** The body with these fields after the messages. */
  private static String with(String fields) {
    return "{" + MESSAGES + "," + fields + "}";
  }

  @Test
  void nothingThatIsNotSetIsSent() {
    assertThat(body(options())).isEqualTo("{" + MESSAGES + "}");
  }

  @Test
  void whatTheClientKeepsForItselfIsNotSent() {
    PromptOptions.Builder options =
        options()
            .maxAttempts(3)
            .strict(true)
            .roundIntegers(true)
            .timeoutSeconds(5)
            .maxCost(1)
            .structuredOutput(StructuredOutput.TOOL)
            .appReferer("https://a.example")
            .appTitle("A")
            .appCategories("game")
            .extraHeader("X-A", "a");
    assertThat(body(options)).isEqualTo("{" + MESSAGES + "}");
  }

  @Test
  void oneNumberIsTheMedianAndFurtherPercentilesMakeAnObject() {
    PercentileOptions cutoffs = PercentileOptions.builder().p90(50).p75(60.5).build();
    assertThat(
            body(
                options()
                    .provider(
                        ProviderOptions.builder()
                            .preferredMinThroughput(100)
                            .minThroughputPercentiles(cutoffs)
                            .preferredMaxLatency(2)
                            .build())))
        .isEqualTo(
            with(
                "\"provider\":{\"preferred_min_throughput\":{\"p50\":100.0,\"p75\":60.5,"
                    + "\"p90\":50.0},\"preferred_max_latency\":2.0}"));
    assertThat(
            body(
                options()
                    .provider(
                        ProviderOptions.builder()
                            .maxLatencyPercentiles(PercentileOptions.builder().p99(3).build())
                            .build())))
        .isEqualTo(with("\"provider\":{\"preferred_max_latency\":{\"p99\":3.0}}"));
  }

  @Test
  void objectsOfTheApiAreWrittenMemberByMember() {
    PromptOptions.Builder options =
        options()
            .trace(
                TraceOptions.builder()
                    .metadata("team", "blue")
                    .metadata("build", Map.of("number", 7))
                    .parentSpanId("p")
                    .generationName("g")
                    .spanName("s")
                    .traceName("n")
                    .traceId("t")
                    .build())
            .promptCacheOptions(PromptCacheOptions.builder().ttl("30m").build())
            .cacheControl(CacheControlOptions.builder().automatic("5m").build())
            .prediction("the \"old\" text")
            .reasoning(ReasoningOptions.builder().mode("pro").context("all_turns").build());
    assertThat(body(options))
        .isEqualTo(
            with(
                "\"reasoning\":{\"context\":\"all_turns\",\"mode\":\"pro\"},"
                    + "\"prediction\":{\"type\":\"content\",\"content\":\"the \\\"old\\\" text\"},"
                    + "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"5m\"},"
                    + "\"prompt_cache_options\":{\"mode\":\"explicit\",\"ttl\":\"30m\"},"
                    + "\"trace\":{\"trace_id\":\"t\",\"trace_name\":\"n\",\"span_name\":\"s\","
                    + "\"generation_name\":\"g\",\"parent_span_id\":\"p\","
                    + "\"build\":{\"number\":7},\"team\":\"blue\"}"));
  }

  @Test
  void onlyAMessageWithAMarkIsABlock() {
    List<ChatMessage> messages =
        List.of(ChatMessage.system("S").cached("1h"), ChatMessage.user("Hi").cached("5m"));
    AnswerSchema schema = new AnswerSchema("A", SCHEMA, StructuredOutput.PROMPT);
    String json =
        new String(
            RequestWriter.write(new ChatRequest(options().build(), messages, schema, false)),
            UTF_8);
    assertThat(json)
        .startsWith(
            "{\"messages\":[{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"S\","
                + "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}]},"
                + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\\n\\n")
        .endsWith("\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"5m\"}}]}]}");
  }

  @Test
  void everyOptionIsSentAsTheApiSpellsIt() {
    PromptOptions.Builder options =
        options()
            .models("a/b", "c/d")
            .route(Route.FALLBACK)
            .transforms(Transform.MIDDLE_OUT)
            .provider(
                ProviderOptions.builder()
                    .order("together", "fireworks")
                    .only("together")
                    .ignore("azure")
                    .allowFallbacks(false)
                    .requireParameters(true)
                    .dataCollection("deny")
                    .zdr(true)
                    .enforceDistillableText(false)
                    .quantizations("fp8", "bf16")
                    .sort("price")
                    .preferredMinThroughput(10.5)
                    .preferredMaxLatency(2)
                    .maxPrice(
                        MaxPriceOptions.builder()
                            .prompt(1)
                            .completion(2.5)
                            .request(0)
                            .image(0.00001)
                            .audio(100)
                            .build())
                    .build())
            .temperature(0.2)
            .topP(0.9)
            .topK(40)
            .minP(0.05)
            .topA(0.1)
            .repetitionPenalty(1.1)
            .frequencyPenalty(-0.5)
            .presencePenalty(0.5)
            .seed(42)
            .maxTokens(100)
            .stop("END")
            .topLogprobs(5)
            .logitBias(50256, -100)
            .logitBias(9, 1.5)
            .reasoning(
                ReasoningOptions.builder()
                    .effort("high")
                    .exclude(true)
                    .enabled(true)
                    .summary("auto")
                    .build())
            .verbosity("low")
            .plugins(PluginOptions.of("web", "{\"max_results\": 3, \"engine\": \"exa\"}"))
            .preset("mine")
            .serviceTier("flex")
            .user("u")
            .sessionId("s")
            .promptCacheKey("k")
            .metadata("b", "2")
            .metadata("a", "1")
            .extraBody("safe_prompt", true);
    assertThat(body(options))
        .isEqualTo(
            "{\"models\":[\"a/b\",\"c/d\"],"
                + MESSAGES
                + ",\"route\":\"fallback\",\"temperature\":0.2,\"top_p\":0.9,\"top_k\":40,"
                + "\"min_p\":0.05,\"top_a\":0.1,\"repetition_penalty\":1.1,"
                + "\"frequency_penalty\":-0.5,\"presence_penalty\":0.5,\"seed\":42,"
                + "\"max_tokens\":100,\"stop\":[\"END\"],\"top_logprobs\":5,"
                + "\"logit_bias\":{\"9\":1.5,\"50256\":-100.0},\"verbosity\":\"low\","
                + "\"preset\":\"mine\",\"service_tier\":\"flex\",\"user\":\"u\","
                + "\"session_id\":\"s\",\"prompt_cache_key\":\"k\","
                + "\"metadata\":{\"a\":\"1\",\"b\":\"2\"},\"logprobs\":true,"
                + "\"plugins\":[{\"id\":\"web\",\"max_results\":3,\"engine\":\"exa\"},"
                + "{\"id\":\"context-compression\"}],"
                + "\"reasoning\":{\"effort\":\"high\",\"exclude\":true,\"enabled\":true,"
                + "\"summary\":\"auto\"},"
                + "\"provider\":{\"order\":[\"together\",\"fireworks\"],\"only\":[\"together\"],"
                + "\"ignore\":[\"azure\"],\"allow_fallbacks\":false,\"require_parameters\":true,"
                + "\"data_collection\":\"deny\",\"zdr\":true,\"enforce_distillable_text\":false,"
                + "\"quantizations\":[\"fp8\",\"bf16\"],\"preferred_min_throughput\":10.5,"
                + "\"preferred_max_latency\":2.0,\"sort\":\"price\","
                + "\"max_price\":{\"prompt\":\"1\",\"completion\":\"2.5\",\"request\":\"0\","
                + "\"image\":\"0.00001\",\"audio\":\"100\"}},"
                + "\"safe_prompt\":true}");
  }

  @Test
  void theSameOptionsInAnotherOrderGiveTheSameBytes() {
    PromptOptions.Builder one =
        options().temperature(1).metadata("a", "1").metadata("b", "2").extraBody("x", 1).topK(5);
    PromptOptions.Builder other =
        options().topK(5).extraBody("x", 1).metadata("b", "2").metadata("a", "1").temperature(1);
    assertThat(body(one)).isEqualTo(body(other));
  }

  @Test
  void oneModelIsModel() {
    assertThat(body(options().models("a/b"))).isEqualTo("{\"model\":\"a/b\"," + MESSAGES + "}");
  }

  @Test
  void alternativesHaveTheirOwnFields() {
    assertThat(body(options().maxCompletionTokens(7)))
        .isEqualTo(with("\"max_completion_tokens\":7"));
    assertThat(body(options().reasoning(ReasoningOptions.builder().maxTokens(7).build())))
        .isEqualTo(with("\"reasoning\":{\"max_tokens\":7}"));
    assertThat(body(options().route(Route.SORT))).isEqualTo(with("\"route\":\"sort\""));
  }

  @Test
  void topLogprobsImplyLogprobs() {
    assertThat(body(options().topLogprobs(0)))
        .isEqualTo(with("\"top_logprobs\":0,\"logprobs\":true"));
    assertThat(body(options().topLogprobs(2).logprobs(true)))
        .isEqualTo(with("\"top_logprobs\":2,\"logprobs\":true"));
    assertThat(body(options().logprobs(false))).isEqualTo(with("\"logprobs\":false"));
  }

  @Test
  void transformsAreTheCompressionPlugin() {
    assertThat(body(options().transforms(Transform.MIDDLE_OUT)))
        .isEqualTo(with("\"plugins\":[{\"id\":\"context-compression\"}]"));
    assertThat(body(options().transforms()))
        .isEqualTo(with("\"plugins\":[{\"id\":\"context-compression\",\"enabled\":false}]"));
    PluginOptions written = PluginOptions.of("context-compression", "{\"engine\":\"middle-out\"}");
    assertThat(body(options().transforms().plugins(written)))
        .as("what is written about the plugin itself counts")
        .isEqualTo(
            with("\"plugins\":[{\"id\":\"context-compression\",\"engine\":\"middle-out\"}]"));
    assertThat(body(options().plugins())).isEqualTo(with("\"plugins\":[]"));
  }

  @Test
  void sortIsATextOrWithAPartitionAnObject() {
    assertThat(body(options().provider(ProviderOptions.builder().sort("price").build())))
        .isEqualTo(with("\"provider\":{\"sort\":\"price\"}"));
    assertThat(
            body(
                options()
                    .provider(ProviderOptions.builder().sort("price").partition("none").build())))
        .isEqualTo(with("\"provider\":{\"sort\":{\"by\":\"price\",\"partition\":\"none\"}}"));
    assertThat(body(options().provider(ProviderOptions.builder().partition("model").build())))
        .isEqualTo(with("\"provider\":{\"sort\":{\"partition\":\"model\"}}"));
  }

  @Test
  void pricesAreTextsWithoutExponent() {
    MaxPriceOptions price = MaxPriceOptions.builder().prompt(1e-7).image(1e7).build();
    assertThat(body(options().provider(ProviderOptions.builder().maxPrice(price).build())))
        .isEqualTo(
            with("\"provider\":{\"max_price\":{\"prompt\":\"0.0000001\",\"image\":\"10000000\"}}"));
  }

  @Test
  void emptyListsAreSentAsWritten() {
    assertThat(body(options().stop().provider(ProviderOptions.builder().ignore().build())))
        .isEqualTo(with("\"stop\":[],\"provider\":{\"ignore\":[]}"));
  }

  @Test
  void extraFieldsKeepTheirValues() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("z", null);
    map.put("a", Arrays.asList(1, 2L, (short) 3, 1.5, 2.5f, false, "x"));
    map.put("d", new BigDecimal("1.10"));
    map.put("i", new BigInteger("99999999999999999999"));
    assertThat(body(options().extraBody("own", map).extraBody("none", null)))
        .isEqualTo(
            with(
                "\"none\":null,\"own\":{\"z\":null,\"a\":[1,2,3,1.5,2.5,false,\"x\"],"
                    + "\"d\":1.10,\"i\":99999999999999999999}"));
  }

  @Test
  void aStreamIsAskedForLast() {
    byte[] body = RequestWriter.write(new ChatRequest(options().topK(1).build(), HI, null, true));
    assertThat(body).asString(UTF_8).isEqualTo(with("\"top_k\":1,\"stream\":true"));
  }

  @Test
  void messagesKeepTheirOrderAndEveryCharacter() {
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system("S \"q\" \\ \n\t\u0001"),
            ChatMessage.user("Grüße 😀 \u2028"),
            ChatMessage.assistant("{"));
    byte[] body = RequestWriter.write(new ChatRequest(options().build(), messages, null, false));
    assertThat(body)
        .asString(UTF_8)
        .isEqualTo(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"S \\\"q\\\" \\\\ \\n\\t\\u0001\"},"
                + "{\"role\":\"user\",\"content\":\"Grüße 😀 \u2028\"},"
                + "{\"role\":\"assistant\",\"content\":\"{\"}]}");
  }

  @Test
  void halfASurrogatePairDoesNotStopTheRequest() {
    List<ChatMessage> messages = List.of(ChatMessage.user("cut \ud83d"));
    byte[] body = RequestWriter.write(new ChatRequest(options().build(), messages, null, false));
    assertThat(body)
        .asString(UTF_8)
        .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"cut ?\"}]}");
  }

  // The form of the answer

  @Test
  void aSchemaIsAResponseFormatThatEndpointsMustKnow() {
    String expected =
        with(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Triage\","
                + "\"strict\":true,\"schema\":{\"type\":\"object\"}}},"
                + "\"provider\":{\"require_parameters\":true}");
    PromptOptions none = options().build();
    assertThat(body(none, new AnswerSchema("Triage", SCHEMA, StructuredOutput.JSON_SCHEMA)))
        .isEqualTo(expected);
    assertThat(body(none, new AnswerSchema("Triage", SCHEMA, StructuredOutput.AUTO)))
        .isEqualTo(expected);
  }

  @Test
  void aToolIsOneFunctionThatMustBeCalled() {
    AnswerSchema tool = new AnswerSchema("Triage", SCHEMA, StructuredOutput.TOOL);
    assertThat(body(options().build(), tool))
        .isEqualTo(
            with(
                "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"Triage\","
                    + "\"description\":\"Takes the answer.\",\"strict\":true,"
                    + "\"parameters\":{\"type\":\"object\"}}}],"
                    + "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"Triage\"}},"
                    + "\"provider\":{\"require_parameters\":true}"));
  }

  @Test
  void whatIsNotStrictSaysSo() {
    AnswerSchema shown = new AnswerSchema("T", SCHEMA, StructuredOutput.AUTO, false, true);
    assertThat(body(options().build(), shown)).contains("\"strict\":false,\"schema\":");
    AnswerSchema tool = new AnswerSchema("T", SCHEMA, StructuredOutput.TOOL, false, true);
    assertThat(body(options().build(), tool)).contains("\"strict\":false,\"parameters\":");
  }

  @Test
  void theDeveloperDecidesAboutRequireParameters() {
    AnswerSchema schema = new AnswerSchema("T", SCHEMA, StructuredOutput.TOOL);
    PromptOptions decided =
        options().provider(ProviderOptions.builder().requireParameters(false).build()).build();
    assertThat(body(decided, schema)).endsWith(",\"provider\":{\"require_parameters\":false}}");
    PromptOptions undecided =
        options().provider(ProviderOptions.builder().sort("price").zdr(true).build()).build();
    assertThat(body(undecided, schema))
        .endsWith(",\"provider\":{\"zdr\":true,\"require_parameters\":true,\"sort\":\"price\"}}");
  }

  @Test
  void aSchemaInWordsStandsAtTheEndOfTheLastUserMessage() {
    AnswerSchema words = new AnswerSchema("T", SCHEMA, StructuredOutput.PROMPT);
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system("S"),
            ChatMessage.user("example"),
            ChatMessage.assistant("{}"),
            ChatMessage.user("Hi"),
            ChatMessage.assistant("{"));
    byte[] body = RequestWriter.write(new ChatRequest(options().build(), messages, words, false));
    assertThat(body)
        .asString(UTF_8)
        .isEqualTo(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"S\"},"
                + "{\"role\":\"user\",\"content\":\"example\"},"
                + "{\"role\":\"assistant\",\"content\":\"{}\"},"
                + "{\"role\":\"user\",\"content\":\"Hi\\n\\nAnswer with one JSON value of this"
                + " form, and with nothing else: no explanation, no comments, no code fence.\\n"
                + "object\"},"
                + "{\"role\":\"assistant\",\"content\":\"{\"}]}");
  }

  @Test
  void aSchemaInWordsIsAMessageOfItsOwnWhereThereIsNone() {
    List<ChatMessage> messages = SchemaPrompt.append(SCHEMA, List.of(ChatMessage.system("S")));
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).role()).isEqualTo("user");
    assertThat(messages.get(1).text())
        .startsWith("Answer with one JSON value")
        .endsWith("\nobject");
  }
}
