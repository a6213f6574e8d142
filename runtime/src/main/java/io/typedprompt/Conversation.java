package io.typedprompt;

import java.util.List;

/** Messages that a user and a model have exchanged. Immutable. */
public final class Conversation {
  private final List<Message> messages;

  private Conversation(List<Message> messages) {
    this.messages = messages;
  }

  /** A conversation of these messages, in this order. */
  public static Conversation of(Message... messages) {
    return new Conversation(List.of(messages));
  }

  /** The messages, the oldest first. */
  public List<Message> messages() {
    return messages;
  }
}
