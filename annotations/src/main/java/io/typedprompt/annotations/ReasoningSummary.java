package io.typedprompt.annotations;

/** How much of the model's reasoning is summarised: values of {@link Reasoning#summary()}. */
public final class ReasoningSummary {
  /** As the model sees fit. */
  public static final String AUTO = "auto";

  /** In few words. */
  public static final String CONCISE = "concise";

  /** At length. */
  public static final String DETAILED = "detailed";

  private ReasoningSummary() {}
}
