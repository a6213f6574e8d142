package io.typedprompt;

import io.typedprompt.internal.request.ChatMessage;
import io.typedprompt.internal.request.StoredMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of a {@link Conversation}. Immutable.
 *
 * <p>Beside its text, an assistant's message keeps what the provider wants back when the
 * conversation goes on: tool calls, the details of its reasoning, what was read from files.
 */
public sealed interface Message permits ChatMessage {
  /** What the application says: how the model shall behave. */
  static Message system(String text) {
    return ChatMessage.system(text);
  }

  /** What the user says. */
  static Message user(String text) {
    return ChatMessage.user(text);
  }

  /** What the user says, and shows after that. */
  static Message user(String text, Media... media) {
    List<Object> parts = new ArrayList<>();
    parts.add(Objects.requireNonNull(text, "text"));
    parts.addAll(List.of(media));
    return ChatMessage.user(parts);
  }

  /** What the model said, or is made to believe that it said. */
  static Message assistant(String text) {
    return ChatMessage.assistant(text);
  }

  /**
   * The message in this JSON, as {@link #toJson} or the API writes it. Members that this release
   * does not know are kept, and sent with the message.
   *
   * @throws IllegalArgumentException if it is not JSON or no message; the message says where
   */
  static Message fromJson(String json) {
    return StoredMessages.message(json);
  }

  /**
   * Who speaks: {@code "system"} or {@code "developer"} for the application, {@code "user"}, {@code
   * "assistant"} for the model, or {@code "tool"} for the result of a tool call.
   */
  String role();

  /**
   * The text, without images and other media; empty if there is none, as in a message that only
   * calls tools.
   */
  String text();

  /** The tools that the model asks for; empty for all roles but the assistant's. */
  List<ToolCall> toolCalls();

  /** Which tool call this is the result of; there is one in each message of a tool. */
  Optional<String> toolCallId();

  /** The message as the API takes it, a JSON object. It has the texts: nothing for a log. */
  String toJson();
}
