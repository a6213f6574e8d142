package io.typedprompt.internal.options;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.StructuredOutput;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The merged options that are not sent, with what counts where they are not set.
 *
 * @param structuredOutput how a typed answer is asked for
 * @param maxAttempts how many answers are asked for in all, 1 or more
 * @param strict whether repairs are refused
 * @param roundIntegers whether fractions are rounded where integers are asked
 * @param timeout the time for the whole call
 * @param maxCost US dollars after which nothing more is asked, or null
 * @param maxToolRounds how many times the model may call tools before it must answer, 1 or more
 */
public record CallSettings(
    StructuredOutput structuredOutput,
    int maxAttempts,
    boolean strict,
    boolean roundIntegers,
    Duration timeout,
    @Nullable BigDecimal maxCost,
    int maxToolRounds) {
  private static final int DEFAULT_ATTEMPTS = 2;
  private static final int DEFAULT_TOOL_ROUNDS = 8;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  /** The settings that the options say. */
  public static CallSettings of(PromptOptions options) {
    Map<String, @Nullable Object> values = options.toMap();
    return new CallSettings(
        (StructuredOutput) get(values, Option.STRUCTURED_OUTPUT, StructuredOutput.AUTO),
        (Integer) get(values, Option.MAX_ATTEMPTS, DEFAULT_ATTEMPTS),
        (Boolean) get(values, Option.STRICT, false),
        (Boolean) get(values, Option.ROUND_INTEGERS, false),
        (Duration) get(values, Option.TIMEOUT_SECONDS, DEFAULT_TIMEOUT),
        (BigDecimal) values.get(Option.MAX_COST.optionName()),
        (Integer) get(values, Option.MAX_TOOL_ROUNDS, DEFAULT_TOOL_ROUNDS));
  }

  private static Object get(Map<String, @Nullable Object> values, Option option, Object otherwise) {
    Object value = values.get(option.optionName());
    return value == null ? otherwise : value;
  }
}
