package io.typedprompt;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost in US dollars, exactly as the server wrote it, summed over all attempts.
 *
 * <p>With a key of the provider's own stored at OpenRouter (BYOK), the provider bills the inference
 * itself: that part is {@link #upstream()}, and {@link #total()} is the whole. In every other case
 * the upstream part is zero, because what OpenRouter pays to the provider is already in {@link
 * #amount()}.
 *
 * <p>{@link #complete()} is false when some attempt's cost is unknown; the figures are then the
 * known part. Compare amounts with {@code compareTo}: their scale is the server's.
 */
public final class Cost {
  private static final Cost NONE =
      new Cost(BigDecimal.ZERO, BigDecimal.ZERO, CostSource.SERVER, true, null, null, null);
  private static final Cost UNKNOWN =
      new Cost(BigDecimal.ZERO, BigDecimal.ZERO, CostSource.UNKNOWN, false, null, null, null);

  private final BigDecimal amount;
  private final BigDecimal upstream;
  private final CostSource source;
  private final boolean complete;
  private final @Nullable BigDecimal inference;
  private final @Nullable BigDecimal promptInference;
  private final @Nullable BigDecimal completionInference;

  private Cost(
      BigDecimal amount,
      BigDecimal upstream,
      CostSource source,
      boolean complete,
      @Nullable BigDecimal inference,
      @Nullable BigDecimal promptInference,
      @Nullable BigDecimal completionInference) {
    this.amount = amount;
    this.upstream = upstream;
    this.source = source;
    this.complete = complete;
    this.inference = inference;
    this.promptInference = promptInference;
    this.completionInference = completionInference;
  }

  private static Cost complete(BigDecimal amount, BigDecimal upstream, CostSource source) {
    return new Cost(amount, upstream, source, true, null, null, null);
  }

  /** Nothing was charged: the neutral element of {@link #plus}. */
  public static Cost none() {
    return NONE;
  }

  /** Nothing is known. */
  public static Cost unknown() {
    return UNKNOWN;
  }

  /** What OpenRouter said it charged, in US dollars. */
  public static Cost of(BigDecimal amount) {
    return complete(amount, BigDecimal.ZERO, CostSource.SERVER);
  }

  /**
   * The cost of a call that the provider bills itself.
   *
   * @param amount what OpenRouter charged, in US dollars
   * @param upstream what the provider bills, in US dollars
   */
  public static Cost byok(BigDecimal amount, BigDecimal upstream) {
    return complete(amount, upstream, CostSource.SERVER);
  }

  /** A cost that was computed, in US dollars. */
  public static Cost estimated(BigDecimal amount) {
    return complete(amount, BigDecimal.ZERO, CostSource.ESTIMATED);
  }

  /** This cost, of which some part is missing. */
  public Cost incomplete() {
    return new Cost(
        amount, upstream, source, false, inference, promptInference, completionInference);
  }

  /**
   * This cost with what the provider takes for the inference, in US dollars; null is unknown.
   *
   * @param inference all of it
   * @param prompt its part for the prompt
   * @param completion its part for the answer
   */
  public Cost withInference(
      @Nullable BigDecimal inference,
      @Nullable BigDecimal prompt,
      @Nullable BigDecimal completion) {
    if (inference == null && prompt == null && completion == null) {
      return this;
    }
    return new Cost(amount, upstream, source, complete, inference, prompt, completion);
  }

  /** What OpenRouter charged, in US dollars. */
  public BigDecimal amount() {
    return amount;
  }

  /** What the provider bills in addition under BYOK, in US dollars; otherwise zero. */
  public BigDecimal upstream() {
    return upstream;
  }

  /** Everything that was spent, in US dollars: {@link #amount()} and {@link #upstream()}. */
  public BigDecimal total() {
    return upstream.signum() == 0 ? amount : amount.add(upstream);
  }

  /**
   * What the provider takes for the inference itself, in US dollars, whoever is billed for it: a
   * part of {@link #total()}, whose rest is for searches, tools and files. Empty if no attempt told
   * it; otherwise the sum of those that did.
   */
  public Optional<BigDecimal> inference() {
    return Optional.ofNullable(inference);
  }

  /** The part of {@link #inference()} for the prompt, in US dollars. */
  public Optional<BigDecimal> promptInference() {
    return Optional.ofNullable(promptInference);
  }

  /** The part of {@link #inference()} for the answer, in US dollars. */
  public Optional<BigDecimal> completionInference() {
    return Optional.ofNullable(completionInference);
  }

  /** Where the figures come from. */
  public CostSource source() {
    return source;
  }

  /** Whether the cost of every attempt is known. */
  public boolean complete() {
    return complete;
  }

  /** The sum of this cost and another. */
  public Cost plus(Cost other) {
    if (isNothing()) {
      return other;
    }
    if (other.isNothing()) {
      return this;
    }
    return new Cost(
        amount.add(other.amount),
        upstream.add(other.upstream),
        source(source, other.source),
        complete && other.complete,
        knownSum(inference, other.inference),
        knownSum(promptInference, other.promptInference),
        knownSum(completionInference, other.completionInference));
  }

  private boolean isNothing() {
    return complete && amount.signum() == 0 && upstream.signum() == 0 && inference == null;
  }

  private static @Nullable BigDecimal knownSum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.add(b);
  }

  private static CostSource source(CostSource a, CostSource b) {
    if (a == CostSource.UNKNOWN) {
      return b;
    }
    return a == CostSource.ESTIMATED || b == CostSource.ESTIMATED
        ? CostSource.ESTIMATED
        : CostSource.SERVER;
  }

  /** Equal figures, whatever their scale. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cost that
        && amount.compareTo(that.amount) == 0
        && upstream.compareTo(that.upstream) == 0
        && source == that.source
        && complete == that.complete
        && isEqual(inference, that.inference)
        && isEqual(promptInference, that.promptInference)
        && isEqual(completionInference, that.completionInference);
  }

  private static boolean isEqual(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null ? b == null : b != null && a.compareTo(b) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(amount.stripTrailingZeros(), upstream.stripTrailingZeros(), source);
  }

  /** Such as {@code 0.00019325 USD}, {@code at least 0.00019325 USD} or {@code unknown}. */
  @Override
  public String toString() {
    if (source == CostSource.UNKNOWN) {
      return "unknown";
    }
    StringBuilder text = new StringBuilder();
    if (!complete) {
      text.append("at least ");
    }
    if (source == CostSource.ESTIMATED) {
      text.append("about ");
    }
    text.append(total().toPlainString()).append(" USD");
    if (upstream.signum() != 0) {
      text.append(" (").append(upstream.toPlainString()).append(" of it billed by the provider)");
    }
    return text.toString();
  }
}
