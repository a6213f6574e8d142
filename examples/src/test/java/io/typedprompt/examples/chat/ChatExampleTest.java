package io.typedprompt.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Conversation;
import io.typedprompt.Message;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.testing.Answer;
import io.typedprompt.testing.OpenRouterServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatExampleTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static BufferedReader typed(String... lines) {
    return new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void goesOnWithWhatWasSaid() throws IOException {
    Conversation conversation =
        ChatExample.runOffline(
            Conversation.of(),
            typed(
                "we are four tonight.",
                "And for dessert?",
                "Remind me, for how many do you cook?",
                "",
                "never asked"),
            out);

    assertThat(printed())
        .isEqualToNormalizingNewlines(
            """
            Ask the cook. An empty line ends the chat.
            > Trout on leeks, steamed. It takes twenty minutes.
            > Pears in red wine, with a little cinnamon.
            > You said that we are four tonight. I cook for that.
            > The chat cost 0.001113 USD.
            """);
    assertThat(conversation.messages())
        .extracting(Message::role)
        .containsExactly("user", "assistant", "user", "assistant", "user", "assistant");
  }

  @Test
  void goesOnWithAStoredConversation() throws IOException {
    Conversation stored =
        Conversation.of(Message.user("it is only me."), Message.assistant("Then an omelette."));

    Conversation conversation =
        ChatExample.runOffline(
            Conversation.fromJson(stored.toJson()), typed("Remind me, for how many?"), out);

    assertThat(printed()).contains("> You said that it is only me. I cook for that.");
    assertThat(conversation.messages()).hasSize(4).startsWith(stored.messages().get(0));
  }

  @Test
  void aFailureIsNoPartOfTheConversation() throws IOException {
    try (OpenRouterServer server =
            OpenRouterServer.start()
                .respond(
                    request ->
                        request.userText().equals("fail")
                            ? Answer.error(403, "Not in my kitchen")
                            : Answer.text("Fine."));
        OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      Conversation conversation =
          new ChatExample(client, typed("one", "fail", "two"), out).run(Conversation.of());

      assertThat(printed()).contains("That went wrong: ").contains("Not in my kitchen");
      assertThat(conversation.messages())
          .extracting(Message::text)
          .isEqualTo(List.of("one", "Fine.", "two", "Fine."));
    }
  }
}
