package io.typedprompt.testing;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens of one answer and what they cost at a model's prices.
 *
 * @param promptTokens tokens of the request
 * @param completionTokens tokens of the answer, reasoning included
 * @param reasoningTokens tokens of the reasoning
 * @param promptCost USD, what the provider bills for the request
 * @param completionCost USD, what the provider bills for the answer
 * @param isByok true if the provider bills the caller's own key, and the account pays nothing
 */
record Usage(
    int promptTokens,
    int completionTokens,
    int reasoningTokens,
    BigDecimal promptCost,
    BigDecimal completionCost,
    boolean isByok) {

  static Usage of(Model model, int promptTokens, int completionTokens, int reasoningTokens) {
    return new Usage(
        promptTokens,
        completionTokens,
        reasoningTokens,
        cost(model.promptPrice(), promptTokens),
        cost(model.completionPrice(), completionTokens),
        false);
  }

  /** The same tokens for nothing: what ends in an error is not billed. */
  Usage unbilled() {
    return new Usage(
        promptTokens, completionTokens, reasoningTokens, BigDecimal.ZERO, BigDecimal.ZERO, isByok);
  }

  /** The same tokens, billed by the provider. */
  Usage byok() {
    return new Usage(
        promptTokens, completionTokens, reasoningTokens, promptCost, completionCost, true);
  }

  /** What the account is charged, in USD. */
  BigDecimal cost() {
    return isByok ? BigDecimal.ZERO : upstreamCost();
  }

  /** What the provider bills, in USD. */
  BigDecimal upstreamCost() {
    return plain(promptCost.add(completionCost));
  }

  ObjectNode toJson() {
    ObjectNode usage =
        Json.object()
            .put("prompt_tokens", promptTokens)
            .put("completion_tokens", completionTokens)
            .put("total_tokens", promptTokens + completionTokens)
            .put("cost", cost())
            .put("is_byok", isByok);
    usage
        .putObject("prompt_tokens_details")
        .put("cached_tokens", 0)
        .put("cache_write_tokens", 0)
        .put("audio_tokens", 0)
        .put("video_tokens", 0);
    usage
        .putObject("cost_details")
        .put("upstream_inference_cost", upstreamCost())
        .put("upstream_inference_prompt_cost", promptCost)
        .put("upstream_inference_completions_cost", completionCost);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", reasoningTokens)
        .put("image_tokens", 0)
        .put("audio_tokens", 0);
    return usage;
  }

  private static BigDecimal cost(BigDecimal price, int tokens) {
    return plain(price.multiply(BigDecimal.valueOf(tokens)));
  }

  /** Exact, without trailing zeros, and zero as {@code 0}: the way JavaScript prints numbers. */
  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }
}
