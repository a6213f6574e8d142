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
    int last = messages.size() - 1;
    while (last >= 0 && !messages.get(last).role().equals("user")) {
      last--;
    }
    if (last >= 0 && messages.get(last) instanceof UserChatMessage user) {
      appended.set(last, user.append(text));
    } else {
      // After a message that is kept as it was stored, or at the end if nobody said anything.
      appended.add(last < 0 ? messages.size() : last + 1, ChatMessage.user(text));
    }
    return appended;
  }
}
