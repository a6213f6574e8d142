package com.example.options;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import io.typedprompt.annotations.Verbosity;

@OpenRouterPrompt
interface OutputPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(maxTokens = 400)
  String maxTokens();

  @UserMessage("Hi")
  @OpenRouterPrompt(maxCompletionTokens = 500)
  String maxCompletionTokens();

  @UserMessage("Hi")
  @OpenRouterPrompt(stop = {"END", "\n\n"})
  String stop();

  @UserMessage("Hi")
  @OpenRouterPrompt(logprobs = true)
  String logprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(logprobs = false)
  String noLogprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(topLogprobs = 5)
  String topLogprobs();

  @UserMessage("Hi")
  @OpenRouterPrompt(verbosity = Verbosity.LOW)
  String verbosity();
}
