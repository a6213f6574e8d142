package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
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
 * The messages of a call, in their fixed order: system, examples, user, prefill. When an answer did
 * not fit, the answer and what was wrong with it come before the prefill, which begins every
 * answer.
 */
final class Conversation {
  private final List<ChatMessage> original = new ArrayList<>();
  private final @Nullable String prefill;

  Conversation(PromptInput input, PromptOptions options) {
    if (input.systemText() != null) {
      original.add(
          ChatMessage.system(input.systemText()).cached(ttl(options, Option.CACHE_SYSTEM)));
    }
    List<String> examples = input.exampleTexts();
    for (int i = 0; i + 1 < examples.size(); i += 2) {
      original.add(ChatMessage.user(examples.get(i)));
      boolean last = i + 3 >= examples.size();
      original.add(
          ChatMessage.assistant(examples.get(i + 1))
              .cached(last ? ttl(options, Option.CACHE_EXAMPLES) : null));
    }
    if (input.userText() != null) {
      original.add(ChatMessage.user(input.userText()).cached(ttl(options, Option.CACHE_USER)));
    }
    prefill = input.prefillText();
  }

  private static @Nullable String ttl(PromptOptions options, Option option) {
    return options.toMap().get(option.optionName()) instanceof String ttl ? ttl : null;
  }

  /** What is asked first. */
  List<ChatMessage> first() {
    return withPrefill(new ArrayList<>(original));
  }

  /** What is asked after {@code answer}, of which only the last is kept. */
  List<ChatMessage> again(String answer, List<AnswerProblem> problems) {
    List<ChatMessage> messages = new ArrayList<>(original);
    messages.add(ChatMessage.assistant(answer));
    messages.add(ChatMessage.user(complaint(problems)));
    return withPrefill(messages);
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

  private List<ChatMessage> withPrefill(List<ChatMessage> messages) {
    if (prefill != null) {
      messages.add(ChatMessage.assistant(prefill));
    }
    return messages;
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
