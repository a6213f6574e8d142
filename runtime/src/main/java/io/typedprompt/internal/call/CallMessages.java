package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.internal.json.JsonStreams;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.request.ChatMessage;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The messages of a call, in their fixed order: system, examples, history, user, tool turns,
 * prefill. When an answer did not fit, the answer and what was wrong with it come before the
 * prefill, which begins every answer.
 */
final class CallMessages {
  private final List<ChatMessage> messages = new ArrayList<>();

  /** Where, after the system message and the examples, the conversation begins. */
  private final int start;

  private final @Nullable String prefill;
  private @Nullable ChatMessage rejected;
  private @Nullable ChatMessage complaint;

  CallMessages(PromptInput input, PromptOptions options) {
    if (input.systemText() != null) {
      messages.add(
          ChatMessage.system(input.systemText()).cached(ttl(options, Option.CACHE_SYSTEM)));
    }
    List<String> examples = input.exampleTexts();
    for (int i = 0; i + 1 < examples.size(); i += 2) {
      messages.add(ChatMessage.user(examples.get(i)));
      boolean last = i + 3 >= examples.size();
      messages.add(
          ChatMessage.assistant(examples.get(i + 1))
              .cached(last ? ttl(options, Option.CACHE_EXAMPLES) : null));
    }
    start = messages.size();
    for (Message message : input.historyMessages()) {
      messages.add((ChatMessage) message);
    }
    if (!input.userParts().isEmpty()) {
      messages.add(ChatMessage.user(input.userParts()).cached(ttl(options, Option.CACHE_USER)));
    }
    prefill = input.prefillText();
  }

  private static @Nullable String ttl(PromptOptions options, Option option) {
    return options.toMap().get(option.optionName()) instanceof String ttl ? ttl : null;
  }

  /** What is asked now. */
  List<ChatMessage> now() {
    List<ChatMessage> now = new ArrayList<>(messages.size() + 3);
    now.addAll(messages);
    if (rejected != null && complaint != null) {
      now.add(rejected);
      now.add(complaint);
    }
    if (prefill != null) {
      now.add(ChatMessage.assistant(prefill));
    }
    return now;
  }

  /** Adds a tool turn: what the model asked for, or what a tool answered. */
  void add(ChatMessage turn) {
    messages.add(turn);
  }

  /** From now on this answer is asked to be corrected, and none that was rejected before. */
  void reject(String answer, List<AnswerProblem> problems) {
    rejected = ChatMessage.assistant(answer);
    complaint = ChatMessage.user(complaint(problems));
  }

  /**
   * The history, the user's message, the tool turns and this answer: what a further call can go on
   * with.
   */
  Conversation conversation(ChatMessage answer) {
    Message[] whole = new Message[messages.size() - start + 1];
    for (int i = start; i < messages.size(); i++) {
      whole[i - start] = messages.get(i).cached(null);
    }
    whole[whole.length - 1] = answer;
    return Conversation.of(whole);
  }

  /**
   * The whole answer: the model goes on after the prefill. A model that begins with the prefill all
   * the same has repeated it, and it is not taken twice.
   */
  String whole(String content) {
    return prefill == null || content.startsWith(prefill) ? content : prefill + content;
  }

  /** Whether the beginning of an answer does not tell yet if the model repeats the prefill. */
  boolean mayRepeatPrefill(CharSequence beginning) {
    return prefill != null
        && beginning.length() < prefill.length()
        && prefill.startsWith(beginning.toString());
  }

  private static String complaint(List<AnswerProblem> problems) {
    return "This answer does not fit. Its problems are:\n"
        + json(problems)
        + "\nAnswer again, whole and in the form that was asked, with all of them corrected.";
  }

  private static String json(List<AnswerProblem> problems) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonStreams.generator(text)) {
      out.writeStartArray();
      for (AnswerProblem problem : problems) {
        out.writeStartObject();
        out.writeStringProperty("path", problem.path());
        out.writeStringProperty("expected", problem.expected());
        out.writeStringProperty("got", problem.found());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return text.toString();
  }
}
