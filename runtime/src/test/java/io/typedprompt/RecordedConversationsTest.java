package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.codegen.PromptInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the messages of real exchanges once more, which are not part of this project: {@code
 * TYPEDPROMPT_SHARED} names a folder whose {@code exchanges} are files with {@code request} and
 * {@code response}.
 */
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
class RecordedConversationsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static List<JsonNode> exchanges() throws IOException {
    Path folder = Path.of(System.getenv("TYPEDPROMPT_SHARED"), "exchanges");
    List<JsonNode> exchanges = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        exchanges.add(JSON.readTree(Files.readString(file)));
      }
    }
    return exchanges;
  }

  @Test
  void isStoredAndSentAsItWasRecorded() throws IOException {
    int conversations = 0;
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.clientBuilder().maxRetries(0).build()) {
      for (JsonNode exchange : exchanges()) {
        JsonNode recorded = exchange.at("/request/body/messages");
        if (!recorded.isArray()) {
          continue;
        }
        String json = JSON.writeValueAsString(recorded);
        Conversation conversation = Conversation.fromJson(json);
        assertThat(conversation.toJson()).isEqualTo(json);
        assertThat(conversation.messages()).hasSize(recorded.size());

        server.answerText("a");
        HAIKU.result(client, new PromptInput().history(conversation.messages()));
        assertThat(server.takeBody()).contains("\"messages\":" + json);
        conversations++;
      }
    }
    assertThat(conversations).isGreaterThan(50);
  }

  @Test
  void theReasoningOfAnswersGoesBackAsItCame() throws IOException {
    int reasoned = 0;
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.clientBuilder().maxRetries(0).build()) {
      for (JsonNode exchange : exchanges()) {
        JsonNode response = exchange.path("response");
        if (response.path("is_sse").booleanValue() || response.path("status").intValue() != 200) {
          continue;
        }
        JsonNode choice = JSON.readTree(response.path("body").stringValue()).at("/choices/0");
        JsonNode message = choice.path("message");
        JsonNode details = message.path("reasoning_details");
        if (!details.isArray()
            || choice.has("error")
            || message.path("content").asString("").isBlank()) {
          continue;
        }
        server.answer(response.path("body").stringValue()).answerText("b");
        PromptResult<String> first = HAIKU.result(client, input());
        HAIKU.result(client, input().history(first.conversation().messages()));
        server.takeRequest();
        JsonNode sent = JSON.readTree(server.takeBody()).at("/messages/1");
        assertThat(sent.path("reasoning_details")).isEqualTo(details);
        assertThat(sent.path("content")).isEqualTo(message.path("content"));
        reasoned++;
      }
    }
    assertThat(reasoned).isGreaterThan(5);
  }
}
