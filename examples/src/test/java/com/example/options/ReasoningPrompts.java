package com.example.options;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.Reasoning;
import io.typedprompt.annotations.ReasoningContext;
import io.typedprompt.annotations.ReasoningEffort;
import io.typedprompt.annotations.ReasoningMode;
import io.typedprompt.annotations.ReasoningSummary;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
interface ReasoningPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(effort = ReasoningEffort.HIGH))
  String effort();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(maxTokens = 2000))
  String maxTokens();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(exclude = true))
  String exclude();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(enabled = false))
  String enabled();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(summary = ReasoningSummary.CONCISE))
  String summary();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(context = ReasoningContext.ALL_TURNS))
  String context();

  @UserMessage("Hi")
  @OpenRouterPrompt(reasoning = @Reasoning(mode = ReasoningMode.PRO))
  String mode();
}
