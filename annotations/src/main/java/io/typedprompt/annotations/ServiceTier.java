package io.typedprompt.annotations;

/** The class of service, and so the price: values of {@link OpenRouterPrompt#serviceTier()}. */
public final class ServiceTier {
  /** As the account is set up. */
  public static final String AUTO = "auto";

  /** The ordinary tier. */
  public static final String DEFAULT = "default";

  /** Cheaper and slower; only flex endpoints where the model has any. */
  public static final String FLEX = "flex";

  /** Dearer and faster, then the ordinary tier. */
  public static final String PRIORITY = "priority";

  /** Another name of {@link #PRIORITY}. */
  public static final String FAST = "fast";

  /** Capacity that the account has reserved. */
  public static final String SCALE = "scale";

  private ServiceTier() {}
}
