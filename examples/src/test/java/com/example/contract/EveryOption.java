package com.example.contract;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.ProviderPreferences;
import io.typedprompt.annotations.Route;
import io.typedprompt.annotations.Transform;
import io.typedprompt.annotations.UserMessage;

@OpenRouterPrompt(
    models = {"deepseek/deepseek-v4-flash", "google/gemma-4-31b-it"},
    route = Route.FALLBACK,
    transforms = Transform.MIDDLE_OUT,
    provider =
        @ProviderPreferences(
            order = {"together", "fireworks"},
            requireParameters = true),
    topK = 40,
    repetitionPenalty = 1.1,
    minP = 0.05,
    topA = 0.1,
    topLogprobs = 5,
    appReferer = "https://myapp.example",
    appTitle = "My App")
interface EveryOption {
  @UserMessage("Name a colour.")
  String colour();
}
