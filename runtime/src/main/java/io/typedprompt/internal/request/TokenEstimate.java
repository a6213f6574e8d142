package io.typedprompt.internal.request;

import io.typedprompt.Message;
import io.typedprompt.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** About how many tokens a message has. Each model counts in its own way; this is for budgets. */
public final class TokenEstimate {
  private static final int BYTES_PER_TOKEN = 4;
  private static final int PER_MESSAGE = 4;
  private static final int PER_MEDIUM = 1000;

  private TokenEstimate() {}

  /** The tokens of a message with what stands around it. */
  public static long of(Message message) {
    ChatMessage known = (ChatMessage) message;
    if (known instanceof StoredChatMessage stored) {
      known = stored.known();
    }
    long bytes = bytes(known.text());
    for (ToolCall call : known.toolCalls()) {
      bytes += bytes(call.name()) + bytes(call.arguments());
    }
    if (known instanceof AssistantChatMessage assistant) {
      bytes += bytes(assistant.reasoning()) + bytes(assistant.reasoningDetails());
      bytes += bytes(assistant.annotations());
    }
    long tokens = (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN + PER_MESSAGE;
    return tokens + media(known);
  }

  private static long media(ChatMessage message) {
    if (message instanceof UserChatMessage user) {
      return media(user.content());
    }
    return message instanceof AssistantChatMessage assistant ? media(assistant.images()) : 0;
  }

  private static long media(List<ContentPart> content) {
    long tokens = 0;
    for (ContentPart part : content) {
      if (!(part instanceof TextPart) && part.text().isEmpty()) {
        tokens += PER_MEDIUM;
      }
    }
    return tokens;
  }

  /** How long the text is in UTF-8. */
  private static long bytes(@Nullable String text) {
    long bytes = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair takes two of the four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
