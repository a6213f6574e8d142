package com.example.options;

import io.typedprompt.annotations.LogitBias;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt
interface SamplingPrompts {
  @UserMessage("Hi")
  @OpenRouterPrompt(temperature = 0.2)
  String temperature();

  @UserMessage("Hi")
  @OpenRouterPrompt(topP = 0.9)
  String topP();

  @UserMessage("Hi")
  @OpenRouterPrompt(topK = 40)
  String topK();

  @UserMessage("Hi")
  @OpenRouterPrompt(minP = 0.05)
  String minP();

  @UserMessage("Hi")
  @OpenRouterPrompt(topA = 0.1)
  String topA();

  @UserMessage("Hi")
  @OpenRouterPrompt(repetitionPenalty = 1.1)
  String repetitionPenalty();

  @UserMessage("Hi")
  @OpenRouterPrompt(frequencyPenalty = -0.5)
  String frequencyPenalty();

  @UserMessage("Hi")
  @OpenRouterPrompt(presencePenalty = 2)
  String presencePenalty();

  @UserMessage("Hi")
  @OpenRouterPrompt(seed = 9_007_199_254_740_993L)
  String seed();

  @UserMessage("Hi")
  @OpenRouterPrompt(
      logitBias = {@LogitBias(token = 50256, bias = -100), @LogitBias(token = 11, bias = 1.5)})
  String logitBias();
}
