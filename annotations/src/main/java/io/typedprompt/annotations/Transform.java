package io.typedprompt.annotations;

/** What OpenRouter may do to a prompt that is longer than the model's context. */
public enum Transform {
  /**
   * Cut from the middle of the conversation. It is sent as today's {@code context-compression}
   * plugin, which replaced the API's {@code transforms} field.
   */
  MIDDLE_OUT
}
