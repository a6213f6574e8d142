package io.typedprompt.annotations;

/**
 * Whether the model calls tools: values of {@link OpenRouterPrompt#toolChoice()}, which also takes
 * the name of the tool that the model must call.
 */
public final class ToolChoice {
  /** The model decides, which is also so where nothing is written. */
  public static final String AUTO = "auto";

  /** The model calls none, although it knows them. */
  public static final String NONE = "none";

  /** The model calls at least one before it answers. */
  public static final String REQUIRED = "required";

  private ToolChoice() {}
}
