package io.typedprompt.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A model of the catalogue.
 *
 * @param id what a request names
 * @param canonicalSlug what a response names: the id, or a dated form of it
 * @param name the display name
 * @param providers who serves it, the usual one first
 * @param promptPrice USD per prompt token
 * @param completionPrice USD per completion token
 * @param contextLength in tokens
 * @param maxCompletionTokens the most tokens of one answer
 * @param parameters the supported request parameters
 * @param nativeStop the provider's own word for the finish reason {@code stop}
 */
record Model(
    String id,
    String canonicalSlug,
    String name,
    List<Provider> providers,
    BigDecimal promptPrice,
    BigDecimal completionPrice,
    int contextLength,
    int maxCompletionTokens,
    Set<String> parameters,
    String nativeStop) {

  /** Every request key that {@code provider.require_parameters} looks at. */
  static final Set<String> ALL_PARAMETERS =
      Set.of(
          "temperature",
          "top_p",
          "top_k",
          "min_p",
          "top_a",
          "frequency_penalty",
          "presence_penalty",
          "repetition_penalty",
          "max_tokens",
          "max_completion_tokens",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "prediction",
          "seed",
          "response_format",
          "structured_outputs",
          "stop",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "include_reasoning",
          "reasoning",
          "reasoning_effort",
          "web_search_options",
          "verbosity");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  BigDecimal promptPricePerMillion() {
    return promptPrice.multiply(MILLION);
  }

  BigDecimal completionPricePerMillion() {
    return completionPrice.multiply(MILLION);
  }

  /** The parameters in alphabetical order. */
  List<String> sortedParameters() {
    return parameters.stream().sorted().toList();
  }
}
