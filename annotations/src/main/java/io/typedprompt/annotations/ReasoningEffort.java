package io.typedprompt.annotations;

/**
 * How hard a reasoning model should think: values of {@link Reasoning#effort()}. The share is of
 * the answer's {@link OpenRouterPrompt#maxTokens() maxTokens}; a level that the model lacks is
 * mapped to the nearest one.
 */
public final class ReasoningEffort {
  /** About 95 % of the tokens, on models that have a level above the others. */
  public static final String MAX = "max";

  /** About 95 % of the tokens. */
  public static final String XHIGH = "xhigh";

  /** About 80 % of the tokens. */
  public static final String HIGH = "high";

  /** About 50 % of the tokens. */
  public static final String MEDIUM = "medium";

  /** About 20 % of the tokens. */
  public static final String LOW = "low";

  /** About 10 % of the tokens. */
  public static final String MINIMAL = "minimal";

  /** No reasoning; an error on models that always reason. */
  public static final String NONE = "none";

  private ReasoningEffort() {}
}
