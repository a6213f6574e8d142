package io.typedprompt.internal.request;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Shortens conversations at their beginning, by whole turns. */
public final class ConversationLimits {
  private ConversationLimits() {}

  /**
   * The conversation without as many of its oldest turns as it takes.
   *
   * @param most how much there may be
   * @param weight what a message counts
   */
  public static Conversation limit(
      Conversation conversation, long most, ToLongFunction<? super Message> weight) {
    if (most < 0) {
      throw new IllegalArgumentException("the limit " + most + " is negative");
    }
    List<Message> messages = conversation.messages();
    long total = 0;
    for (Message message : messages) {
      total += weight.applyAsLong(message);
    }
    int kept = 0;
    int droppable = messages.size() - openTurn(messages);
    while (total > most && kept < droppable) {
      int next = nextTurn(messages, kept);
      for (Message message : messages.subList(kept, next)) {
        total -= ChatMessage.isInstruction(message) ? 0 : weight.applyAsLong(message);
      }
      kept = next;
    }
    return kept == 0 ? conversation : without(messages, kept);
  }

  /** Where the turn that begins at an index ends. */
  private static int nextTurn(List<Message> messages, int start) {
    int next = start + 1;
    while (next < messages.size() && !isOfUser(messages.get(next))) {
      next++;
    }
    return next;
  }

  /** How many messages the last turn has, if it waits for its answer. */
  private static int openTurn(List<Message> messages) {
    int size = messages.size();
    if (size == 0 || isAnswer(messages.get(size - 1))) {
      return 0;
    }
    int start = size - 1;
    while (start > 0 && !isOfUser(messages.get(start))) {
      start--;
    }
    return size - start;
  }

  private static Conversation without(List<Message> messages, int dropped) {
    List<Message> rest = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (i >= dropped || ChatMessage.isInstruction(messages.get(i))) {
        rest.add(messages.get(i));
      }
    }
    return Conversation.of(rest);
  }

  private static boolean isAnswer(Message message) {
    return message.role().equals("assistant") && message.toolCalls().isEmpty();
  }

  private static boolean isOfUser(Message message) {
    return message.role().equals("user");
  }
}
