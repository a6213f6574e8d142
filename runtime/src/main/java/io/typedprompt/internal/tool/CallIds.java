package io.typedprompt.internal.tool;

import io.typedprompt.ToolCall;
import io.typedprompt.internal.request.ChatMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids of the tool calls of one conversation, each of which stands for one call. Some providers
 * leave them out, or use one for all calls; the results could not be told apart then.
 */
public final class CallIds {
  private final Set<String> used = new HashSet<>();
  private int last;

  /** The ids that a conversation begins with. */
  public CallIds(List<ChatMessage> messages) {
    for (ChatMessage message : messages) {
      for (ToolCall call : message.toolCalls()) {
        used.add(call.id());
      }
    }
  }

  /** The provider's own id, or one of ours if it has none or was there before. */
  String unique(String id) {
    if (!id.isBlank() && used.add(id)) {
      return id;
    }
    String own;
    do {
      last++;
      own = "call_" + last;
    } while (!used.add(own));
    return own;
  }
}
