package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import io.typedprompt.testing.OpenRouterServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rounds of tools: what each of them sends is right, and what all of them cost is counted. */
@Timeout(120)
class ToolBodiesTest {
  private static final int CALLS = 150;
  private static final String OFFER = "{\"product\":\"lamp\",\"count\":3}";
  private static final List<String> ARGUMENTS =
      List.of(
          "{\"product\":\"lamp\",\"place\":null}",
          "{\"product\":\"lamp\"}",
          "{\"product\":\"\",\"place\":\"Rome\"}",
          "{\"product\":[],\"place\":7}",
          "{}",
          "[]",
          "7");
  private static final List<String> MALFORMED =
      List.of("", "null", "{\"product\":\"la", "{'product':'lamp'}", "{}{\"product\":\"lamp\"}");

  @Test
  void whatIsSentInEveryRoundIsRightAndCounted() {
    int results = 0;
    try (OpenRouterServer server = OpenRouterServer.start();
        OpenRouterClient client =
            OpenRouterClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .maxRetries(0)
                .build()) {
      for (int seed = 0; seed < CALLS; seed++) {
        server.reset();
        Random model = new Random(~seed);
        server.respond(request -> answer(request, model));
        Sum sum = call(new ToolPromptsImpl(client, new ToolPrompts.Stock()), new Random(seed));
        results += sum.isResult() ? 1 : 0;
        assertThat(sum.cost()).as("seed %s", seed).isEqualByComparingTo(server.charged());
        assertThat(sum.attempts()).as("seed %s", seed).isEqualTo(server.requests().size());
        for (ChatRequest request : server.requests()) {
          OfficialDocument.check(request.body());
        }
      }
    }
    assertThat(results).isGreaterThan(CALLS / 2);
  }

  /** What a call took, whether or not it had a result. */
  private record Sum(boolean isResult, BigDecimal cost, int attempts) {}

  private static Sum call(ToolPrompts prompts, Random random) {
    PromptOptions.Builder options = PromptOptions.builder().maxToolRounds(1 + random.nextInt(4));
    StructuredOutput[] forms = StructuredOutput.values();
    options.structuredOutput(forms[random.nextInt(forms.length)]);
    if (random.nextInt(4) == 0) {
      options.toolChoice(random.nextBoolean() ? "required" : "count");
    }
    try {
      PromptResult<?> result = result(prompts, random.nextInt(3), options.build());
      return new Sum(true, result.cost().amount(), result.attempts().size());
    } catch (OpenRouterException e) {
      assertThat(e.status()).as(e.getMessage()).isIn(0, 200);
      return new Sum(false, e.cost().amount(), e.attempts().size());
    }
  }

  private static PromptResult<?> result(ToolPrompts prompts, int way, PromptOptions options) {
    return switch (way) {
      case 0 -> prompts.text("How many lamps?", options);
      case 1 -> prompts.offer("How many lamps?", options);
      default -> {
        try (PromptStream<?> stream = prompts.stream("How many lamps?", options)) {
          yield stream.result();
        }
      }
    };
  }

  private static Answer answer(ChatRequest request, Random random) {
    JsonNode choice = request.body().path("tool_choice");
    if (choice.at("/function/name").asString("").equals("Offer")) {
      return Answer.toolCall("Offer", OFFER);
    }
    if (choice.asString("").equals("none") || random.nextInt(3) == 0) {
      return random.nextInt(5) == 0 ? Answer.text("{\"count\":\"?\"}") : Answer.text(OFFER);
    }
    Answer answer = Answer.toolCall(pick(random, "count", "Count", "places"), arguments(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = pick(random, "count", "functions.places", "order", "Offer");
      answer = answer.andToolCall(name, name.equals("Offer") ? OFFER : arguments(random));
    }
    return answer.reasoning("Hm.").edit(body -> disturb(body, random));
  }

  /** Ids and arguments as some providers write them. */
  private static void disturb(ObjectNode body, Random random) {
    for (JsonNode call : body.at("/choices/0/message/tool_calls")) {
      ObjectNode changed = (ObjectNode) call;
      switch (random.nextInt(5)) {
        case 0 -> changed.put("id", pick(random, "", "same"));
        case 1 -> changed.remove("id");
        case 2 -> ((ObjectNode) call.path("function")).put("arguments", malformed(random));
        case 3 -> ((ObjectNode) call.path("function")).remove("arguments");
        default -> {}
      }
    }
  }

  private static String arguments(Random random) {
    return ARGUMENTS.get(random.nextInt(ARGUMENTS.size()));
  }

  private static String malformed(Random random) {
    return MALFORMED.get(random.nextInt(MALFORMED.size()));
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
