package io.typedprompt.examples.triage;

import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import io.typedprompt.testing.OpenRouterServer;
import java.util.List;
import java.util.Map;

/** What the models of the offline run answer. */
final class SupportDesk {
  private SupportDesk() {}

  /** A server that knows the example's tickets, and on which the first model has a bad day. */
  static OpenRouterServer start() {
    return OpenRouterServer.start()
        .rateLimited("anthropic/claude-sonnet-4.5") // so the fallback answers
        .respond(SupportDesk::answer);
  }

  private static Answer answer(ChatRequest request) {
    String prompt = request.userText();
    if (request.schema().isEmpty()) {
      return Answer.text(
          "Grey light, blinking lines -\nforty unread cries for help.\nCoffee. Begin. One.");
    }
    if (prompt.contains("builds fail")) {
      return triage(
          "All builds of an Enterprise customer fail on registry errors",
          "URGENT",
          0.97,
          "outage",
          "registry");
    }
    if (prompt.contains("VAT number")) {
      return triage("Put the new VAT number on the October invoice", "LOW", 0.93, "billing");
    }
    return triage(
        "The welcome mail is sent with an unfilled template", "NORMAL", 0.88, "mail", "templates");
  }

  private static Answer triage(
      String summary, String priority, double confidence, String... labels) {
    return Answer.json(
        Map.of(
            "summary", summary,
            "priority", priority,
            "labels", List.of(labels),
            "confidence", confidence));
  }
}
