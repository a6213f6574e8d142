package io.typedprompt.internal.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A text.
 *
 * @param text the text
 */
public record TextPart(String text) implements ContentPart {
  /** Checks that there is a text. */
  public TextPart {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public void write(JsonGenerator out) {
    write(out, text, null);
  }

  /** Writes a part with this text, and with a mark to cache up to it if {@code ttl} is not null. */
  static void write(JsonGenerator out, String text, @Nullable String ttl) {
    out.writeStartObject();
    out.writeStringProperty("type", "text");
    out.writeStringProperty("text", text);
    if (ttl != null) {
      CacheControl.write(out, ttl);
    }
    out.writeEndObject();
  }

  /** Writes the member {@code content}: a text, or a list of one part where it carries a mark. */
  static void writeContent(JsonGenerator out, String text, @Nullable String ttl) {
    if (ttl == null) {
      out.writeStringProperty("content", text);
      return;
    }
    out.writeName("content");
    out.writeStartArray();
    write(out, text, ttl);
    out.writeEndArray();
  }

  /** About how many characters the JSON of a text has. */
  static int size(String text) {
    return 32 + text.length() + text.length() / 16;
  }

  @Override
  public int size() {
    return size(text);
  }

  /** How long it is, without the text. */
  @Override
  public String toString() {
    return "text, " + text.length() + " characters";
  }
}
