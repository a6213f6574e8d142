package io.typedprompt.benchmarks;

import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;
import java.util.List;

/** The prompts that are measured. */
@OpenRouterPrompt(
    models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"},
    temperature = 0.2,
    maxTokens = 800)
interface SupportPrompts {
  @SystemMessage("You triage support tickets for {{product}}.")
  @UserMessage(
      """
      Subject: {{ticket.subject}}
      {{#ticket.attachments}}
      Attached: {{.}}
      {{/ticket.attachments}}

      {{ticket.body}}
      """)
  PromptResult<Triage> triage(String product, Ticket ticket);

  @UserMessage("Triage all tickets of {{product}}.")
  PromptResult<List<Triage>> triageAll(String product);

  /** A template of 10 KB. */
  @UserMessage(resource = "prompts/handbook.mustache")
  PromptResult<String> handbook(String product, Ticket ticket);

  @UserMessage("Tell the story of {{product}}.")
  PromptStream<String> story(String product);
}
