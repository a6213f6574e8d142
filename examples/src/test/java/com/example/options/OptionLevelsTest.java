package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.MaxPriceOptions;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.annotations.Route;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Options of the call come before the method's, the interface's and the client's. */
class OptionLevelsTest {
  private static final PromptOptions NONE = PromptOptions.builder().build();
  private static final Recorder RECORDER = new Recorder();

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  @Test
  void fourLevelsAreTakenMemberByMember() {
    PromptOptions client =
        PromptOptions.builder().temperature(0.1).topP(0.1).topK(1).minP(0.1).build();
    PromptOptions call = PromptOptions.builder().temperature(0.4).build();

    JsonNode body = body(client, c -> new LevelPromptsImpl(c).overrides(call));

    assertThat(body.get("temperature").doubleValue()).isEqualTo(0.4); // the call's
    assertThat(body.get("top_p").doubleValue()).isEqualTo(0.3); // the method's
    assertThat(body.get("top_k").intValue()).isEqualTo(2); // the interface's
    assertThat(body.get("min_p").doubleValue()).isEqualTo(0.1); // the client's
  }

  @Test
  void aMethodWithoutOptionsHasTheInterfaces() {
    assertThat(body(NONE, c -> new LevelPromptsImpl(c).inherits(NONE)))
        .isEqualTo(
            json(
                """
                {"models":["interface/one","interface/two"],
                 "messages":[{"role":"user","content":"Hi"}],
                 "temperature":0.2,"top_p":0.2,"top_k":2,"stop":["a","b"],
                 "reasoning":{"summary":"auto"},
                 "provider":{"order":["together","fireworks"],"zdr":true,
                   "max_price":{"completion":"2"}}}
                """));
  }

  @Test
  void nestedOptionsMergeMemberByMemberAndArraysAsAWhole() {
    PromptOptions client =
        PromptOptions.builder()
            .provider(
                ProviderOptions.builder()
                    .order("azure")
                    .sort("price")
                    .maxPrice(MaxPriceOptions.builder().prompt(1).completion(1).build())
                    .build())
            .reasoning(ReasoningOptions.builder().exclude(true).summary("detailed").build())
            .build();
    PromptOptions call =
        PromptOptions.builder()
            .provider(
                ProviderOptions.builder()
                    .maxPrice(MaxPriceOptions.builder().image(4).build())
                    .build())
            .build();

    assertThat(body(client, c -> new LevelPromptsImpl(c).overrides(call)))
        .isEqualTo(
            json(
                """
                {"model":"method/one",
                 "messages":[{"role":"user","content":"Hi"}],
                 "temperature":0.3,"top_p":0.3,"top_k":2,"stop":["c"],
                 "reasoning":{"effort":"low","exclude":true,"summary":"auto"},
                 "provider":{"order":["together","fireworks"],"zdr":false,"sort":"price",
                   "max_price":{"prompt":"1","completion":"2","request":"3","image":"4"}}}
                """));
  }

  @Test
  void oneOfAnExclusivePairDropsTheOtherOfALowerLevel() {
    assertThat(body(NONE, c -> new LevelPrompts_ExclusiveImpl(c).inherits(NONE)))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "route":"fallback","max_tokens":100,"top_logprobs":5,"logprobs":true,
                 "reasoning":{"effort":"high"}}
                """));
    assertThat(body(NONE, c -> new LevelPrompts_ExclusiveImpl(c).others(NONE)))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "max_completion_tokens":200,"logprobs":false,
                 "reasoning":{"max_tokens":50},
                 "provider":{"sort":{"partition":"none"}}}
                """));
  }

  @Test
  void theCallDropsWhatAnnotationsAndTheClientSay() {
    PromptOptions client =
        PromptOptions.builder()
            .maxCompletionTokens(1)
            .logprobs(false)
            .provider(ProviderOptions.builder().partition("model").build())
            .reasoning(ReasoningOptions.builder().maxTokens(1).build())
            .build();
    PromptOptions call =
        PromptOptions.builder()
            .maxTokens(300)
            .topLogprobs(2)
            .route(Route.SORT)
            .reasoning(ReasoningOptions.builder().effort("low").build())
            .build();

    assertThat(body(client, c -> new LevelPrompts_ExclusiveImpl(c).others(call)))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "route":"sort","max_tokens":300,"top_logprobs":2,"logprobs":true,
                 "reasoning":{"effort":"low"}}
                """));
  }

  @Test
  void whatIsUnsetComesFromNoLowerLevel() {
    PromptOptions client =
        PromptOptions.builder()
            .models("client/one")
            .temperature(0.1)
            .minP(0.1)
            .reasoning(ReasoningOptions.builder().exclude(true).build())
            .build();
    PromptOptions call = PromptOptions.builder().unset("topP", "provider.maxPrice").build();

    assertThat(body(client, c -> new LevelPromptsImpl(c).unsets(call)))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "top_k":2,"min_p":0.1,"stop":["a","b"],
                 "provider":{"zdr":true}}
                """));
  }

  @Test
  void whatIsUnsetCanBeSetByAHigherLevel() {
    PromptOptions call = PromptOptions.builder().temperature(0.7).models("call/one").build();

    JsonNode body = body(NONE, c -> new LevelPromptsImpl(c).unsets(call));

    assertThat(body.get("temperature").doubleValue()).isEqualTo(0.7);
    assertThat(body.get("model").stringValue()).isEqualTo("call/one");
  }

  @Test
  void everythingCanBeUnset() {
    PromptOptions call =
        PromptOptions.builder()
            .unset("models", "temperature", "topP", "topK", "stop", "provider", "reasoning")
            .build();

    assertThat(body(NONE, c -> new LevelPromptsImpl(c).overrides(call)))
        .isEqualTo(json("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
  }

  @Test
  void optionsOfOneCallAreForgottenAtTheNext() {
    PromptOptions call = PromptOptions.builder().temperature(1.5).seed(1).build();

    try (OpenRouterClient client = RECORDER.client()) {
      LevelPrompts prompts = new LevelPromptsImpl(client);
      JsonNode before = RECORDER.body(NONE, c -> prompts.inherits(NONE));
      JsonNode during = RECORDER.body(NONE, c -> prompts.inherits(call));
      JsonNode after = RECORDER.body(NONE, c -> prompts.inherits(NONE));

      assertThat(during.get("seed").intValue()).isEqualTo(1);
      assertThat(after).isEqualTo(before);
    }
  }

  @Test
  void extraFieldsOfTheBodyMergeByName() {
    PromptOptions client =
        PromptOptions.builder()
            .extraBody("debug", Map.of("echo_upstream_body", true))
            .extraBody("stream_options", Map.of("include_usage", false))
            .build();
    PromptOptions call =
        PromptOptions.builder()
            .extraBody("stream_options", Map.of("include_usage", true))
            .unset("extraBody.debug")
            .build();

    assertThat(body(client, c -> new AskPromptsImpl(c).ask()))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "debug":{"echo_upstream_body":true},
                 "stream_options":{"include_usage":false}}
                """));
    assertThat(body(client, c -> new AskPromptsImpl(c).ask(call)))
        .isEqualTo(
            json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "stream_options":{"include_usage":true}}
                """));
  }

  @Test
  @SuppressWarnings("NullAway")
  void missingOptionsFailBeforeAnythingIsSent() {
    int before = RECORDER.requests();

    try (OpenRouterClient client = RECORDER.client()) {
      AskPrompts prompts = new AskPromptsImpl(client);
      assertThatThrownBy(() -> prompts.ask(null))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("AskPrompts.ask")
          .hasMessageContaining("'options' is null");
    }

    assertThat(RECORDER.requests()).isEqualTo(before);
  }

  private static JsonNode body(PromptOptions defaults, Function<OpenRouterClient, String> call) {
    return RECORDER.body(defaults, call::apply);
  }

  private static JsonNode json(String text) {
    return Recorder.json(text);
  }
}
