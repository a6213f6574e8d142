package io.typedprompt.internal.request;

import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What a tool answered.
 *
 * @param callId the id of the call
 * @param text the result, or what went wrong
 */
public record ToolChatMessage(String callId, String text) implements ChatMessage {
  /** Checks that both are there. */
  public ToolChatMessage {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String role() {
    return "tool";
  }

  @Override
  public Optional<String> toolCallId() {
    return Optional.of(callId);
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("role", "tool");
    out.writeStringProperty("tool_call_id", callId);
    out.writeStringProperty("content", text);
    out.writeEndObject();
  }

  @Override
  public int size() {
    return 32 + callId.length() + TextPart.size(text);
  }

  @Override
  public String toString() {
    return summary();
  }
}
