package io.typedprompt.internal.request;

import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation.
 *
 * @param role {@code "system"}, {@code "user"} or {@code "assistant"}
 * @param content its text
 * @param cacheTtl how long the prompt up to the end of this message is cached, or null
 */
public record ChatMessage(String role, String content, @Nullable String cacheTtl) {
  /** A message that ends no part to cache. */
  public ChatMessage(String role, String content) {
    this(role, content, null);
  }

  /** This message at the end of a part to cache, or not if {@code ttl} is null. */
  public ChatMessage cached(@Nullable String ttl) {
    return new ChatMessage(role, content, ttl);
  }

  /** What the application says. */
  public static ChatMessage system(String content) {
    return new ChatMessage("system", content);
  }

  /** What the user says. */
  public static ChatMessage user(String content) {
    return new ChatMessage("user", content);
  }

  /** What the model says. */
  public static ChatMessage assistant(String content) {
    return new ChatMessage("assistant", content);
  }
}
