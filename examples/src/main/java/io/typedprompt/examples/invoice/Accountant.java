package io.typedprompt.examples.invoice;

import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import io.typedprompt.testing.OpenRouterServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the model of the offline run answers. */
final class Accountant {
  private Accountant() {}

  /** A server that knows the example's invoice, as a PDF and as a picture. */
  static OpenRouterServer start() {
    return OpenRouterServer.start().respond(Accountant::answer);
  }

  private static Answer answer(ChatRequest request) {
    if (request.userMedia().isEmpty()) {
      return Answer.refusal("There is no invoice to read.");
    }
    return Answer.json(
        Map.of(
            "number", "2026-0417",
            "seller", "Lumen Office Supplies",
            "date", "2026-10-14",
            "payableBy", "2026-11-13",
            "positions",
                List.of(
                    position(12, "Desk lamp HL-2", "34.50"),
                    position(3, "Monitor arm", "89.00"),
                    position(1, "Delivery", "19.00")),
            "total", new BigDecimal("700.00"),
            "currency", "EUR"));
  }

  private static Map<String, Object> position(int quantity, String article, String unitPrice) {
    return Map.of("quantity", quantity, "article", article, "unitPrice", new BigDecimal(unitPrice));
  }
}
