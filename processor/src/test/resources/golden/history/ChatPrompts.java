package com.example;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.Example;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations that go on. */
@OpenRouterPrompt(models = "openai/gpt-4o-mini")
public interface ChatPrompts {
  /** The usual form. */
  @SystemMessage("You help people who use {{product}}.")
  @Example(user = "Hi!", assistant = "Hello! What is wrong?")
  @UserMessage("{{question}}")
  PromptStream<String> chat(String product, Conversation history, String question);

  /** The whole conversation is an argument. */
  PromptResult<String> answer(List<Message> conversation);

  /** There may be no history. */
  @UserMessage("Go on.")
  String maybe(@Nullable Conversation history, PromptOptions options);

  /** Nor here. */
  @UserMessage("Go on.")
  String optional(Optional<List<? extends Message>> history);
}
