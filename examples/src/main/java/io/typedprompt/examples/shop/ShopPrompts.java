package io.typedprompt.examples.shop;

import io.typedprompt.PromptResult;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;
import java.math.BigDecimal;

/** The prompts of the shop. */
@OpenRouterPrompt(
    models = {"openai/gpt-4o-mini", "anthropic/claude-haiku-4.5"},
    tools = Shop.class, // for every customer the same: the constructor takes it
    maxToolRounds = 5)
@SystemMessage("You are the assistant of a small shop. Only speak of products that you looked up.")
public interface ShopPrompts {

  @OpenRouterPrompt(tools = {Shop.class, Basket.class}) // each call has its own basket
  @UserMessage("{{question}}")
  PromptResult<String> serve(Basket basket, String question);

  @UserMessage("Recommend something for this wish, for at most {{budget}} dollars: {{wish}}")
  PromptResult<Offer> recommend(String wish, BigDecimal budget);
}
