package io.typedprompt.annotations;

/**
 * Whether endpoints are ranked model by model or all together: values of {@link
 * ProviderPreferences#partition()}.
 */
public final class ProviderPartition {
  /** All endpoints of the first model before those of the second. */
  public static final String MODEL = "model";

  /** The endpoints of all models together. */
  public static final String NONE = "none";

  private ProviderPartition() {}
}
