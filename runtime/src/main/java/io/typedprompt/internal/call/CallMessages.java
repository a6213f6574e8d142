package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Conversation;
import io.typedprompt.Image;
import io.typedprompt.Message;
import io.typedprompt.PromptOptions;
import io.typedprompt.ToolCall;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.internal.answer.ProblemList;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.request.AssistantChatMessage;
import io.typedprompt.internal.request.ChatMessage;
import io.typedprompt.internal.request.ContentPart;
import io.typedprompt.internal.request.MediaPart;
import io.typedprompt.internal.request.UserChatMessage;
import io.typedprompt.internal.response.Annotations;
import io.typedprompt.internal.response.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a call, in their fixed order: system, examples, history, user, tool turns,
 * prefill. A history's own system messages take the place of the method's. When an answer did not
 * fit, the answer and what was wrong with it come before the prefill, which begins every answer.
 */
final class CallMessages {
  private final List<ChatMessage> messages = new ArrayList<>();
  private final List<Message> history;

  /** Where what this call adds to the history begins. */
  private final int start;

  private final @Nullable String prefill;
  private @Nullable ChatMessage rejected;
  private @Nullable ChatMessage complaint;
  private String handedOn = "";

  /**
   * The messages that are asked first.
   *
   * @param method the method's name, for exceptions
   * @throws IllegalArgumentException if they do not go together
   */
  CallMessages(String method, PromptInput input, PromptOptions options) {
    history = input.historyMessages();
    int instructions = 0;
    if (!history.isEmpty() || input.userParts().isEmpty()) {
      HistoryChecks.check(method, input);
      instructions = HistoryChecks.instructions(history);
    }
    if (input.systemText() != null) {
      messages.add(
          ChatMessage.system(input.systemText()).cached(ttl(options, Option.CACHE_SYSTEM)));
    }
    addHistory(0, instructions);
    addExamples(input.exampleTexts(), ttl(options, Option.CACHE_EXAMPLES));
    addHistory(instructions, history.size());
    start = messages.size();
    if (!input.userParts().isEmpty()) {
      messages.add(ChatMessage.user(input.userParts()).cached(ttl(options, Option.CACHE_USER)));
    }
    prefill = input.prefillText();
  }

  private void addExamples(List<String> examples, @Nullable String ttl) {
    for (int i = 0; i + 1 < examples.size(); i += 2) {
      messages.add(ChatMessage.user(examples.get(i)));
      boolean last = i + 3 >= examples.size();
      messages.add(ChatMessage.assistant(examples.get(i + 1)).cached(last ? ttl : null));
    }
  }

  private void addHistory(int from, int to) {
    for (int i = from; i < to; i++) {
      messages.add((ChatMessage) history.get(i));
    }
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
   * What the model said in this call, in the form in which it goes back to it.
   *
   * @param text the text; null if the message only calls tools
   * @param toolCalls the calls, with the ids that the results of the tools refer to
   */
  AssistantChatMessage said(Choice choice, @Nullable String text, List<ToolCall> toolCalls) {
    // The arguments of a forced tool are the answer: reasoning that leads to a call does not fit
    // it.
    boolean asItCame = choice.toolCalls().isEmpty() || !toolCalls.isEmpty();
    String details = asItCame ? choice.reasoningDetails() : null;
    boolean hasDetails = details != null && details.indexOf('{') >= 0;
    return new AssistantChatMessage(
        text,
        toolCalls,
        asItCame && !hasDetails ? choice.reasoning() : null,
        details,
        unknownFiles(choice.annotations()),
        images(choice),
        null);
  }

  private static List<ContentPart> images(Choice choice) {
    List<ContentPart> parts = new ArrayList<>();
    for (Image image : choice.media().images()) {
      parts.add(new MediaPart(image));
    }
    return parts;
  }

  /** What was read from files, as JSON, but for those of which the messages have it already. */
  private @Nullable String unknownFiles(Annotations annotations) {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < annotations.files().size(); i++) {
      String hash = '"' + annotations.files().get(i).hash() + '"';
      if (files.indexOf(hash) < 0 && !isKnownFile(hash)) {
        files.append(files.isEmpty() ? '[' : ',').append(annotations.fileJson().get(i));
      }
    }
    return files.isEmpty() ? null : files.append(']').toString();
  }

  private boolean isKnownFile(String hash) {
    for (ChatMessage message : messages) {
      String annotations = message.annotations();
      if (annotations != null && annotations.contains(hash)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The history, the user's message, the tool turns and this answer: what a further call can go on
   * with.
   */
  Conversation conversation(ChatMessage answer) {
    List<Message> whole = new ArrayList<>(history.size() + messages.size() - start + 1);
    whole.addAll(history);
    for (ChatMessage message : messages.subList(start, messages.size())) {
      whole.add(message instanceof UserChatMessage user ? user.cached(null) : message);
    }
    whole.add(answer);
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

  /** A stream has handed on this text, and the answer to follow is another one. */
  void handOn(CharSequence text) {
    handedOn = textSoFar(text);
  }

  /** What a stream has handed on in all, when it is at this text of the present answer. */
  String textSoFar(CharSequence text) {
    return text.isEmpty() ? handedOn : handedOn.concat(whole(text.toString()));
  }

  /** What a stream has handed on of the answers before the present one. */
  String handedOn() {
    return handedOn;
  }

  private static String complaint(List<AnswerProblem> problems) {
    return "This answer does not fit. Its problems are:\n"
        + ProblemList.json(problems)
        + "\nAnswer again, whole and in the form that was asked, with all of them corrected.";
  }
}
