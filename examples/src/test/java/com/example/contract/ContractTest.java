package com.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptResult;
import io.typedprompt.testing.Answer;
import io.typedprompt.testing.OpenRouterServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final Ticket TICKET = new Ticket("Help!", "It is down.");

  @Test
  void triagesWithUsageAndCost() {
    try (OpenRouterServer server =
            OpenRouterServer.start().rateLimited("anthropic/claude-sonnet-4.5");
        OpenRouterClient client = client(server)) {
      server.enqueue(
          Answer.json(
              Map.of(
                  "summary",
                  "The service is down.",
                  "priority",
                  "URGENT",
                  "labels",
                  List.of("outage"),
                  "confidence",
                  0.9)));

      SupportPrompts prompts = new SupportPromptsImpl(client);
      PromptResult<Triage> r = prompts.triage("Acme Cloud", TICKET);

      assertThat(r.value())
          .isEqualTo(new Triage("The service is down.", Priority.URGENT, List.of("outage"), 0.9));
      assertThat(r.usage().totalTokens()).isPositive();
      assertThat(r.cost().amount()).isPositive();
      assertThat(r.model()).isEqualTo("openai/gpt-4o-mini");
    }
  }

  @Test
  void writesHaikuFromFile() {
    try (OpenRouterServer server = OpenRouterServer.start();
        OpenRouterClient client = client(server)) {
      server.enqueue(Answer.text("grey light on the queue"));

      assertThat(new SupportPromptsImpl(client).haiku("a queue at dawn"))
          .isEqualTo("grey light on the queue");
      assertThat(server.requests().get(0).userText()).contains("a queue at dawn");
    }
  }

  private static OpenRouterClient client(OpenRouterServer server) {
    return OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build();
  }
}
