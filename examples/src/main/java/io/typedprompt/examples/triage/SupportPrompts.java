package io.typedprompt.examples.triage;

import io.typedprompt.PromptResult;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

/** The prompts of the support desk. */
@OpenRouterPrompt(
    models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"}, // the second is the fallback
    temperature = 0.2)
public interface SupportPrompts {

  @SystemMessage("You triage support tickets for {{product}}.")
  @UserMessage(
      """
      {{#ticket}}
      Subject: {{subject}}
      {{#customer}}
      From: {{name}}, who pays for the {{plan}} plan
      {{/customer}}
      {{#attachments}}
      Attached: {{.}}
      {{/attachments}}

      {{body}}
      {{/ticket}}
      """)
  PromptResult<Triage> triage(String product, Ticket ticket);

  @OpenRouterPrompt(temperature = 0.9) // overrides the interface's option
  @UserMessage(resource = "prompts/haiku.mustache")
  String haiku(String topic);
}
