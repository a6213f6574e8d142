package com.example.options;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.UserMessage;

/** Options that tell the client what to do, and typed answers, which most of them are about. */
@OpenRouterPrompt
interface ClientPrompts {
  @UserMessage("Hi")
  Answer plain();

  @UserMessage("Hi")
  @OpenRouterPrompt(structuredOutput = StructuredOutput.JSON_SCHEMA)
  Answer jsonSchema();

  @UserMessage("Hi")
  @OpenRouterPrompt(structuredOutput = StructuredOutput.TOOL)
  Answer tool();

  @UserMessage("Hi")
  @OpenRouterPrompt(structuredOutput = StructuredOutput.PROMPT)
  Answer prompt();

  @UserMessage("Hi")
  @OpenRouterPrompt(maxAttempts = 3)
  Answer maxAttempts();

  @UserMessage("Hi")
  @OpenRouterPrompt(strict = true)
  Answer strict();

  @UserMessage("Hi")
  @OpenRouterPrompt(roundIntegers = true)
  Answer roundIntegers();

  @UserMessage("Hi")
  @OpenRouterPrompt(timeoutSeconds = 30)
  Answer timeoutSeconds();

  @UserMessage("Hi")
  @OpenRouterPrompt(maxCost = 0.05)
  Answer maxCost();

  record Answer(String text, int count) {}
}
