package io.typedprompt;

import static io.typedprompt.PromptServer.completion;
import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that a caller gets a value from. */
class AnswersTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void everythingThatTheServerSaysIsInTheResult() {
    String body =
        """
        {"id":"gen-1790000000-BBBB","object":"chat.completion","created":1790000000,
         "model":"vendor/model-2026-02-02","provider":"Vendor Inc","system_fingerprint":null,
         "service_tier":"flex","choices":[{"index":0,"logprobs":{"content":[
           {"token":"{","logprob":-0.25,"bytes":[123],"top_logprobs":[
             {"token":"{","logprob":-0.25,"bytes":[123]},{"token":"[","logprob":-3.5,"bytes":null}]}],
           "refusal":null},
          "finish_reason":"stop","native_finish_reason":"completed","message":{"role":"assistant",
           "content":"{\\"summary\\":\\"s\\",\\"priority\\":\\"HIGH\\"}","refusal":null,
           "reasoning":"Let me think.","annotations":[{"type":"url_citation","url_citation":{
             "url":"https://example.com/a","title":"A","content":"excerpt","start_index":0,
             "end_index":7}},{"type":"file","file":{"hash":"h1","name":"a.pdf","content":[{"type":"text",
             "text":"one "},{"type":"image_url","image_url":{"url":"data:x"}},{"type":"text",
             "text":"two"}]}},{"type":"file","file":{"hash":"h2"}},{"type":"file","file":{}},
             {"type":"url_citation","url_citation":{"url":"https://example.com/b","title":""}}]}}],
         "usage":{"prompt_tokens":41,"completion_tokens":83,"total_tokens":124,"cost":2.75E-4,
           "is_byok":false,
           "prompt_tokens_details":{"cached_tokens":8,"cache_write_tokens":3,"audio_tokens":2},
           "cost_details":{"upstream_inference_cost":0.000275},
           "completion_tokens_details":{"reasoning_tokens":60,"image_tokens":0,"audio_tokens":5}}}
        """;
    server.answer(200, body, "X-OpenRouter-Cache-Status: HIT");

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(result.rawText()).isEqualTo(GOOD);
    assertThat(result.id()).isEqualTo("gen-1790000000-BBBB");
    assertThat(result.model()).isEqualTo("vendor/model-2026-02-02");
    assertThat(result.requestedModels()).containsExactly("vendor/model");
    assertThat(result.provider()).contains("Vendor Inc");
    assertThat(result.serviceTier()).contains("flex");
    assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(result.nativeFinishReason()).contains("completed");
    assertThat(result.reasoning()).contains("Let me think.");
    assertThat(result.cacheHit()).isTrue();
    assertThat(result.repairs()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.logprobs())
        .containsExactly(
            TokenLogprob.of(
                "{", -0.25, List.of(TokenLogprob.of("{", -0.25), TokenLogprob.of("[", -3.5))));
    assertThat(result.citations()).hasSize(2);
    assertThat(result.citations().get(0).title()).contains("A");
    assertThat(result.citations().get(0).content()).contains("excerpt");
    assertThat(result.citations().get(0).startIndex()).hasValue(0);
    assertThat(result.citations().get(0).endIndex()).hasValue(7);
    assertThat(result.citations().get(1).url()).isEqualTo("https://example.com/b");
    assertThat(result.citations().get(1).title()).isEmpty();
    assertThat(result.citations().get(1).startIndex()).isEmpty();
    assertThat(result.fileAnnotations())
        .containsExactly(
            FileAnnotation.of("h1", "a.pdf", "one two"), FileAnnotation.of("h2", null, ""));
    assertThat(result.fileAnnotations()).hasToString("[a.pdf h1, h2]");
    assertThat(result.raw().path("usage").path("cost").decimalValue())
        .isEqualTo(new BigDecimal("2.75E-4"));
    assertThat(result.raw().path("system_fingerprint").isNull()).isTrue();

    assertThat(result.usage().promptTokens()).isEqualTo(41);
    assertThat(result.usage().completionTokens()).isEqualTo(83);
    assertThat(result.usage().totalTokens()).isEqualTo(124);
    assertThat(result.usage().cachedTokens()).hasValue(8);
    assertThat(result.usage().cacheWriteTokens()).hasValue(3);
    assertThat(result.usage().reasoningTokens()).hasValue(60);
    assertThat(result.usage().audioTokens()).hasValue(7);
    assertThat(result.usage().imageTokens()).hasValue(0);
    assertThat(result.usage().complete()).isTrue();
    BigDecimal cost = new BigDecimal("0.000275");
    assertThat(result.cost()).isEqualTo(Cost.of(cost).withInference(cost, null, null));

    assertThat(result.attempts()).hasSize(1);
    Attempt attempt = result.attempts().get(0);
    assertThat(attempt.kind()).isEqualTo(Attempt.Kind.ANSWER);
    assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.ANSWERED);
    assertThat(attempt.failure()).isEmpty();
    assertThat(attempt.model()).contains("vendor/model-2026-02-02");
    assertThat(attempt.provider()).contains("Vendor Inc");
    assertThat(attempt.usage()).isEqualTo(result.usage());
    assertThat(attempt.cost()).isEqualTo(result.cost());
    assertThat(attempt.duration()).isPositive();
  }

  @Test
  void theResultShowsNoText() {
    server.answerText("secret words");

    assertThat(HAIKU.result(client, input()))
        .hasToString(
            "PromptResult{id=gen-1, model=vendor/model-1, finishReason=stop, usage=15 tokens (10"
                + " prompt, 5 completion), cost=0.001 USD}");
  }

  @Test
  void aTextIsReturnedAsItCame() {
    server.answerText("\n  autumn wind \n");

    assertThat(HAIKU.value(client, input())).isEqualTo("\n  autumn wind \n");
  }

  @Test
  void whatIsMissingIsUnknown() {
    server.answer("{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}");

    PromptResult<String> result = HAIKU.result(client, input());

    assertThat(result.value()).isEqualTo("hi");
    assertThat(result.id()).isEmpty();
    assertThat(result.model()).isEmpty();
    assertThat(result.provider()).isEmpty();
    assertThat(result.nativeFinishReason()).isEmpty();
    assertThat(result.serviceTier()).isEmpty();
    assertThat(result.reasoning()).isEmpty();
    assertThat(result.finishReason()).isEqualTo(FinishReason.UNKNOWN);
    assertThat(result.usage()).isEqualTo(Usage.unknown());
    assertThat(result.usage().complete()).isFalse();
    assertThat(result.usage().cachedTokens()).isEmpty();
    assertThat(result.cost()).isEqualTo(Cost.unknown());
    assertThat(result.cacheHit()).isFalse();
    assertThat(result)
        .hasToString(
            "PromptResult{id=, model=, finishReason=unknown, usage=unknown, cost=unknown}");
  }

  @Test
  void theIdMayComeInTheHeaderOnly() {
    server.answer(
        200, "{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}", "X-Generation-Id: gen-9");

    assertThat(HAIKU.result(client, input()).id()).isEqualTo("gen-9");
  }

  @Test
  void theContentMayBeInParts() {
    server.answer(
        """
        {"choices":[{"message":{"content":[{"type":"text","text":"one "},
          {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},"two ",
          {"type":"text","text":"three"}]},"finish_reason":"stop"}]}
        """);

    assertThat(HAIKU.value(client, input())).isEqualTo("one two three");
  }

  @Test
  void whiteSpaceAndCommentsMayComeFirst() {
    server.answer(
        "\n\n: OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n  " + completion("hi", "stop"));

    assertThat(HAIKU.value(client, input())).isEqualTo("hi");
  }

  @Test
  void theCompletionMayBeInsideTheProvider() {
    server.answer(
        "{\"id\":null,\"model\":null,\"choices\":null,\"provider\":"
            + completion("hi", "stop")
            + "}");

    PromptResult<String> result = HAIKU.result(client, input());

    assertThat(result.value()).isEqualTo("hi");
    assertThat(result.model()).isEqualTo("vendor/model-1");
    assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
  }

  @Test
  void unknownMembersAndReasonsAreSurvived() {
    server.answer(
        """
        {"choices":[{"finish_reason":"tired","native_finish_reason":7,"novel":{"a":[1,{"b":2}]},
          "message":{"content":"hi","novel":[[]],"tool_calls":null,"annotations":{}}},
          {"message":{"content":"second choice"}}],"novel":[{"choices":3}],
          "usage":{"prompt_tokens":"7","completion_tokens":2.0,"total_tokens":null,"cost":"0.5",
          "prompt_tokens_details":null,"completion_tokens_details":[],"novel":{"cost":9}}}
        """);

    PromptResult<String> result = HAIKU.result(client, input());

    assertThat(result.value()).isEqualTo("hi");
    assertThat(result.finishReason()).isEqualTo(FinishReason.of("tired"));
    assertThat(result.finishReason().text()).isEqualTo("tired");
    assertThat(result.nativeFinishReason()).contains("7");
    assertThat(result.usage()).isEqualTo(Usage.of(7, 2));
    assertThat(result.cost()).isEqualTo(Cost.of(new BigDecimal("0.5")));
  }

  @Test
  void encryptedReasoningNeverShows() {
    server.answer(
        """
        {"choices":[{"finish_reason":"stop","message":{"content":"hi","reasoning":"[REDACTED]",
          "reasoning_details":[{"type":"reasoning.encrypted","data":"QUJD"},
          {"type":"reasoning.summary","summary":"A plan."},
          {"type":"reasoning.text","text":"[REDACTED]","signature":"S"},
          {"type":"reasoning.text","text":"Then a step.","signature":"S"}]}}]}
        """);

    assertThat(HAIKU.result(client, input()).reasoning()).contains("A plan.\n\nThen a step.");
  }

  @Test
  void reasoningThatIsAllEncryptedIsAbsent() {
    server.answer(
        """
        {"choices":[{"finish_reason":"stop","message":{"content":"hi","reasoning":null,
          "reasoning_details":[{"type":"reasoning.encrypted","data":"QUJD"}]}}]}
        """);

    assertThat(HAIKU.result(client, input()).reasoning()).isEmpty();
  }

  @Test
  void oddLogprobsAreSurvived() {
    for (String odd :
        new String[] {
          "-0.0000017881393",
          "\"none\"",
          "[]",
          "{}",
          "{\"content\":null,\"refusal\":[]}",
          "{\"tokens\":[\"a\"],\"token_logprobs\":[-1.5]}",
          "{\"content\":[{\"token\":\"a\"},{\"logprob\":-1},7,null]}"
        }) {
      server.answer("{\"choices\":[{\"logprobs\":" + odd + ",\"message\":{\"content\":\"hi\"}}]}");

      PromptResult<String> result = HAIKU.result(client, input());

      assertThat(result.value()).as(odd).isEqualTo("hi");
      assertThat(result.logprobs()).as(odd).isEmpty();
    }
  }

  @Test
  void aCutTextIsAResultWhereTheReasonCanBeSeen() {
    server.answer(completion("Once upon a", "length"));

    PromptResult<String> result = HAIKU.result(client, input());

    assertThat(result.value()).isEqualTo("Once upon a");
    assertThat(result.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(result.warnings()).containsExactly("The answer was cut at the limit of tokens.");
  }

  @Test
  void aCutTextIsNoBareValue() {
    server.answer(completion("Once upon a", "length"));

    TruncatedOutputException e =
        catchThrowableOfType(TruncatedOutputException.class, () -> HAIKU.value(client, input()));

    assertThat(e)
        .hasMessage(
            "SupportPrompts.haiku: the answer was cut at the limit of tokens after 5 of them. Raise"
                + " maxTokens, or ask for less. (generation gen-1)");
    assertThat(e.text()).isEqualTo("Once upon a");
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.provider()).contains("Vendor");
    assertThat(e.generationId()).contains("gen-1");
    assertThat(e.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(e.cost()).isEqualTo(Cost.of(new BigDecimal("0.001")));
    assertThat(e.attempts()).hasSize(1);
    assertThat(e.rawBody()).get().asString().contains("Once upon a");
  }

  @Test
  void aForcedToolHasTheAnswerInItsArguments() {
    server.answer(
        """
        {"choices":[{"finish_reason":null,"message":{"content":null,"tool_calls":[{"index":0,
          "id":"","type":"function","function":{"name":"Triage",
          "arguments":"{\\"summary\\":\\"s\\",\\"priority\\":\\"LOW\\"}"}}]}}]}
        """);
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    PromptResult<Triage> result = SamplePrompts.triage(options).result(client, input());

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.LOW));
    assertThat(result.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(server.takeBody()).contains("\"tool_choice\"").doesNotContain("response_format");
  }

  @Test
  void aForcedToolMayBeIgnoredByTheModel() {
    server.answerText(GOOD);
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    assertThat(SamplePrompts.triage(options).value(client, input()))
        .isEqualTo(new Triage("s", Priority.HIGH));
  }

  @Test
  void toolArgumentsMayComeAsAnObject() {
    server.answer(
        """
        {"choices":[{"finish_reason":"stop","message":{"content":"","tool_calls":[
          {"id":"t","function":{"name":"Triage","arguments":{"summary":"s","priority":"LOW"}}}]}}]}
        """);
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    assertThat(SamplePrompts.triage(options).value(client, input()))
        .isEqualTo(new Triage("s", Priority.LOW));
  }

  @Test
  void thePrefillBelongsToTheAnswer() {
    server.answerText(" wind blows");

    PromptResult<String> result = HAIKU.result(client, input().prefill("Autumn"));

    assertThat(result.value()).isEqualTo("Autumn wind blows");
    assertThat(result.rawText()).isEqualTo("Autumn wind blows");
    assertThat(server.takeBody())
        .endsWith(
            "{\"role\":\"user\",\"content\":\"Go.\"},{\"role\":\"assistant\",\"content\":\"Autumn\"}]}");
  }

  @Test
  void aRepeatedPrefillIsNotDoubled() {
    server.answerText("Autumn wind blows");

    assertThat(HAIKU.value(client, input().prefill("Autumn"))).isEqualTo("Autumn wind blows");
  }

  @Test
  void aPrefillMayBeginATypedAnswerThatIsAskedForInWords() {
    server.answerText("\"summary\":\"s\",\"priority\":\"LOW\"}");
    PromptOptions options =
        PromptOptions.builder().structuredOutput(StructuredOutput.PROMPT).build();

    PromptResult<Triage> result =
        SamplePrompts.triage(options).result(client, input().prefill("{"));

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.LOW));
    assertThat(result.rawText()).isEqualTo("{\"summary\":\"s\",\"priority\":\"LOW\"}");
    assertThat(result.repairs()).isEmpty();
  }

  @Test
  void repairsAreReported() {
    server.answerText("```json\n" + GOOD + "\n```");

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(result.repairs()).extracting(Repair::kind).containsExactly(RepairKind.CODE_FENCE);
  }

  @Test
  void messagesComeInTheirOrder() {
    server.answerText("hi");

    HAIKU.value(
        client,
        input()
            .example("u1", "a1")
            .prefill("P")
            .example("u2", "a2")
            .system("S")
            .options(PromptOptions.builder().temperature(0.5).build()));

    assertThat(server.takeBody())
        .isEqualTo(
            "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"system\",\"content\":\"S\"},"
                + "{\"role\":\"user\",\"content\":\"u1\"},{\"role\":\"assistant\",\"content\":\"a1\"},"
                + "{\"role\":\"user\",\"content\":\"u2\"},{\"role\":\"assistant\",\"content\":\"a2\"},"
                + "{\"role\":\"user\",\"content\":\"Go.\"},"
                + "{\"role\":\"assistant\",\"content\":\"P\"}],\"temperature\":0.5}");
  }
}
