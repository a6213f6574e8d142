package io.typedprompt.examples.chat;

import io.typedprompt.Conversation;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

/** What is said to the cook. */
@OpenRouterPrompt(models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"})
public interface ChatPrompts {

  @SystemMessage("You are a cook who answers in two sentences. The market has {{market}} today.")
  @UserMessage("{{question}}")
  PromptStream<String> reply(String market, Conversation history, String question);
}
