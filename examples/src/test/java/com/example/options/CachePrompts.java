package com.example.options;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.CacheControl;
import io.typedprompt.annotations.CacheTtl;
import io.typedprompt.annotations.Example;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

@SystemMessage("S")
@OpenRouterPrompt(cacheControl = @CacheControl(system = CacheTtl.ONE_HOUR))
interface CachePrompts {
  @Example(user = "1", assistant = "one")
  @Example(user = "2", assistant = "two")
  @UserMessage("Hi")
  @OpenRouterPrompt(
      cacheControl = @CacheControl(examples = CacheTtl.FIVE_MINUTES, user = CacheTtl.FIVE_MINUTES))
  String all();

  @UserMessage("Hi")
  String ask(PromptOptions options);

  @UserMessage("Hi")
  @OpenRouterPrompt(unset = "cacheControl", structuredOutput = StructuredOutput.PROMPT)
  Answer count(PromptOptions options);

  record Answer(String text, int count) {}
}
