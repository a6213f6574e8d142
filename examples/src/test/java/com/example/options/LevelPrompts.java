package com.example.options;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.MaxPrice;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.ProviderPreferences;
import io.typedprompt.annotations.Reasoning;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.UserMessage;

/** Prompts that take options from an interface and override some. */
@OpenRouterPrompt(
    models = {"interface/one", "interface/two"},
    temperature = 0.2,
    topP = 0.2,
    topK = 2,
    stop = {"a", "b"},
    provider =
        @ProviderPreferences(
            order = {"together", "fireworks"},
            zdr = true,
            maxPrice = @MaxPrice(completion = 2)),
    reasoning = @Reasoning(summary = "auto"),
    appReferer = "https://interface.example",
    appTitle = "Interface")
interface LevelPrompts {
  @UserMessage("Hi")
  String inherits(PromptOptions options);

  @UserMessage("Hi")
  @OpenRouterPrompt(
      models = "method/one",
      temperature = 0.3,
      topP = 0.3,
      stop = "c",
      provider = @ProviderPreferences(zdr = false, maxPrice = @MaxPrice(request = 3)),
      reasoning = @Reasoning(effort = "low"),
      appTitle = "Method")
  String overrides(PromptOptions options);

  @UserMessage("Hi")
  @OpenRouterPrompt(unset = {"temperature", "provider.order", "reasoning", "models", "appTitle"})
  String unsets(PromptOptions options);

  /** Where one option of an exclusive pair meets the other one of a lower level. */
  @OpenRouterPrompt(
      maxTokens = 100,
      topLogprobs = 5,
      route = Route.FALLBACK,
      reasoning = @Reasoning(effort = "high"))
  interface Exclusive {
    @UserMessage("Hi")
    String inherits(PromptOptions options);

    @UserMessage("Hi")
    @OpenRouterPrompt(
        maxCompletionTokens = 200,
        logprobs = false,
        provider = @ProviderPreferences(partition = "none"),
        reasoning = @Reasoning(maxTokens = 50))
    String others(PromptOptions options);
  }
}
