package com.example;

import io.typedprompt.PromptOptions;
import io.typedprompt.annotations.MaxPrice;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.Plugin;
import io.typedprompt.annotations.PluginId;
import io.typedprompt.annotations.ProviderPreferences;
import io.typedprompt.annotations.ProviderSort;
import io.typedprompt.annotations.Reasoning;
import io.typedprompt.annotations.ReasoningEffort;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.UserMessage;
import org.jspecify.annotations.Nullable;

@OpenRouterPrompt(
    models = {"deepseek/deepseek-v4-flash", "google/gemma-4-31b-it"},
    route = Route.FALLBACK,
    temperature = 0.2,
    seed = 7,
    provider =
        @ProviderPreferences(
            order = {"together", "fireworks"},
            sort = ProviderSort.PRICE,
            maxPrice = @MaxPrice(prompt = 1, completion = 2.5)),
    plugins = @Plugin(id = PluginId.WEB, json = "{\"max_results\": 3}"))
interface TunedPrompts {
  @UserMessage("Go.")
  String inherits();

  @OpenRouterPrompt(
      temperature = 0.9,
      unset = "seed",
      reasoning = @Reasoning(effort = ReasoningEffort.HIGH))
  @UserMessage("Go.")
  String overrides(@Nullable PromptOptions options);
}
