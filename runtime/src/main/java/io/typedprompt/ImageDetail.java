package io.typedprompt;

/**
 * Values of {@link Image#withDetail}: how closely a model looks, and how many tokens that takes.
 */
public final class ImageDetail {
  /** As the provider decides. */
  public static final String AUTO = "auto";

  /** A small version of the picture is enough. */
  public static final String LOW = "low";

  /** Closely. */
  public static final String HIGH = "high";

  /** In the original resolution, where a provider can; otherwise as {@link #HIGH}. */
  public static final String ORIGINAL = "original";

  private ImageDetail() {}
}
