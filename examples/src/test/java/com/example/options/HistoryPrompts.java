package com.example.options;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.PromptResult;
import io.typedprompt.annotations.Example;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prompts with histories. */
@OpenRouterPrompt
interface HistoryPrompts {
  @SystemMessage("S")
  @Example(user = "1", assistant = "one")
  @UserMessage("{{question}}")
  PromptResult<String> ask(Conversation history, String question);

  String answer(List<? extends Message> conversation);

  @UserMessage("Hi")
  String maybe(@Nullable Conversation history);

  @UserMessage("Hi")
  String optional(Optional<List<Message>> history);
}
