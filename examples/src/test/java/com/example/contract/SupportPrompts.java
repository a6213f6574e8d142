package com.example.contract;

import io.typedprompt.PromptResult;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt(
    models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"},
    temperature = 0.2)
public interface SupportPrompts {

  @SystemMessage("You triage support tickets for {{product}}.")
  @UserMessage(
      """
      {{#ticket}}
      Subject: {{subject}}
      {{body}}
      {{/ticket}}
      """)
  PromptResult<Triage> triage(String product, Ticket ticket);

  @OpenRouterPrompt(temperature = 0.9)
  @UserMessage(resource = "prompts/haiku.mustache")
  String haiku(String topic);
}
