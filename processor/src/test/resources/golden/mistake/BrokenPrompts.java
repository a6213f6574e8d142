package com.example;

import io.typedprompt.PromptResult;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
public interface BrokenPrompts {
  @UserMessage("A haiku about {{topics}}.")
  PromptResult<String> haiku(String topic);

  @UserMessage("A name for {{things}}.")
  int name(String... things);
}
