package io.typedprompt.annotations;

/** How much a model invests in reasoning: values of {@link Reasoning#mode()}. */
public final class ReasoningMode {
  /** As usual. */
  public static final String STANDARD = "standard";

  /** More of it, at a higher price. */
  public static final String PRO = "pro";

  private ReasoningMode() {}
}
