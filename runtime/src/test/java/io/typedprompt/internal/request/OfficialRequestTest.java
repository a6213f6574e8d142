package io.typedprompt.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import io.typedprompt.internal.options.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds requests with any options against OpenRouter's own OpenAPI document. */
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
class OfficialRequestTest {
  private static final int ROUNDS = 500;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANSWER =
      "{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}";

  private static Schema request;

  /**
   * The document lets any field pass; here only those that it names, and those that OpenRouter's
   * guides describe beyond it.
   */
  @BeforeAll
  static void readDocument() {
    Path file = Path.of(System.getenv("TYPEDPROMPT_SHARED"), "openapi.yaml");
    JsonNode document = new YAMLMapper().readTree(file);
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    close(schemas, "ChatRequest", "preset", "verbosity");
    close(schemas, "ChatRequest/properties/reasoning", "max_tokens", "exclude", "enabled");
    close(schemas, "ChatRequest/properties/reasoning", "context", "mode");
    close(schemas, "PromptCacheOptions");
    close(schemas, "Prediction");
    close(schemas, "PercentileThroughputCutoffs");
    close(schemas, "PercentileLatencyCutoffs");
    close(schemas, "ChatSystemMessage");
    close(schemas, "ChatUserMessage");
    close(schemas, "ChatContentText");
    ObjectNode schema = JSON.createObjectNode().put("$ref", "#/components/schemas/ChatRequest");
    schema.set("components", document.path("components"));
    request =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static void close(ObjectNode schemas, String path, String... further) {
    ObjectNode schema = (ObjectNode) schemas.at("/" + path);
    ObjectNode properties = (ObjectNode) schema.path("properties");
    assertThat(properties.size()).as(path).isPositive();
    for (String name : further) {
      assertThat(properties.has(name)).as(name).isFalse();
      properties.putObject(name);
    }
    schema.put("additionalProperties", false);
  }

  @Test
  void anyOptionsFitAndGiveTheSameBytes() {
    Random random = new Random(20261125);
    Set<String> used = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Consumer<PromptOptions.Builder>> setters = setters(random);
      setters.removeIf(setter -> random.nextInt(3) == 0);
      PromptOptions options = build(setters);
      Collections.shuffle(setters, random);
      used.addAll(options.toMap().keySet());
      AnswerSchema schema = schema(random);
      byte[] body = RequestWriter.write(chat(options, schema, round));

      assertThat(RequestWriter.write(chat(build(setters), schema, round))).isEqualTo(body);
      String json = new String(body, UTF_8);
      assertThat(request.validate(JSON.readTree(json)).stream().map(Object::toString).toList())
          .as(json)
          .isEmpty();
    }
    List<String> all = new ArrayList<>();
    for (Option option : Option.values()) {
      if (option.place() != Option.Place.HEADER && option.place() != Option.Place.NOT_SENT) {
        all.add(option.optionName());
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void whatTheDocumentDoesNotNameIsNoticed() {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],%s}";
    for (String wrong :
        List.of(
            "\"temprature\":1",
            "\"temperature\":\"1\"",
            "\"provider\":{\"sorted\":\"price\"}",
            "\"reasoning\":{\"depth\":1}",
            "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"2h\"}")) {
      assertThat(request.validate(JSON.readTree(body.formatted(wrong)))).as(wrong).isNotEmpty();
    }
  }

  private static PromptOptions build(List<Consumer<PromptOptions.Builder>> setters) {
    PromptOptions.Builder options = PromptOptions.builder();
    setters.forEach(setter -> setter.accept(options));
    return options.build();
  }

  private static ChatRequest chat(PromptOptions options, @Nullable AnswerSchema schema, int round) {
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system("S").cached(round % 2 == 0 ? "1h" : null),
            ChatMessage.user("Hi").cached(round % 3 == 0 ? "5m" : null));
    return new ChatRequest(options, messages, schema, round % 5 == 0);
  }

  private static @Nullable AnswerSchema schema(Random random) {
    StructuredOutput[] modes = StructuredOutput.values();
    int mode = random.nextInt(modes.length + 1);
    return mode == modes.length ? null : new AnswerSchema("A", ANSWER, modes[mode]);
  }

  /** One or more values of every option that is sent, in groups that do not contradict. */
  private static List<Consumer<PromptOptions.Builder>> setters(Random random) {
    List<Consumer<PromptOptions.Builder>> setters = new ArrayList<>();
    String[] models = random.nextBoolean() ? new String[] {"a/b"} : new String[] {"a/b", "c/d"};
    setters.add(o -> o.models(models));
    setters.add(o -> o.transforms(Transform.MIDDLE_OUT));
    if (random.nextBoolean()) {
      setters.add(o -> o.route(Route.SORT));
    } else {
      setters.add(provider(p -> p.partition("none")));
    }
    setters.add(provider(p -> p.sort("price")));
    setters.add(provider(p -> p.order("together", "fireworks").allowFallbacks(false)));
    setters.add(provider(p -> p.only("together").ignore("azure")));
    setters.add(provider(p -> p.requireParameters(true).dataCollection("deny").zdr(true)));
    setters.add(provider(p -> p.enforceDistillableText(true).quantizations("fp8", "bf16")));
    setters.add(provider(p -> p.preferredMinThroughput(random.nextInt(100))));
    setters.add(provider(p -> p.preferredMaxLatency(random.nextDouble())));
    PercentileOptions cutoffs = PercentileOptions.builder().p75(1.5).p90(2).p99(3).build();
    setters.add(provider(p -> p.minThroughputPercentiles(cutoffs)));
    setters.add(provider(p -> p.maxLatencyPercentiles(cutoffs)));
    setters.add(
        provider(
            p ->
                p.maxPrice(
                    MaxPriceOptions.builder()
                        .prompt(random.nextDouble())
                        .completion(1)
                        .request(0)
                        .image(0.01)
                        .audio(2)
                        .build())));
    double two = random.nextDouble() * 2;
    double one = random.nextDouble();
    setters.add(o -> o.temperature(two).topP(one).minP(one).topA(one));
    setters.add(o -> o.topK(7).seed(-9_000_000_000L));
    setters.add(o -> o.repetitionPenalty(two).frequencyPenalty(-two).presencePenalty(two));
    if (random.nextBoolean()) {
      setters.add(o -> o.maxTokens(5));
    } else {
      setters.add(o -> o.maxCompletionTokens(5));
    }
    setters.add(o -> o.stop("END", "\n"));
    setters.add(o -> o.logprobs(true).topLogprobs(3));
    setters.add(o -> o.logitBias(3, -5.5).logitBias(10, 100));
    if (random.nextBoolean()) {
      setters.add(o -> o.reasoning(ReasoningOptions.builder().effort("low").build()));
    } else {
      setters.add(o -> o.reasoning(ReasoningOptions.builder().maxTokens(9).build()));
    }
    setters.add(
        o ->
            o.reasoning(
                ReasoningOptions.builder()
                    .exclude(true)
                    .enabled(true)
                    .summary("auto")
                    .context("auto")
                    .mode("pro")
                    .build()));
    setters.add(o -> o.verbosity("low").preset("p").prediction("text"));
    setters.add(
        o ->
            o.plugins(
                PluginOptions.of("web", "{\"max_results\":3,\"engine\":\"exa\"}"),
                PluginOptions.of("response-healing")));
    setters.add(o -> o.serviceTier("flex").user("u").sessionId("s").promptCacheKey("k"));
    setters.add(
        o ->
            o.promptCacheOptions(PromptCacheOptions.builder().mode("explicit").ttl("30m").build()));
    setters.add(
        o ->
            o.cacheControl(
                CacheControlOptions.builder()
                    .system("1h")
                    .examples("5m")
                    .user("5m")
                    .automatic("5m")
                    .build()));
    setters.add(o -> o.metadata("a", "1").metadata("b", "2"));
    setters.add(
        o ->
            o.trace(
                TraceOptions.builder()
                    .traceId("t")
                    .traceName("n")
                    .spanName("s")
                    .generationName("g")
                    .parentSpanId("p")
                    .metadata("own", List.of(1, 2))
                    .build()));
    return setters;
  }

  private static Consumer<PromptOptions.Builder> provider(
      Function<ProviderOptions.Builder, ProviderOptions.Builder> setter) {
    ProviderOptions options = setter.apply(ProviderOptions.builder()).build();
    return o -> o.provider(options);
  }
}
