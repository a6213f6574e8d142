package io.typedprompt;

import io.typedprompt.internal.request.ConversationLimits;
import io.typedprompt.internal.request.StoredMessages;
import io.typedprompt.internal.request.TokenEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a user and a model have said to each other, the oldest message first. Immutable.
 *
 * <p>As a parameter of a prompt method it is the history: it goes between the method's system
 * message and examples and its user message. {@link PromptResult#conversation()} is what the next
 * call goes on with:
 *
 * <pre>{@code
 * Conversation history = Conversation.of();
 * PromptResult<String> answer = prompts.chat(history, question);
 * history = answer.conversation();
 * }</pre>
 */
public final class Conversation {
  private final List<Message> messages;

  private Conversation(List<Message> messages) {
    this.messages = messages;
  }

  /** A conversation of these messages; without any, one that has not begun. */
  public static Conversation of(Message... messages) {
    return new Conversation(List.of(messages));
  }

  /** A conversation of these messages. */
  public static Conversation of(List<? extends Message> messages) {
    return new Conversation(List.copyOf(messages));
  }

  /**
   * The conversation in this JSON, as {@link #toJson} writes it: an array of messages as the API
   * takes them. Members of messages that this release does not know are kept, and sent with them.
   *
   * @throws IllegalArgumentException if it is not JSON or no array of messages; the message says
   *     where
   */
  public static Conversation fromJson(String json) {
    return new Conversation(List.copyOf(StoredMessages.list(json)));
  }

  /** The messages, the oldest first. */
  public List<Message> messages() {
    return messages;
  }

  /** This conversation with further messages at its end. */
  public Conversation plus(Message... further) {
    List<Message> longer = new ArrayList<>(messages);
    longer.addAll(Arrays.asList(further));
    return of(longer);
  }

  /**
   * The conversation as JSON, to be stored: an array of messages as the API takes them. {@link
   * #fromJson} reads it, and the conversation that it makes writes the same text again. It has all
   * the texts: nothing for a log.
   */
  public String toJson() {
    StringBuilder json = new StringBuilder("[");
    for (Message message : messages) {
      json.append(json.length() > 1 ? "," : "").append(message.toJson());
    }
    return json.append(']').toString();
  }

  /**
   * About how many tokens the messages have: one for each 4 bytes that the texts, tool calls and
   * reasoning take in UTF-8, 4 more for each message, and 1,000 for each image, file, audio or
   * video. That is near the truth for English prose, and too little for some other languages.
   */
  public long estimatedTokens() {
    long tokens = 0;
    for (Message message : messages) {
      tokens += TokenEstimate.of(message);
    }
    return tokens;
  }

  /**
   * The last part of this conversation that has no more than {@code most} messages.
   *
   * <p>What is dropped are whole turns, the oldest first: a message of the user with everything up
   * to the next one, so that a tool call keeps its results. System messages are never dropped, and
   * neither is a last turn that waits for its answer, as one that ends with a message of the user;
   * they count, though, and if they alone are too much, they are what is left.
   *
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public Conversation limitMessages(int most) {
    return ConversationLimits.limit(this, most, message -> 1);
  }

  /**
   * The last part of this conversation that has no more than about {@code most} tokens, by the
   * estimate of {@link #estimatedTokens}. What is dropped and what is not: see {@link
   * #limitMessages}.
   *
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public Conversation limitTokens(long most) {
    return limitTokens(most, TokenEstimate::of);
  }

  /**
   * The last part of this conversation that has no more than {@code most} tokens. What is dropped
   * and what is not: see {@link #limitMessages}.
   *
   * @param tokens how many tokens a message has, by the tokenizer of the model
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public Conversation limitTokens(long most, ToLongFunction<? super Message> tokens) {
    return ConversationLimits.limit(this, most, tokens);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conversation that && messages.equals(that.messages);
  }

  @Override
  public int hashCode() {
    return messages.hashCode();
  }

  /** How many messages it has, without any text of them. */
  @Override
  public String toString() {
    return messages.size() == 1
        ? "Conversation of 1 message"
        : "Conversation of " + messages.size() + " messages";
  }
}
