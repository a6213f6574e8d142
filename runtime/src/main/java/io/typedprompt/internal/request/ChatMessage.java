package io.typedprompt.internal.request;

import io.typedprompt.Media;
import io.typedprompt.Message;
import io.typedprompt.ToolCall;
import io.typedprompt.internal.json.JsonStreams;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A message as the API takes it. There is one class for each role. */
public sealed interface ChatMessage extends Message
    permits SystemChatMessage,
        UserChatMessage,
        AssistantChatMessage,
        ToolChatMessage,
        StoredChatMessage {
  /** What the application says. */
  static SystemChatMessage system(String text) {
    return new SystemChatMessage(text, null);
  }

  /** What the user says. */
  static UserChatMessage user(String text) {
    return new UserChatMessage(List.of(new TextPart(text)), null);
  }

  /** What the user says and shows: each part is a {@code String} or {@code Media}. */
  static UserChatMessage user(List<Object> parts) {
    List<ContentPart> content = new ArrayList<>(parts.size());
    for (Object part : parts) {
      content.add(
          part instanceof Media media ? new MediaPart(media) : new TextPart(String.valueOf(part)));
    }
    return new UserChatMessage(content, null);
  }

  /** What the model says. */
  static AssistantChatMessage assistant(String text) {
    return new AssistantChatMessage(text, List.of(), null, null, null, List.of(), null);
  }

  /** Whether the message says how the model shall behave. */
  static boolean isInstruction(Message message) {
    return message.role().equals("system") || message.role().equals("developer");
  }

  /** Writes it as an object. The same message gives the same JSON. */
  void write(JsonGenerator out);

  /** About how many characters its JSON has. */
  int size();

  /** Its JSON. */
  @Override
  default String toJson() {
    StringWriter json = new StringWriter(size());
    try (JsonGenerator out = JsonStreams.generator(json)) {
      write(out);
    }
    return json.toString();
  }

  /** What was read from files, a JSON array; null if the message has nothing of it. */
  default @Nullable String annotations() {
    return null;
  }

  /** This message without what a provider would refuse to take back. */
  default ChatMessage sendable() {
    return this;
  }

  @Override
  default List<ToolCall> toolCalls() {
    return List.of();
  }

  @Override
  default Optional<String> toolCallId() {
    return Optional.empty();
  }

  /** What it is, without any text of it. */
  default String summary() {
    int length = text().length();
    return role() + " message, " + length + (length == 1 ? " character" : " characters");
  }
}
