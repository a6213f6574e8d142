package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.StructuredOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PromptOptionsTest {
  private static PromptOptions.Builder options() {
    return PromptOptions.builder();
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action::run).withMessage(message);
  }

  @Test
  void theMapHasTheNamesOfTheAnnotationsInTheOrderOfTheTable() {
    PromptOptions options =
        options()
            .timeout(Duration.ofSeconds(30))
            .extraHeader("X-B", "b")
            .extraHeader("x-a", "a")
            .extraBody("safe_prompt", true)
            .maxCost(0.50)
            .reasoning(ReasoningOptions.builder().effort("high").exclude(true).build())
            .logitBias(50256, -100)
            .logitBias(7, 1.5)
            .temperature(0.2)
            .provider(
                ProviderOptions.builder()
                    .maxPrice(MaxPriceOptions.builder().prompt(1).build())
                    .order("together", "fireworks")
                    .build())
            .models("a/b", "c/d")
            .build();
    assertThat(options.toMap())
        .containsExactly(
            Map.entry("models", List.of("a/b", "c/d")),
            Map.entry("provider.order", List.of("together", "fireworks")),
            Map.entry("provider.maxPrice.prompt", 1.0),
            Map.entry("temperature", 0.2),
            Map.entry("logitBias", Map.of(7, 1.5, 50256, -100.0)),
            Map.entry("reasoning.effort", "high"),
            Map.entry("reasoning.exclude", true),
            Map.entry("timeoutSeconds", Duration.ofSeconds(30)),
            Map.entry("maxCost", new BigDecimal("0.5")),
            Map.entry("extraBody.safe_prompt", true),
            Map.entry("extraHeader.x-a", "a"),
            Map.entry("extraHeader.x-b", "b"));
    assertThat(options)
        .hasToString(
            "PromptOptions{models=[a/b, c/d], provider.order=[together, fireworks],"
                + " provider.maxPrice.prompt=1.0, temperature=0.2, logitBias={7=1.5, 50256=-100.0},"
                + " reasoning.effort=high, reasoning.exclude=true, timeoutSeconds=PT30S,"
                + " maxCost=0.5, extraBody.safe_prompt=true, extraHeader.x-a=(hidden),"
                + " extraHeader.x-b=(hidden)}");
  }

  @Test
  void everyOtherMethodSetsItsOption() {
    PromptOptions options =
        options()
            .route(Route.FALLBACK)
            .transforms()
            .topP(0.5)
            .topK(40)
            .minP(0.05)
            .topA(0.1)
            .repetitionPenalty(1.1)
            .frequencyPenalty(-1)
            .presencePenalty(1)
            .seed(Long.MIN_VALUE)
            .maxTokens(100)
            .stop("\n", "END")
            .logprobs(true)
            .topLogprobs(5)
            .verbosity("low")
            .plugins(PluginOptions.of("web", "{\"max_results\":3}"))
            .preset("mine")
            .serviceTier("flex")
            .user("u-1")
            .sessionId("s-1")
            .promptCacheKey("k")
            .metadata("b", "2")
            .metadata("a", "")
            .appReferer("https://myapp.example")
            .appTitle("My App")
            .appCategories("cli-agent", "game")
            .structuredOutput(StructuredOutput.TOOL)
            .maxAttempts(3)
            .strict(true)
            .roundIntegers(true)
            .timeoutSeconds(1.5)
            .build();
    assertThat(options.toMap())
        .containsExactly(
            Map.entry("route", Route.FALLBACK),
            Map.entry("transforms", List.of()),
            Map.entry("topP", 0.5),
            Map.entry("topK", 40),
            Map.entry("minP", 0.05),
            Map.entry("topA", 0.1),
            Map.entry("repetitionPenalty", 1.1),
            Map.entry("frequencyPenalty", -1.0),
            Map.entry("presencePenalty", 1.0),
            Map.entry("seed", Long.MIN_VALUE),
            Map.entry("maxTokens", 100),
            Map.entry("stop", List.of("\n", "END")),
            Map.entry("logprobs", true),
            Map.entry("topLogprobs", 5),
            Map.entry("verbosity", "low"),
            Map.entry("plugins", List.of(PluginOptions.of("web", "{\"max_results\": 3}"))),
            Map.entry("preset", "mine"),
            Map.entry("serviceTier", "flex"),
            Map.entry("user", "u-1"),
            Map.entry("sessionId", "s-1"),
            Map.entry("promptCacheKey", "k"),
            Map.entry("metadata", Map.of("a", "", "b", "2")),
            Map.entry("appReferer", "https://myapp.example"),
            Map.entry("appTitle", "My App"),
            Map.entry("appCategories", List.of("cli-agent", "game")),
            Map.entry("structuredOutput", StructuredOutput.TOOL),
            Map.entry("maxAttempts", 3),
            Map.entry("strict", true),
            Map.entry("roundIntegers", true),
            Map.entry("timeoutSeconds", Duration.ofMillis(1500)));
  }

  @Test
  void everyMemberOfAGroupSetsItsOption() {
    PromptOptions options =
        options()
            .provider(
                ProviderOptions.builder()
                    .order("a")
                    .only("b")
                    .ignore("c", "d")
                    .allowFallbacks(false)
                    .requireParameters(true)
                    .dataCollection("deny")
                    .zdr(true)
                    .enforceDistillableText(true)
                    .quantizations("fp8")
                    .sort("price")
                    .partition("none")
                    .preferredMinThroughput(10)
                    .preferredMaxLatency(2)
                    .maxPrice(
                        MaxPriceOptions.builder()
                            .prompt(1)
                            .completion(2)
                            .request(3)
                            .image(4)
                            .audio(5)
                            .build())
                    .build())
            .reasoning(
                ReasoningOptions.builder()
                    .maxTokens(9)
                    .exclude(false)
                    .enabled(true)
                    .summary("auto")
                    .build())
            .build();
    assertThat(options.toMap())
        .containsExactly(
            Map.entry("provider.order", List.of("a")),
            Map.entry("provider.only", List.of("b")),
            Map.entry("provider.ignore", List.of("c", "d")),
            Map.entry("provider.allowFallbacks", false),
            Map.entry("provider.requireParameters", true),
            Map.entry("provider.dataCollection", "deny"),
            Map.entry("provider.zdr", true),
            Map.entry("provider.enforceDistillableText", true),
            Map.entry("provider.quantizations", List.of("fp8")),
            Map.entry("provider.sort", "price"),
            Map.entry("provider.partition", "none"),
            Map.entry("provider.preferredMinThroughput", 10.0),
            Map.entry("provider.preferredMaxLatency", 2.0),
            Map.entry("provider.maxPrice.prompt", 1.0),
            Map.entry("provider.maxPrice.completion", 2.0),
            Map.entry("provider.maxPrice.request", 3.0),
            Map.entry("provider.maxPrice.image", 4.0),
            Map.entry("provider.maxPrice.audio", 5.0),
            Map.entry("reasoning.maxTokens", 9),
            Map.entry("reasoning.exclude", false),
            Map.entry("reasoning.enabled", true),
            Map.entry("reasoning.summary", "auto"));
  }

  @Test
  void equalOptionsAreEqualHoweverTheyWereSet() {
    PromptOptions one = options().temperature(1).models("a").maxCost(1).build();
    PromptOptions other =
        options()
            .models("a")
            .maxCost(new BigDecimal("1.00"))
            .temperature(0.3)
            .temperature(1)
            .build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(options().temperature(1).models("a").build());
    assertThat(one).isNotEqualTo(one.toBuilder().unset("topK").build());
    ProviderOptions provider = ProviderOptions.builder().order("a").build();
    assertThat(provider)
        .isEqualTo(ProviderOptions.builder().order("a").build())
        .hasSameHashCodeAs(ProviderOptions.builder().order("a").build())
        .isNotEqualTo(ProviderOptions.builder().order("b").build())
        .hasToString("ProviderOptions{provider.order=[a]}");
    assertThat(ReasoningOptions.builder().effort("low").build())
        .isEqualTo(ReasoningOptions.builder().effort("low").build())
        .hasToString("ReasoningOptions{reasoning.effort=low}");
    assertThat(MaxPriceOptions.builder().image(2).build())
        .isEqualTo(MaxPriceOptions.builder().image(2).build())
        .hasToString("MaxPriceOptions{provider.maxPrice.image=2.0}");
    assertThat(PluginOptions.of("web", "{\"a\":1}"))
        .isEqualTo(PluginOptions.of("web", "{ \"a\" : 1 }"))
        .isNotEqualTo(PluginOptions.of("web"))
        .hasToString("web{a=1}");
  }

  @Test
  void theMapCannotBeChanged() {
    PromptOptions options = options().models("a").metadata("k", "v").logitBias(1, 1).build();
    assertThat(options.toMap()).isUnmodifiable();
    assertThat((List<?>) options.toMap().get("models")).isUnmodifiable();
    assertThat((Map<?, ?>) options.toMap().get("metadata")).isUnmodifiable();
    assertThat((Map<?, ?>) options.toMap().get("logitBias")).isUnmodifiable();
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
    PromptOptions.Builder builder = options().metadata("k", "v").temperature(1);
    PromptOptions before = builder.build();
    builder.metadata("l", "w").temperature(2).unset("temperature");
    assertThat(before).isEqualTo(options().metadata("k", "v").temperature(1).build());
  }

  @Test
  void callersArraysAreCopied() {
    String[] models = {"a"};
    PromptOptions options = options().models(models).build();
    models[0] = "b";
    assertThat(options.toMap()).containsEntry("models", List.of("a"));
  }

  // Texts and counts

  @Test
  void wrongModelsAreRefused() {
    assertRefused(
        () -> options().models(),
        "models is empty: to take none from a lower level, use unset(\"models\")");
    assertRefused(() -> options().models("a", " "), "models[1] is blank");
    assertRefused(() -> options().models("a", "b", "a"), "models has \"a\" twice");
    assertRefused(
        () -> options().models("a", "b", "c", "d"),
        "models has 4 entries, but at most 3 are allowed");
    assertThatNullPointerException()
        .isThrownBy(() -> options().models("a", null))
        .withMessage("models[1] is null");
  }

  @Test
  void wrongTextsAreRefused() {
    assertRefused(() -> options().user(""), "user is blank");
    assertRefused(() -> options().preset(" "), "preset is blank");
    assertRefused(() -> options().stop("a", ""), "stop[1] is empty");
    assertRefused(
        () -> options().stop("a", "b", "c", "d", "e"),
        "stop has 5 entries, but at most 4 are allowed");
    assertRefused(
        () -> options().sessionId("x".repeat(257)),
        "sessionId has 257 characters, but at most 256 are allowed");
    assertRefused(() -> ProviderOptions.builder().order("a", ""), "provider.order[1] is empty");
    assertRefused(() -> ProviderOptions.builder().sort(""), "provider.sort is blank");
    assertRefused(() -> ReasoningOptions.builder().effort(""), "reasoning.effort is blank");
    assertThatNullPointerException()
        .isThrownBy(() -> options().user(null))
        .withMessage("user is null");
    assertThatNullPointerException()
        .isThrownBy(() -> options().route(null))
        .withMessage("route is null");
    assertThat(options().sessionId("😀".repeat(256)).build().toMap()).containsKey("sessionId");
  }

  @Test
  void wrongMetadataAreRefused() {
    assertRefused(() -> options().metadata(" ", "v"), "metadata.key is blank");
    assertRefused(
        () -> options().metadata("k".repeat(65), "v"),
        "metadata.key has 65 characters, but at most 64 are allowed");
    assertRefused(
        () -> options().metadata("a[0]", "v"),
        "metadata.key is \"a[0]\", but square brackets are not allowed");
    assertRefused(
        () -> options().metadata("k", "v".repeat(513)),
        "metadata.value has 513 characters, but at most 512 are allowed");
    PromptOptions.Builder builder = options();
    for (int i = 0; i < 16; i++) {
      builder.metadata("k" + i, "v");
    }
    builder.metadata("k0", "changed");
    assertRefused(
        () -> builder.metadata("one more", "v"),
        "metadata has 17 entries, but at most 16 are allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tab\tand ~ | fine
          Über       | appTitle has the character U+00DC (Ü) at index 0, which an HTTP header cannot carry: use printable ASCII only
          A😀        | appTitle has the character U+1F600 (😀) at index 1, which an HTTP header cannot carry: use printable ASCII only
          """)
  void aTitleIsWhatAHeaderCarries(String title, String expected) {
    if (expected.equals("fine")) {
      assertThat(options().appTitle(title).build().toMap()).containsEntry("appTitle", title);
    } else {
      assertRefused(() -> options().appTitle(title), expected);
    }
  }

  @Test
  void controlCharactersInHeadersAreRefusedWithoutShowingThem() {
    assertRefused(
        () -> options().appReferer("https://a\r\nX-Evil: 1"),
        "appReferer has the character U+000D at index 9, which an HTTP header cannot carry: use"
            + " printable ASCII only");
    assertRefused(
        () -> options().extraHeader("X-A", "a\u0000"),
        "extraHeader X-A has the character U+0000 at index 1, which an HTTP header cannot carry:"
            + " use printable ASCII only");
    assertRefused(() -> options().appTitle(" "), "appTitle is blank");
  }

  @Test
  void wrongCategoriesAreRefused() {
    assertRefused(
        () -> options().appCategories("a", "b", "c"),
        "appCategories has 3 entries, but at most 2 are allowed");
    assertRefused(
        () -> options().appCategories("a,b"),
        "appCategories has \"a,b\", but a category has at most 30 characters, lower-case letters"
            + " and hyphens, such as \"cli-agent\"");
    assertRefused(
        () -> options().appCategories("Game"),
        "appCategories has \"Game\", but a category has at most 30 characters, lower-case letters"
            + " and hyphens, such as \"cli-agent\"");
    assertRefused(
        () -> options().appCategories("a".repeat(31)),
        "appCategories has \""
            + "a".repeat(31)
            + "\", but a category has at most 30 characters,"
            + " lower-case letters and hyphens, such as \"cli-agent\"");
    assertRefused(
        () -> options().appCategories("game", "game"), "appCategories has \"game\" twice");
  }

  @Test
  void wrongPluginsAreRefused() {
    assertRefused(() -> PluginOptions.of(""), "plugins.id is blank");
    assertRefused(
        () -> PluginOptions.of("web", "[1]"), "plugins.json of \"web\" is not a JSON object");
    assertRefused(
        () -> PluginOptions.of("web", ""), "plugins.json of \"web\" is not a JSON object");
    assertRefused(
        () -> PluginOptions.of("web", "{\"id\":\"x\"}"),
        "plugins.json of \"web\" has the property \"id\", which names the plugin already");
    assertRefused(
        () -> PluginOptions.of("web", "{\"a\":1,\"a\":2}"),
        "plugins.json of \"web\" has the property \"a\" twice");
    assertRefused(
        () -> PluginOptions.of("web", "{} {}"),
        "plugins.json of \"web\" has more than one JSON value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PluginOptions.of("web", "{a:1}"))
        .withMessageStartingWith("plugins.json of \"web\" is not JSON: Unexpected character");
    assertRefused(
        () -> options().plugins(PluginOptions.of("web"), PluginOptions.of("web", "{\"a\":1}")),
        "plugins has \"web\" twice");
  }

  @Test
  void timesAndCostsAreChecked() {
    assertRefused(
        () -> options().timeoutSeconds(0), "timeoutSeconds is 0.0, but must be 0.001 or more");
    assertRefused(
        () -> options().timeout(Duration.ofMillis(-1)),
        "timeoutSeconds is -0.001, but must be 0.001 or more");
    assertRefused(
        () -> options().maxCost(new BigDecimal("-0.01")),
        "maxCost is -0.01, but must be 0 or more");
    assertRefused(() -> options().maxCost(Double.NaN), "maxCost is NaN, but must be 0 or more");
    assertThat(options().timeoutSeconds(1e300).build().toMap().get("timeoutSeconds"))
        .isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    assertThat(options().timeout(Duration.ofSeconds(Long.MAX_VALUE)).build().toMap())
        .containsEntry("timeoutSeconds", Duration.ofSeconds(Long.MAX_VALUE));
  }

  // Groups that exclude each other

  @Test
  void contradictionsOfOneLevelAreRefused() {
    assertRefused(
        () -> ReasoningOptions.builder().effort("low").maxTokens(5).build(),
        "reasoning.effort and reasoning.maxTokens exclude each other: set only one of them");
    assertRefused(
        () ->
            options()
                .route(Route.SORT)
                .provider(ProviderOptions.builder().partition("none").build())
                .build(),
        "route and provider.partition exclude each other: set only one of them");
    assertRefused(
        () -> options().maxCompletionTokens(1).maxTokens(1).build(),
        "maxTokens and maxCompletionTokens exclude each other: set only one of them");
    assertRefused(
        () -> options().topLogprobs(3).logprobs(false).build(),
        "logprobs = false and topLogprobs exclude each other: set only one of them");
    assertThat(options().topLogprobs(3).logprobs(true).build().toMap()).hasSize(2);
  }

  @Test
  void oneOfAGroupDropsTheOthersOfLowerLevels() {
    PromptOptions low =
        options()
            .reasoning(ReasoningOptions.builder().maxTokens(100).exclude(true).build())
            .topLogprobs(5)
            .build();
    PromptOptions high =
        options()
            .reasoning(ReasoningOptions.builder().effort("high").build())
            .logprobs(false)
            .build();
    assertThat(high.withDefaults(low).toMap())
        .containsExactly(
            Map.entry("logprobs", false),
            Map.entry("reasoning.effort", "high"),
            Map.entry("reasoning.exclude", true));
    assertThat(low.withDefaults(high).toMap())
        .containsExactly(
            Map.entry("topLogprobs", 5),
            Map.entry("reasoning.maxTokens", 100),
            Map.entry("reasoning.exclude", true));
  }

  // Unset

  @Test
  void unsetRemovesFromAllLowerLevels() {
    PromptOptions unset = options().unset("temperature", "provider.order").build();
    PromptOptions low =
        options()
            .temperature(1)
            .topK(1)
            .provider(ProviderOptions.builder().order("a").build())
            .build();
    PromptOptions none = options().build();
    assertThat(unset.withDefaults(none).withDefaults(low).toMap())
        .containsExactly(Map.entry("topK", 1));
    assertThat(unset).hasToString("PromptOptions{unset=[provider.order, temperature]}");
    assertThat(unset.withDefaults(low))
        .hasToString("PromptOptions{topK=1, unset=[provider.order, temperature]}");
  }

  @Test
  void unsetOfAGroupRemovesAllItsMembers() {
    PromptOptions low =
        options()
            .provider(
                ProviderOptions.builder()
                    .zdr(true)
                    .maxPrice(MaxPriceOptions.builder().image(1).build())
                    .build())
            .reasoning(ReasoningOptions.builder().effort("low").build())
            .build();
    assertThat(options().unset("provider").build().withDefaults(low).toMap())
        .containsOnlyKeys("reasoning.effort");
    assertThat(options().unset("provider.maxPrice", "reasoning").build().withDefaults(low).toMap())
        .containsOnlyKeys("provider.zdr");
  }

  @Test
  void inABuilderTheLastWordCounts() {
    PromptOptions base = options().temperature(1).unset("topK").build();
    PromptOptions changed = base.toBuilder().unset("temperature").topK(5).build();
    assertThat(changed.toMap()).containsExactly(Map.entry("topK", 5));
    assertThat(changed.withDefaults(options().temperature(2).topK(7).build())).isEqualTo(changed);
    PromptOptions switched =
        options().maxTokens(1).build().toBuilder()
            .unset("maxTokens")
            .maxCompletionTokens(2)
            .build();
    assertThat(switched.toMap()).containsExactly(Map.entry("maxCompletionTokens", 2));
  }

  @Test
  void openOptionsAreUnsetByName() {
    PromptOptions low =
        options().extraBody("a", 1).extraBody("b", 2).extraHeader("X-A", "a").build();
    PromptOptions unset = options().unset("extraBody.a", "extraHeader.X-A").build();
    assertThat(unset.withDefaults(low).toMap()).containsExactly(Map.entry("extraBody.b", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          temprature         | ; did you mean "temperature"?
          max_tokens         | ; did you mean "maxTokens"?
          Provider.Order     | ; did you mean "provider.order"?
          order              | ; did you mean "provider.order"?
          extraBody.         | ''
          somethingElse      | ''
          provider.          | ; did you mean "provider"?
          reasonning         | ; did you mean "reasoning"?
          """)
  void unknownNamesInUnsetAreRefused(String name, String suggestion) {
    assertRefused(
        () -> options().unset(name),
        "unset has \"" + name + "\", which is not the name of an option" + suggestion);
  }

  // Open options

  @Test
  void extraFieldsKeepEveryJsonValue() {
    Map<String, Object> map = new HashMap<>();
    map.put("k", null);
    List<Object> list = new ArrayList<>(Arrays.asList("s", true, 1, 2L, 1.5, null, map));
    list.add(new BigDecimal("1.10"));
    list.add(new BigInteger("99999999999999999999"));
    PromptOptions options = options().extraBody("all", list).extraBody("none", null).build();
    Object kept = options.toMap().get("extraBody.all");
    assertThat(kept).isEqualTo(new ArrayList<>(list));
    list.clear();
    map.put("k", "changed");
    assertThat((List<?>) kept).hasSize(9).isUnmodifiable();
    assertThat(((List<?>) kept).get(6)).isEqualTo(Collections.singletonMap("k", null));
    assertThat(options.toMap()).containsEntry("extraBody.none", null);
  }

  @Test
  void jsonNodesAreCopiedIntoPlainValues() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("text", "a\"b").put("number", new BigDecimal("1.10")).put("int", 3);
    node.putArray("list").add(true).addNull();
    PromptOptions options = options().extraBody("node", node).build();
    node.put("text", "changed");
    assertThat(options.toMap().get("extraBody.node"))
        .isEqualTo(
            Map.of(
                "text",
                "a\"b",
                "number",
                new BigDecimal("1.10"),
                "int",
                3,
                "list",
                Arrays.asList(true, null)));
  }

  @Test
  void whatJsonCannotExpressIsRefused() {
    assertRefused(
        () -> options().extraBody("f", new int[0]),
        "extraBody's field \"f\" holds a [I, but JSON takes a String, a Boolean, a number, a List,"
            + " a Map, a JsonNode or null");
    assertRefused(
        () -> options().extraBody("f", Map.of(1, 2)),
        "extraBody's field \"f\" has the key 1, but JSON takes String keys only");
    assertRefused(
        () -> options().extraBody("f", List.of(Double.NaN)),
        "extraBody's field \"f\" holds the number NaN, which JSON cannot express");
    assertRefused(
        () -> options().extraBody("f", new AtomicInteger(1)),
        "extraBody's field \"f\" holds the number 1, which JSON cannot express");
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    assertRefused(
        () -> options().extraBody("f", endless),
        "extraBody's field \"f\" is nested deeper than 100 levels");
  }

  @ParameterizedTest
  @CsvSource({
    "model, models",
    "models, models",
    "max_tokens, maxTokens",
    "top_logprobs, topLogprobs",
    "logprobs, logprobs",
    "transforms, transforms",
    "plugins, plugins",
    "provider, provider",
    "reasoning, reasoning",
    "reasoning_effort, reasoning",
    "route, route",
    "tools, serverTools",
    "tool_choice, toolChoice",
    "parallel_tool_calls, parallelToolCalls"
  })
  void aFieldWithAnOptionOfItsOwnIsRefused(String field, String method) {
    assertRefused(
        () -> options().extraBody(field, 1),
        "extraBody cannot set the field \""
            + field
            + "\", which has an option of its own: use "
            + method
            + "(...)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "stream", "response_format"})
  void aFieldOfTheClientIsRefused(String field) {
    assertRefused(
        () -> options().extraBody(field, 1),
        "extraBody cannot set the field \"" + field + "\": the client writes it itself");
  }

  @Test
  void fieldsNamedLikeMembersOfObjectsAreFree() {
    assertThat(options().extraBody("sort", 1).extraBody("effort", 2).build().toMap()).hasSize(2);
    assertRefused(() -> options().extraBody(" ", 1), "extraBody's field is blank");
  }

  @Test
  void wrongHeadersAreRefused() {
    assertRefused(
        () -> options().extraHeader("authorization", "Bearer x"),
        "extraHeader cannot set authorization: give the key to the client's builder");
    assertRefused(
        () -> options().extraHeader("X-Title", "x"),
        "extraHeader cannot set X-Title, which has an option of its own: use appTitle(...)");
    assertRefused(
        () -> options().extraHeader("HTTP-Referer", "x"),
        "extraHeader cannot set HTTP-Referer, which has an option of its own: use appReferer(...)");
    assertRefused(
        () -> options().extraHeader("X-OpenRouter-Categories", "x"),
        "extraHeader cannot set X-OpenRouter-Categories, which has an option of its own: use"
            + " appCategories(...)");
    assertRefused(
        () -> options().extraHeader("Content-Type", "x"),
        "extraHeader cannot set Content-Type: the client writes it itself");
    assertRefused(
        () -> options().extraHeader("a b", "x"),
        "extraHeader's name \"a b\" is not a header's name");
    assertRefused(() -> options().extraHeader("X-A", ""), "extraHeader X-A is blank");
  }

  @Test
  void headerNamesAreTheSameInAnyCase() {
    PromptOptions low = options().extraHeader("X-Thing", "low").build();
    PromptOptions high = options().extraHeader("x-thing", "high").build();
    assertThat(high.withDefaults(low).toMap())
        .containsExactly(Map.entry("extraHeader.x-thing", "high"));
  }
}
