package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
  /** How the server decomposes a cost, and what was spent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // charged, upstream, byok | amount, upstream, total, complete, words
        "'\"cost\":0.000102,\"is_byok\":false,\"cost_details\":{\"upstream_inference_cost\":0.000102}'"
            + " | 0.000102 | 0 | 0.000102 | true | 0.000102 USD",
        "'\"cost\":0.0076370290,\"cost_details\":{\"upstream_inference_cost\":0.000637029}'"
            + " | 0.0076370290 | 0 | 0.0076370290 | true | 0.0076370290 USD",
        "'\"cost\":0.004,\"is_byok\":false,\"cost_details\":{\"upstream_inference_cost\":null}'"
            + " | 0.004 | 0 | 0.004 | true | 0.004 USD",
        "'\"cost\":0,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.0003253}'"
            + " | 0 | 0.0003253 | 0.0003253 | true"
            + " | 0.0003253 USD (0.0003253 of it billed by the provider)",
        "'\"cost\":0.00001,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":2E-4}'"
            + " | 0.00001 | 0.0002 | 0.00021 | true"
            + " | 0.00021 USD (0.0002 of it billed by the provider)",
        "'\"cost\":0.5,\"is_byok\":true' | 0.5 | 0 | 0.5 | false | at least 0.5 USD",
        "'\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.1}'"
            + " | 0 | 0.1 | 0.1 | false | at least 0.1 USD (0.1 of it billed by the provider)",
        "'\"is_byok\":true' | 0 | 0 | 0 | false | unknown",
        "'\"cost\":null' | 0 | 0 | 0 | false | unknown",
        "'\"cost\":\"free\"' | 0 | 0 | 0 | false | unknown",
        "'\"cost\":{\"amount\":1}' | 0 | 0 | 0 | false | unknown",
        "'\"cost\":1e999999999' | 0 | 0 | 0 | false | unknown",
        "'\"cost\":0.0076509169000000005'"
            + " | 0.0076509169000000005 | 0 | 0.0076509169000000005 | true"
            + " | 0.0076509169000000005 USD",
        "'\"cost\":1.9325E-4' | 0.00019325 | 0 | 0.00019325 | true | 0.00019325 USD",
      })
  void isReadExactly(
      String usage,
      BigDecimal amount,
      BigDecimal upstream,
      BigDecimal total,
      boolean complete,
      String words) {
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.client()) {
      server.answer("{\"choices\":[{\"message\":{\"content\":\"hi\"}}],\"usage\":{" + usage + "}}");

      Cost cost = HAIKU.result(client, input()).cost();

      assertThat(cost.amount()).isEqualByComparingTo(amount);
      assertThat(cost.upstream()).isEqualByComparingTo(upstream);
      assertThat(cost.total()).isEqualByComparingTo(total);
      assertThat(cost.complete()).isEqualTo(complete);
      assertThat(cost.source())
          .isEqualTo(words.equals("unknown") ? CostSource.UNKNOWN : CostSource.SERVER);
      assertThat(cost).hasToString(words);
    }
  }

  @Test
  void sumsAreExact() {
    Cost sum = Cost.none();
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Cost.of(new BigDecimal("0.1")));
    }
    assertThat(sum.amount()).isEqualByComparingTo("1");
    assertThat(sum.complete()).isTrue();
    assertThat(sum.source()).isEqualTo(CostSource.SERVER);
  }

  @Test
  void sumsTellWhatIsMissing() {
    Cost known = Cost.of(new BigDecimal("0.25"));
    Cost byok = Cost.byok(new BigDecimal("0.01"), new BigDecimal("0.5"));

    assertThat(known.plus(Cost.unknown())).hasToString("at least 0.25 USD");
    assertThat(Cost.unknown().plus(known)).hasToString("at least 0.25 USD");
    assertThat(Cost.unknown().plus(Cost.unknown())).hasToString("unknown");
    assertThat(Cost.none().plus(Cost.unknown())).hasToString("unknown");
    assertThat(Cost.unknown().plus(Cost.none())).hasToString("unknown");
    assertThat(Cost.none()).hasToString("0 USD");
    assertThat(known.plus(byok)).hasToString("0.76 USD (0.5 of it billed by the provider)");
    assertThat(known.plus(Cost.estimated(BigDecimal.ONE))).hasToString("about 1.25 USD");
    assertThat(known.plus(Cost.estimated(BigDecimal.ONE)).source()).isEqualTo(CostSource.ESTIMATED);
    assertThat(Cost.estimated(BigDecimal.ONE).plus(Cost.unknown()))
        .hasToString("at least about 1 USD");
  }

  @Test
  void equalityIgnoresTheScale() {
    assertThat(Cost.of(new BigDecimal("0.10")))
        .isEqualTo(Cost.of(new BigDecimal("0.1")))
        .hasSameHashCodeAs(Cost.of(new BigDecimal("0.1")))
        .isNotEqualTo(Cost.of(new BigDecimal("0.1")).incomplete())
        .isNotEqualTo(Cost.estimated(new BigDecimal("0.1")))
        .isNotEqualTo(Cost.byok(new BigDecimal("0.1"), BigDecimal.ONE));
  }

  @Test
  void usageSumsWhatIsKnown() {
    Usage one = Usage.builder().promptTokens(3).completionTokens(2).cachedTokens(1).build();
    Usage two = Usage.builder().promptTokens(30).completionTokens(20).totalTokens(60).build();

    Usage sum = one.plus(two);

    assertThat(sum.promptTokens()).isEqualTo(33);
    assertThat(sum.completionTokens()).isEqualTo(22);
    assertThat(sum.totalTokens()).isEqualTo(65);
    assertThat(sum.cachedTokens()).hasValue(1);
    assertThat(sum.reasoningTokens()).isEmpty();
    assertThat(sum.complete()).isTrue();
    assertThat(sum).hasToString("65 tokens (33 prompt, 22 completion)");
  }

  @Test
  void usageTellsWhatIsMissing() {
    Usage prompt = Usage.builder().promptTokens(3).build();

    assertThat(prompt.complete()).isFalse();
    assertThat(prompt).hasToString("at least 3 tokens (3 prompt, 0 completion)");
    assertThat(Usage.unknown()).hasToString("unknown");
    assertThat(Usage.none()).hasToString("0 tokens (0 prompt, 0 completion)");
    assertThat(Usage.none().plus(prompt)).isEqualTo(prompt);
    assertThat(Usage.unknown().plus(Usage.of(1, 1)).complete()).isFalse();
    assertThat(Usage.of(Long.MAX_VALUE, 1).plus(Usage.of(Long.MAX_VALUE, 1)).totalTokens())
        .isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Usage.of(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A count is negative: -1");
  }

  @Test
  void theInferenceIsToldApartFromSearchesAndTools() {
    String body =
        """
        {"choices":[{"message":{"content":%s}}],"usage":{"prompt_tokens":5,"completion_tokens":4,
          "cost":0.0133176,"cost_details":{"upstream_inference_cost":0.0033176,
          "upstream_inference_prompt_cost":0.0003,"upstream_inference_completions_cost":0.0030176},
          "server_tool_use":{"web_search_requests":1,"tool_calls_requested":3,
          "tool_calls_executed":2},"prompt_tokens_details":{"video_tokens":3},
          "completion_tokens_details":{"accepted_prediction_tokens":1,
          "rejected_prediction_tokens":null}}}""";
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.client()) {
      server
          .answer(body.formatted("\"no\""))
          .answer(body.formatted("\"{\\\"summary\\\":\\\"s\\\",\\\"priority\\\":\\\"LOW\\\"}\""));

      PromptResult<?> result = SamplePrompts.TRIAGE.result(client, input());

      Cost cost = result.cost();
      assertThat(cost.total()).isEqualByComparingTo("0.0266352");
      assertThat(cost.inference()).contains(new BigDecimal("0.0066352"));
      assertThat(cost.promptInference()).contains(new BigDecimal("0.0006"));
      assertThat(cost.completionInference()).contains(new BigDecimal("0.0060352"));
      Usage usage = result.usage();
      assertThat(usage.webSearchRequests()).hasValue(2);
      assertThat(usage.serverToolCallsRequested()).hasValue(6);
      assertThat(usage.serverToolCallsExecuted()).hasValue(4);
      assertThat(usage.videoTokens()).hasValue(6);
      assertThat(usage.acceptedPredictionTokens()).hasValue(2);
      assertThat(usage.rejectedPredictionTokens()).isEmpty();
    }
  }

  @Test
  void whatNobodyToldIsUnknown() {
    assertThat(Cost.of(BigDecimal.ONE).inference()).isEmpty();
    assertThat(Cost.none().plus(Cost.unknown()).promptInference()).isEmpty();
    Cost known = Cost.of(BigDecimal.ONE).withInference(BigDecimal.ONE, null, null);
    assertThat(known.plus(Cost.of(BigDecimal.TEN)).inference()).contains(BigDecimal.ONE);
    assertThat(known.completionInference()).isEmpty();
    assertThat(known)
        .isNotEqualTo(Cost.of(BigDecimal.ONE))
        .isEqualTo(Cost.of(BigDecimal.ONE).withInference(new BigDecimal("1.0"), null, null))
        .hasSameHashCodeAs(
            Cost.of(BigDecimal.ONE).withInference(new BigDecimal("1.0"), null, null));
    assertThat(known.incomplete().inference()).contains(BigDecimal.ONE);
  }
}
