package io.typedprompt.annotations;

/** How long an answer should be: values of {@link OpenRouterPrompt#verbosity()}. */
public final class Verbosity {
  /** Short answers. */
  public static final String LOW = "low";

  /** Ordinary answers. */
  public static final String MEDIUM = "medium";

  /** Long answers. */
  public static final String HIGH = "high";

  /** Longer, on models that have the level. */
  public static final String XHIGH = "xhigh";

  /** As long as the model can, on models that have the level. */
  public static final String MAX = "max";

  private Verbosity() {}
}
