package io.typedprompt.internal.request;

import io.typedprompt.ToolCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A message whose JSON says more than the class of its role can express, or says it in another way.
 * It goes on as it came.
 *
 * @param role its role
 * @param known what of it is understood
 * @param json the whole of it
 */
public record StoredChatMessage(String role, ChatMessage known, String json)
    implements ChatMessage {
  /** Checks that everything is there. */
  public StoredChatMessage {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(json, "json");
  }

  @Override
  public String text() {
    return known.text();
  }

  @Override
  public List<ToolCall> toolCalls() {
    return known.toolCalls();
  }

  @Override
  public Optional<String> toolCallId() {
    return known.toolCallId();
  }

  @Override
  public @Nullable String annotations() {
    return known.annotations();
  }

  @Override
  public ChatMessage sendable() {
    return known.sendable().equals(known)
        ? this
        : new StoredChatMessage(role, known, SignedReasoning.ofMessage(json));
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeRawValue(json);
  }

  @Override
  public String toJson() {
    return json;
  }

  @Override
  public int size() {
    return json.length();
  }

  @Override
  public String toString() {
    return known.toString().replace(known.role() + " message", role + " message");
  }
}
