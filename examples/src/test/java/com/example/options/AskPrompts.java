package com.example.options;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

/** Prompts whose options all come from elsewhere. */
@OpenRouterPrompt
interface AskPrompts {
  @UserMessage("Hi")
  String ask();

  @UserMessage("Hi")
  String ask(PromptOptions options);
}
