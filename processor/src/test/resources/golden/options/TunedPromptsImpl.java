package com.example;

import io.typedprompt.MaxPriceOptions;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PluginOptions;
import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ReasoningOptions;
import io.typedprompt.annotations.Route;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
final class TunedPromptsImpl implements TunedPrompts {
  private static final PromptOptions OPTIONS = PromptOptions.builder()
      .models("deepseek/deepseek-v4-flash", "google/gemma-4-31b-it")
      .route(Route.FALLBACK)
      .provider(ProviderOptions.builder()
          .order("together", "fireworks")
          .sort("price")
          .maxPrice(MaxPriceOptions.builder()
              .prompt(1.0)
              .completion(2.5)
              .build())
          .build())
      .temperature(0.2)
      .seed(7L)
      .plugins(PluginOptions.of("web", "{\"max_results\": 3}"))
      .build();

  private static final PromptMethod<String> INHERITS = PromptMethod.text(
      "com.example.TunedPrompts.inherits", OPTIONS);

  private static final PromptOptions OVERRIDES_OPTIONS = PromptOptions.builder()
      .unset("seed")
      .temperature(0.9)
      .reasoning(ReasoningOptions.builder()
          .effort("high")
          .build())
      .build()
      .withDefaults(OPTIONS);

  private static final PromptMethod<String> OVERRIDES = PromptMethod.text(
      "com.example.TunedPrompts.overrides", OVERRIDES_OPTIONS);

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  TunedPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String inherits() {
    return INHERITS.value(client, new PromptInput().user("Go."));
  }

  @Override
  public String overrides(PromptOptions options) {
    return OVERRIDES.value(client, new PromptInput()
        .user("Go.")
        .options(options));
  }
}
