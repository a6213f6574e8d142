package io.typedprompt.internal.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What the application says.
 *
 * @param text the text
 * @param cacheTtl how long the prompt up to the end of this message is cached, or null
 */
public record SystemChatMessage(String text, @Nullable String cacheTtl) implements ChatMessage {
  /** Checks that there is a text. */
  public SystemChatMessage {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String role() {
    return "system";
  }

  /** This message at the end of a part to cache, or not if {@code ttl} is null. */
  public SystemChatMessage cached(@Nullable String ttl) {
    return new SystemChatMessage(text, ttl);
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("role", "system");
    TextPart.writeContent(out, text, cacheTtl);
    out.writeEndObject();
  }

  @Override
  public int size() {
    return TextPart.size(text);
  }

  @Override
  public String toString() {
    return summary();
  }
}
