package io.typedprompt.examples.shop;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptEvent;
import io.typedprompt.PromptListener;
import io.typedprompt.PromptResult;
import io.typedprompt.testing.OpenRouterServer;
import java.io.PrintStream;
import java.math.BigDecimal;

/**
 * Serves a customer of a small shop: the model looks products up and fills a basket.
 *
 * <p>With {@code OPENROUTER_API_KEY} set it talks to OpenRouter; without, to the embedded server.
 */
public final class ShopExample implements PromptListener {
  private final PrintStream out;

  ShopExample(PrintStream out) {
    this.out = out;
  }

  /** Runs the example; it takes no arguments. */
  public static void main(String[] args) {
    ShopExample example = new ShopExample(System.out);
    if (System.getenv("OPENROUTER_API_KEY") != null) {
      System.out.println("Talking to OpenRouter, with the key in OPENROUTER_API_KEY.");
      example.run(OpenRouterClient.builder().apiKey(System.getenv("OPENROUTER_API_KEY")));
      return;
    }
    System.out.println("OPENROUTER_API_KEY is not set: talking to the embedded server instead,");
    System.out.println("which answers from a script. Set the key to talk to OpenRouter.");
    example.runOffline();
  }

  void runOffline() {
    try (OpenRouterServer server = OpenRouterServer.start().respond(ShopModel::answer)) {
      run(OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()));
    }
  }

  private void run(OpenRouterClient.Builder builder) {
    try (OpenRouterClient client = builder.listener(this).build()) {
      Shop shop = Shop.withHeadphones();
      ShopPrompts prompts = new ShopPromptsImpl(client, shop);
      Basket basket = new Basket(shop);
      ask(prompts, basket, "Which headphones do you have for less than 100 dollars?");
      ask(prompts, basket, "Put two HP-200 and one HP-300 into my basket.");
      PromptResult<Offer> offer = prompts.recommend("music on the train", new BigDecimal("90"));
      out.println();
      out.println("Recommended: " + offer.value().skus() + ", " + offer.value().why());
      out.println("In the basket: " + basket.quantities() + " for " + basket.total() + " USD");
    }
  }

  private void ask(ShopPrompts prompts, Basket basket, String question) {
    out.println();
    out.println("> " + question);
    PromptResult<String> answer = prompts.serve(basket, question);
    out.println(answer.value());
    out.println(
        "  "
            + answer.attempts().size()
            + " requests, "
            + answer.usage().totalTokens()
            + " tokens, "
            + answer.cost().amount().toPlainString()
            + " USD");
  }

  @Override
  public void onToolRun(PromptEvent event) {
    event.toolRun().ifPresent(run -> out.println("  " + run.toolName() + " " + run.outcome()));
  }
}
