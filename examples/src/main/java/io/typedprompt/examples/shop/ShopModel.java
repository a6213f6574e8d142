package io.typedprompt.examples.shop;

import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the model of the offline run says and calls. */
final class ShopModel {
  private ShopModel() {}

  static Answer answer(ChatRequest request) {
    String question = request.userText();
    if (request.toolResults().isEmpty()) {
      return calls(question);
    }
    if (request.schema().isPresent()) {
      return Answer.json(
          Map.of(
              "skus",
              List.of("HP-200"),
              "total",
              new BigDecimal("79.90"),
              "why",
              "made for travelling, and within your budget"));
    }
    return question.startsWith("Which")
        ? Answer.text("We have the Headphones Travel for $79.90. The Kids ones are sold out.")
        : Answer.text("Two HP-200 are in your basket. HP-300 is sold out, sorry.");
  }

  private static Answer calls(String question) {
    if (question.startsWith("Which")) {
      return Answer.toolCall("findProducts", "{\"word\":\"headphones\",\"maxPrice\":100}");
    }
    if (question.startsWith("Put")) {
      return Answer.toolCall("addToBasket", "{\"sku\":\"HP-200\",\"quantity\":2}")
          .andToolCall("addToBasket", "{\"sku\":\"HP-300\",\"quantity\":1}");
    }
    return Answer.toolCall("findProducts", "{\"word\":\"headphones\",\"maxPrice\":90}");
  }
}
