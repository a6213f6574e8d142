package io.typedprompt.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What the user says.
 *
 * @param content texts and media in their order
 * @param cacheTtl how long the prompt up to the last text of this message is cached, or null
 */
public record UserChatMessage(List<ContentPart> content, @Nullable String cacheTtl)
    implements ChatMessage {
  /** Takes a copy of the content. */
  public UserChatMessage {
    content = List.copyOf(content);
  }

  @Override
  public String role() {
    return "user";
  }

  /** All texts, one after the other. */
  @Override
  public String text() {
    if (content.size() == 1) {
      return content.get(0).text();
    }
    StringBuilder text = new StringBuilder();
    for (ContentPart part : content) {
      text.append(part.text());
    }
    return text.toString();
  }

  /** This message at the end of a part to cache, or not if {@code ttl} is null. */
  public UserChatMessage cached(@Nullable String ttl) {
    return new UserChatMessage(content, ttl);
  }

  /** This message with a text at its end, two lines below the text that is there. */
  UserChatMessage append(String text) {
    List<ContentPart> longer = new ArrayList<>(content);
    int last = longer.size() - 1;
    if (last >= 0 && longer.get(last) instanceof TextPart part) {
      longer.set(last, new TextPart(part.text() + "\n\n" + text));
    } else {
      longer.add(new TextPart(text));
    }
    return new UserChatMessage(longer, cacheTtl);
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("role", "user");
    if (content.size() == 1 && content.get(0) instanceof TextPart part) {
      TextPart.writeContent(out, part.text(), cacheTtl);
    } else {
      writeParts(out);
    }
    out.writeEndObject();
  }

  private void writeParts(JsonGenerator out) {
    int marked = cacheTtl == null ? -1 : lastText();
    out.writeName("content");
    out.writeStartArray();
    for (int i = 0; i < content.size(); i++) {
      if (i == marked) {
        TextPart.write(out, content.get(i).text(), cacheTtl);
      } else {
        content.get(i).write(out);
      }
    }
    out.writeEndArray();
  }

  private int lastText() {
    int last = content.size() - 1;
    while (last >= 0 && !(content.get(last) instanceof TextPart)) {
      last--;
    }
    return last;
  }

  @Override
  public int size() {
    int size = 32;
    for (ContentPart part : content) {
      size += part.size();
    }
    return size;
  }

  @Override
  public String toString() {
    return summary();
  }
}
