package io.typedprompt.internal.request;

import java.util.ArrayList;
import java.util.List;

/** Asks for a form in words, for models that know no other way. */
final class SchemaPrompt {
  private static final String INSTRUCTION =
      "Answer with one JSON value of this form, and with nothing else: no explanation, no comments,"
          + " no code fence.\n";

  private SchemaPrompt() {}

  /**
   * The messages with the schema at the end of the last one of the user. There it is nearest to the
   * answer, also when an answer that did not fit has been asked for again.
   */
  static List<ChatMessage> append(String schema, List<ChatMessage> messages) {
    List<ChatMessage> appended = new ArrayList<>(messages);
    String text = INSTRUCTION + CompactSchema.of(schema);
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i) instanceof UserChatMessage user) {
        appended.set(i, user.append(text));
        return appended;
      }
    }
    appended.add(ChatMessage.user(text));
    return appended;
  }
}
