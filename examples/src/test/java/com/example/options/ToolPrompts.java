package com.example.options;

import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.Description;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.Tool;
import io.typedprompt.annotations.UserMessage;
import java.util.Map;
import java.util.Optional;

@OpenRouterPrompt(models = "openai/gpt-4o-mini", tools = ToolPrompts.Stock.class)
interface ToolPrompts {
  @UserMessage("{{question}}")
  PromptResult<String> text(String question, PromptOptions options);

  @UserMessage("{{question}}")
  PromptResult<Offer> offer(String question, PromptOptions options);

  @UserMessage("{{question}}")
  PromptStream<Offer> stream(String question, PromptOptions options);

  record Offer(String product, int count) {}

  /** What is there. */
  final class Stock {
    @Tool
    @Description("How many of a product are there, in one place or in all.")
    public Map<String, Integer> count(String product, Optional<String> place) {
      if (product.isEmpty()) {
        throw new IllegalArgumentException("A product without a name is nowhere.");
      }
      return Map.of(place.orElse("everywhere"), product.length());
    }

    @Tool
    public static String places() {
      return "";
    }
  }
}
