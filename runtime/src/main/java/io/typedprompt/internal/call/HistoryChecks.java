package io.typedprompt.internal.call;

import io.typedprompt.Message;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.internal.request.ChatMessage;
import java.util.List;

/** What of a history does not go together with the rest of a call. */
final class HistoryChecks {
  private HistoryChecks() {}

  /**
   * Checks it before anything is sent.
   *
   * @param method the method's name
   * @throws NullPointerException if a message is null
   * @throws IllegalArgumentException if there are two system messages, or nothing is asked
   */
  static void check(String method, PromptInput input) {
    String name = MethodName.shortened(method);
    List<Message> history = input.historyMessages();
    if (history.isEmpty() && input.userParts().isEmpty()) {
      throw new IllegalArgumentException(
          name
              + ": the conversation has no messages, so nothing is asked. Pass one that has at"
              + " least a message of the user.");
    }
    for (int i = 0; i < history.size(); i++) {
      Message message = history.get(i);
      if (message == null) {
        throw new NullPointerException(place(name, i) + " is null.");
      }
      if (input.systemText() != null && ChatMessage.isInstruction(message)) {
        throw new IllegalArgumentException(
            place(name, i)
                + " is a "
                + message.role()
                + " message, but the method has a system message of its own. Leave it out of the"
                + " history, or remove @SystemMessage from the method and its interface.");
      }
    }
  }

  private static String place(String method, int index) {
    return method + ": message " + (index + 1) + " of the history";
  }

  /** How many messages of the application the history begins with. */
  static int instructions(List<Message> history) {
    int count = 0;
    while (count < history.size() && ChatMessage.isInstruction(history.get(count))) {
      count++;
    }
    return count;
  }
}
