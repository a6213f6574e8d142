package io.typedprompt.annotations;

/** Which earlier reasoning a model sees: values of {@link Reasoning#context()}. */
public final class ReasoningContext {
  /** As the model decides. */
  public static final String AUTO = "auto";

  /** That of the whole conversation. */
  public static final String ALL_TURNS = "all_turns";

  /** Only that of the current turn. */
  public static final String CURRENT_TURN = "current_turn";

  private ReasoningContext() {}
}
