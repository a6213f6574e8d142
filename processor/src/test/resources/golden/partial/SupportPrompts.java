package com.example;

import io.typedprompt.PromptStream;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
public interface SupportPrompts {
  @UserMessage("Triage {{ticket}}.")
  PromptStream<Triage> triage(String ticket);

  @UserMessage("Triage {{ticket}} again.")
  PromptStream<Triage> again(String ticket);
}
