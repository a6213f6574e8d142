package io.typedprompt.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A prompt in which everything is right.
 *
 * @param method what was read
 * @param system how the system message is made
 * @param user how the user message is made; there may be none where the conversation is a parameter
 * @param prefill how the beginning of the answer is made
 * @param examples few-shot pairs, the answers in the form of the schema
 * @param dialect what the schema may use
 */
public record CheckedPrompt(
    PromptMethod method,
    Optional<Rendering> system,
    Optional<Rendering> user,
    Optional<Rendering> prefill,
    List<Pair> examples,
    Dialect dialect) {

  /** A few-shot pair. */
  public record Pair(String user, String assistant) {}
}
