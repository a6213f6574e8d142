package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.typedprompt.SamplePrompts.Triage;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.PromptInput;
import java.util.List;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a conversation is sent, and what of an answer is kept for the next call. */
class HistoryTest {
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String URGENT = "{\"summary\":\"s\",\"priority\":\"URGENT\"}";
  private static final Conversation EARLIER =
      Conversation.of(Message.user("u1"), Message.assistant("a1"));
  private static final String SIGNED =
      "{\"type\":\"reasoning.text\",\"text\":\"t\",\"signature\":\"x\",\"format\":"
          + "\"anthropic-claude-v1\"}";
  private static final String UNSIGNED =
      "{\"type\":\"reasoning.text\",\"text\":\"t\",\"format\":\"anthropic-claude-v1\"}";
  private static final String OTHER =
      "{\"type\":\"reasoning.text\",\"text\":\"t\",\"format\":null}";
  private static final String ENCRYPTED =
      "{\"type\":\"reasoning.encrypted\", \"data\":\"d\",\"format\":\"anthropic-claude-v1\"}";

  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.clientBuilder().maxRetries(0).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static PromptInput after(Conversation history) {
    return input().history(history.messages());
  }

  /** The messages of the next request. */
  private String takeMessages() {
    String body = server.takeBody();
    String begin = "{\"model\":\"vendor/model\",\"messages\":";
    assertThat(body).startsWith(begin);
    String rest = body.substring(begin.length());
    int end = rest.indexOf(",\"response_format\"");
    end = end < 0 ? rest.indexOf(",\"tools\"") : end;
    end = end < 0 ? rest.indexOf(",\"stream\"") : end;
    return rest.substring(0, end < 0 ? rest.length() - 1 : end);
  }

  private static String said(String role, String content) {
    return "{\"role\":\"" + role + "\",\"content\":" + PromptServer.quoted(content) + "}";
  }

  /** An answer whose message has these members beside its role. */
  private void answerMessage(String members) {
    server.answer(
        "{\"id\":\"g\",\"model\":\"m\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{"
            + "\"role\":\"assistant\","
            + members
            + "}}]}");
  }

  private static String last(PromptResult<?> result) {
    List<Message> messages = result.conversation().messages();
    return messages.get(messages.size() - 1).toJson();
  }

  @Test
  void theHistoryComesBetweenTheExamplesAndTheUser() {
    server.answerText("a2");

    HAIKU.result(client, after(EARLIER).system("S").example("eu", "ea").prefill("P"));

    assertThat(takeMessages())
        .isEqualTo(
            "["
                + String.join(
                    ",",
                    said("system", "S"),
                    said("user", "eu"),
                    said("assistant", "ea"),
                    said("user", "u1"),
                    said("assistant", "a1"),
                    said("user", "Go."),
                    said("assistant", "P"))
                + "]");
  }

  @Test
  void aConversationGoesOnWithTheAnswer() {
    server.answerText("a1").answerText("a2");

    PromptResult<String> first = HAIKU.result(client, input().system("S").example("eu", "ea"));
    PromptResult<String> second =
        HAIKU.result(
            client,
            new PromptInput()
                .system("S")
                .example("eu", "ea")
                .history(first.conversation().messages())
                .user("More."));

    server.takeRequest();
    assertThat(takeMessages())
        .isEqualTo(
            "["
                + String.join(
                    ",",
                    said("system", "S"),
                    said("user", "eu"),
                    said("assistant", "ea"),
                    said("user", "Go."),
                    said("assistant", "a1"),
                    said("user", "More."))
                + "]");
    assertThat(second.conversation())
        .isEqualTo(
            Conversation.of(
                Message.user("Go."),
                Message.assistant("a1"),
                Message.user("More."),
                Message.assistant("a2")));
  }

  @Test
  void theAnswerIsWholeWithItsPrefill() {
    server.answerText(" of mine");
    assertThat(HAIKU.result(client, input().prefill("A haiku")).conversation())
        .isEqualTo(Conversation.of(Message.user("Go."), Message.assistant("A haiku of mine")));
  }

  @Test
  void rejectedAnswersAreForgotten() {
    server.answerText(URGENT).answerText(GOOD);

    PromptResult<Triage> result = TRIAGE.result(client, after(EARLIER));

    assertThat(result.conversation())
        .isEqualTo(EARLIER.plus(Message.user("Go."), Message.assistant(GOOD)));
  }

  @Test
  void marksForTheCacheAreNoPartOfIt() {
    server.answerText("a");
    PromptOptions options =
        PromptOptions.builder()
            .cacheControl(CacheControlOptions.builder().user("5m").build())
            .build();

    Conversation conversation = HAIKU.result(client, input().options(options)).conversation();

    assertThat(server.takeBody()).contains("\"cache_control\"");
    assertThat(conversation.toJson())
        .isEqualTo("[" + said("user", "Go.") + "," + said("assistant", "a") + "]");
  }

  @Test
  void aStreamHasItToo() {
    server.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(
                """
                data: {"id":"g","model":"m","choices":[{"delta":{"content":"a"}}]}

                data: {"choices":[{"delta":{"content":"2","reasoning_details":[]}}]}

                data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

                data: [DONE]

                """)
            .build());
    try (PromptStream<String> stream = HAIKU.stream(client, after(EARLIER))) {
      assertThat(stream.result().conversation().toJson())
          .isEqualTo(
              "["
                  + String.join(
                      ",",
                      said("user", "u1"),
                      said("assistant", "a1"),
                      said("user", "Go."),
                      "{\"role\":\"assistant\",\"content\":\"a2\",\"reasoning_details\":[]}")
                  + "]");
    }
    assertThat(takeMessages())
        .isEqualTo(
            "["
                + String.join(",", said("user", "u1"), said("assistant", "a1"), said("user", "Go."))
                + "]");
  }

  @Test
  void aWholeConversationNeedsNoMessageOfTheMethod() {
    server.answerText("a");
    Conversation conversation = Conversation.of(Message.system("S"), Message.user("U"));

    PromptResult<String> result =
        HAIKU.result(
            client, new PromptInput().example("eu", "ea").history(conversation.messages()));

    assertThat(takeMessages())
        .isEqualTo(
            "["
                + String.join(
                    ",",
                    said("system", "S"),
                    said("user", "eu"),
                    said("assistant", "ea"),
                    said("user", "U"))
                + "]");
    assertThat(result.conversation()).isEqualTo(conversation.plus(Message.assistant("a")));
  }

  @Test
  void twoSystemMessagesAreRefused() {
    String message =
        "SupportPrompts.haiku: message 3 of the history is a %s message, but the method has a"
            + " system message of its own. Leave it out of the history, or remove @SystemMessage"
            + " from the method and its interface.";
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> HAIKU.result(client, after(EARLIER.plus(Message.system("late"))).system("S")))
        .withMessage(message.formatted("system"));
    Message developer = Message.fromJson("{\"role\":\"developer\",\"content\":\"d\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HAIKU.stream(client, after(EARLIER.plus(developer)).system("S")))
        .withMessage(message.formatted("developer"));
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void aConversationThatAsksNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HAIKU.result(client, new PromptInput().history(List.of())))
        .withMessage(
            "SupportPrompts.haiku: the conversation has no messages, so nothing is asked. Pass one"
                + " that has at least a message of the user.");
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void reasoningGoesBackAsItCame() {
    String details = "[ " + SIGNED + ", " + ENCRYPTED + ",{\"type\":\"new\",\"x\":1.50}]";
    answerMessage("\"content\":\"a\",\"reasoning\":\"t\",\"reasoning_details\":" + details);
    server.answerText("b");

    PromptResult<String> result = HAIKU.result(client, input());
    String expected =
        "{\"role\":\"assistant\",\"content\":\"a\",\"reasoning_details\":" + details + "}";
    assertThat(last(result)).isEqualTo(expected);
    HAIKU.result(client, after(result.conversation()));

    server.takeRequest();
    assertThat(takeMessages())
        .isEqualTo("[" + said("user", "Go.") + "," + expected + "," + said("user", "Go.") + "]");
  }

  @Test
  void reasoningWithoutItsSignatureIsKeptButNotSent() {
    assertSent("[" + UNSIGNED + "]", null);
    assertSent("[" + UNSIGNED + "," + ENCRYPTED + "]", "[" + ENCRYPTED + "]");
    assertSent("[" + SIGNED + "," + UNSIGNED + "," + OTHER + "]", "[" + SIGNED + "," + OTHER + "]");
    assertSent("[" + OTHER + "]", "[" + OTHER + "]");
    assertSent("[]", "[]");
  }

  private void assertSent(String details, @Nullable String sent) {
    answerMessage("\"content\":\"a\",\"reasoning_details\":" + details);
    server.answerText("b");
    PromptResult<String> result = HAIKU.result(client, input());
    assertThat(last(result))
        .isEqualTo(
            "{\"role\":\"assistant\",\"content\":\"a\",\"reasoning_details\":" + details + "}");

    HAIKU.result(client, after(Conversation.fromJson(result.conversation().toJson())));

    server.takeRequest();
    String member = sent == null ? "" : ",\"reasoning_details\":" + sent;
    assertThat(takeMessages())
        .isEqualTo(
            "["
                + said("user", "Go.")
                + ",{\"role\":\"assistant\",\"content\":\"a\""
                + member
                + "},"
                + said("user", "Go.")
                + "]");
  }

  @Test
  void aStoredMessageLosesNothingButReasoningWithoutItsSignature() {
    server.answerText("b");
    Message stored =
        Message.fromJson(
            "{\"content\":\"a\",\"x\":[1.0],\"reasoning\":\"t\",\"reasoning_details\":["
                + UNSIGNED
                + ","
                + ENCRYPTED
                + "],\"role\":\"assistant\"}");
    HAIKU.result(client, after(Conversation.of(Message.user("u"), stored)));
    assertThat(takeMessages())
        .isEqualTo(
            "["
                + said("user", "u")
                + ",{\"content\":\"a\",\"x\":[1.0],\"reasoning_details\":["
                + ENCRYPTED
                + "],\"role\":\"assistant\"},"
                + said("user", "Go.")
                + "]");
  }

  @Test
  void reasoningThatIsOnlyTextGoesBackAsText() {
    answerMessage("\"content\":\"a\",\"reasoning\":\"because\"");
    assertThat(last(HAIKU.result(client, input())))
        .isEqualTo("{\"role\":\"assistant\",\"content\":\"a\",\"reasoning\":\"because\"}");
    answerMessage("\"content\":\"a\",\"reasoning\":\"because\",\"reasoning_details\":[]");
    assertThat(last(HAIKU.result(client, input())))
        .isEqualTo(
            "{\"role\":\"assistant\",\"content\":\"a\",\"reasoning\":\"because\","
                + "\"reasoning_details\":[]}");
  }

  @Test
  void theAnswerOfAForcedToolIsTextWithoutItsReasoning() {
    answerMessage(
        "\"content\":\"\",\"reasoning\":\"r\",\"reasoning_details\":["
            + ENCRYPTED
            + "],\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":"
            + "\"Triage\",\"arguments\":"
            + PromptServer.quoted(GOOD)
            + "}}]");
    PromptOptions options = PromptOptions.builder().structuredOutput(StructuredOutput.TOOL).build();

    PromptResult<Triage> result = SamplePrompts.triage(options).result(client, input());

    assertThat(last(result)).isEqualTo(said("assistant", GOOD));
  }

  @Test
  void filesThatWereReadGoBackOnce() {
    String pdf =
        "{\"type\":\"file\",\"file\":{\"hash\":\"h1\",\"name\":\"a.pdf\",\"content\":[{\"type\":"
            + "\"text\",\"text\":\"t\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}}]}}";
    String other = "{\"type\":\"file\",\"file\":{\"hash\":\"h2\",\"content\":[]}}";
    String link = "{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://a.example\"}}";
    answerMessage(
        "\"content\":\"a\",\"annotations\":[" + link + "," + pdf + "," + pdf + "," + link + "]");
    answerMessage("\"content\":\"b\",\"annotations\":[" + pdf + "," + other + "]");

    PromptResult<String> first = HAIKU.result(client, input());
    PromptResult<String> second = HAIKU.result(client, after(first.conversation()));

    assertThat(last(first))
        .isEqualTo("{\"role\":\"assistant\",\"content\":\"a\",\"annotations\":[" + pdf + "]}");
    assertThat(last(second))
        .isEqualTo("{\"role\":\"assistant\",\"content\":\"b\",\"annotations\":[" + other + "]}");
    assertThat(second.fileAnnotations()).hasToString("[a.pdf h1, h2]");
  }

  @Test
  void picturesOfTheModelGoBackToIt() {
    String picture =
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}";
    answerMessage("\"content\":\"here\",\"images\":[" + picture + "]");
    server.answerText("b");

    Conversation conversation = HAIKU.result(client, input()).conversation();
    String said = "{\"role\":\"assistant\",\"content\":\"here\",\"images\":[" + picture + "]}";
    assertThat(conversation.messages().get(1).toJson()).isEqualTo(said);
    assertThat(conversation.estimatedTokens()).isEqualTo(5 + 5 + 1000);
    Conversation stored = Conversation.fromJson(conversation.toJson());
    assertThat(stored.toJson()).isEqualTo(conversation.toJson());
    assertThat(stored.estimatedTokens()).isEqualTo(conversation.estimatedTokens());
    HAIKU.result(client, after(stored));

    server.takeRequest();
    assertThat(takeMessages())
        .isEqualTo("[" + said("user", "Go.") + "," + said + "," + said("user", "Go.") + "]");
  }

  @Test
  void aSchemaInWordsFollowsAStoredMessageOfTheUser() {
    server.answerText(GOOD);
    PromptOptions options =
        PromptOptions.builder().structuredOutput(StructuredOutput.PROMPT).build();
    String stored = "{\"role\":\"user\",\"content\":\"u\",\"name\":\"N\"}";
    SamplePrompts.triage(options)
        .result(client, new PromptInput().history(List.of(Message.fromJson(stored))));
    assertThat(takeMessages())
        .startsWith("[" + stored + ",{\"role\":\"user\",\"content\":\"Answer with one JSON value");
  }

  @Test
  void aFakeHasAnEmptyOneOrItsOwn() {
    assertThat(PromptResult.of("x").conversation()).isEqualTo(Conversation.of());
    assertThat(PromptResult.builder("x").conversation(EARLIER).build().conversation())
        .isSameAs(EARLIER);
  }
}
