package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations as values, and as JSON. */
class ConversationTest {
  private static final String CALL =
      "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":"
          + "\"function\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":"
          + "\\\"Bern\\\"}\"}}]}";
  private static final String RESULT =
      "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"sunny\"}";

  private static Conversation stored(String... messages) {
    return Conversation.fromJson("[" + String.join(",", messages) + "]");
  }

  private static void assertSurvives(String json) {
    assertThat(Conversation.fromJson(json).toJson()).isEqualTo(json);
  }

  @Test
  void hasItsMessagesInOrder() {
    Conversation conversation =
        Conversation.of(Message.system("S"), Message.user("U")).plus(Message.assistant("A"));

    assertThat(conversation.messages())
        .extracting(Message::role, Message::text)
        .containsExactly(tuple("system", "S"), tuple("user", "U"), tuple("assistant", "A"));
    assertThat(conversation.messages()).isUnmodifiable();
  }

  @Test
  void staysAsItIs() {
    Conversation empty = Conversation.of();
    Conversation longer = empty.plus(Message.user("U"));
    assertThat(empty.messages()).isEmpty();
    assertThat(longer.messages()).hasSize(1);
    assertThat(Conversation.of(longer.messages())).isEqualTo(longer).hasSameHashCodeAs(longer);
    assertThat(longer).isNotEqualTo(empty);
  }

  @Test
  void takesNoNulls() {
    assertThatNullPointerException().isThrownBy(() -> Message.user(none()));
    assertThatNullPointerException().isThrownBy(() -> Message.system(none()));
    assertThatNullPointerException().isThrownBy(() -> Message.assistant(none()));
    assertThatNullPointerException().isThrownBy(() -> Conversation.of(Message.user("a"), none()));
    assertThatNullPointerException()
        .isThrownBy(() -> Conversation.of(Arrays.asList(Message.user("a"), none())));
  }

  @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
  private static <T> T none() {
    return null;
  }

  @Test
  void showsNoTexts() {
    Conversation conversation =
        stored("{\"role\":\"user\",\"content\":\"secret\",\"name\":\"x\"}", CALL, RESULT)
            .plus(Message.system("secret"), Message.user("secret"), Message.assistant("secret"));
    assertThat(conversation).hasToString("Conversation of 6 messages");
    assertThat(conversation.messages().toString() + conversation.messages().get(1).toolCalls())
        .isEqualTo(
            "[user message, 6 characters, assistant message, 0 characters, 1 tool call, tool"
                + " message, 5 characters, system message, 6 characters, user message, 6"
                + " characters, assistant message, 6 characters][forecast c1]");
    assertThat(Message.user("s")).hasToString("user message, 1 character");
    assertThat(Conversation.of(Message.user("secret"))).hasToString("Conversation of 1 message");
  }

  @Test
  void isWrittenAsTheApiTakesIt() {
    assertThat(
            Conversation.of(
                    Message.system("Sei \"kurz\""),
                    Message.user("Grüße\n"),
                    Message.assistant("ok"))
                .toJson())
        .isEqualTo(
            "[{\"role\":\"system\",\"content\":\"Sei \\\"kurz\\\"\"},{\"role\":\"user\",\"content\":"
                + "\"Grüße\\n\"},{\"role\":\"assistant\",\"content\":\"ok\"}]");
    assertThat(Conversation.of().toJson()).isEqualTo("[]");
  }

  @Test
  void toolTurnsAreRead() {
    List<Message> messages = stored(CALL, RESULT).messages();
    assertThat(messages.get(0).text()).isEmpty();
    assertThat(messages.get(0).toolCalls())
        .containsExactly(ToolCall.of("c1", "forecast", "{\"city\":\"Bern\"}"));
    assertThat(messages.get(0).toolCallId()).isEmpty();
    assertThat(messages.get(1).toolCallId()).contains("c1");
    assertThat(messages.get(1).text()).isEqualTo("sunny");
    assertThat(messages.get(1).toolCalls()).isEmpty();
  }

  @Test
  void whatItDoesNotKnowIsKept() {
    assertSurvives("[]");
    assertSurvives("[" + CALL + "," + RESULT + "]");
    assertSurvives("[{\"content\":\"order\",\"role\":\"user\"}]");
    assertSurvives("[{\"role\":\"user\",\"content\":\"hi\",\"at\":1.50,\"x\":{\"y\":[null]}}]");
    assertSurvives("[{\"role\":\"developer\",\"content\":\"hi\",\"name\":\"N\"}]");
    assertSurvives("[{\"role\":\"user\",\"content\":\"\\u00fc \\/\"}]");
    assertSurvives("[{ \"role\" : \"user\" ,\n \"content\" : \"spaced\" }]");
    assertSurvives(
        "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":"
            + "\"image_url\",\"image_url\":{\"url\":\"https://a.example/b.png\"}}]}]");
    assertSurvives(
        "[{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"cache_control\":"
            + "{\"type\":\"ephemeral\"}}]}]");
    assertSurvives(
        "[{\"role\":\"assistant\",\"content\":\"a\",\"reasoning\":\"r\",\"reasoning_details\":[],"
            + "\"annotations\":[{\"type\":\"file\",\"file\":{\"hash\":\"h\"}}]}]");
    assertSurvives(
        "[{\"role\":\"assistant\",\"content\":\"\",\"images\":[{\"image_url\":{\"url\":\"u\"}}]}]");
    assertSurvives("[{\"role\":\"assistant\",\"refusal\":\"no\"}]");
    assertSurvives("[{\"role\":\"assistant\",\"content\":\"a\",\"tool_calls\":null}]");
    assertSurvives(
        "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"1\",\"index\":0,"
            + "\"function\":{\"name\":\"f\"}}]}]");
    assertSurvives(
        "[{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":[{\"type\":\"text\",\"text\":"
            + "\"a\"}]}]");
  }

  @Test
  void whatItKnowsOfAStoredMessageIsThere() {
    assertThat(
            Message.fromJson(
                "{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"file\"},{\"type\":"
                    + "\"text\",\"text\":\"b\",\"x\":1}],\"role\":\"user\"}"))
        .returns("ab", Message::text)
        .returns("user", Message::role);
    assertThat(Message.fromJson("{\"role\":\"developer\",\"content\":\"d\"}"))
        .returns("developer", Message::role)
        .returns("d", Message::text);
    assertThat(
            Message.fromJson(
                    "{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"f\"}}]}")
                .toolCalls())
        .containsExactly(ToolCall.of("", "f", "{}"));
    Message user = Message.user("a \"b\"");
    assertThat(Message.fromJson(user.toJson())).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``| The conversation is missing, but should be a JSON array of messages.
          {}| The conversation is an object, but should be a JSON array of messages.
          null| The conversation is null, but should be a JSON array of messages.
          [] x| The conversation is not JSON, at line 1, column 4: Unrecognized token 'x': was \
          expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
          [] []| The conversation is followed by something else.
          [{}, {}]| messages[0] has no role. A message has one of the roles system, developer, user, \
          assistant and tool.
          ["hi"]| messages[0] is a string, but should be a JSON object with a role.
          [{"role":"user","content":"a"},{"role":"robot"}]| messages[1] has the role "robot". The roles \
          are system, developer, user, assistant and tool.
          [{"role":7}]| messages[0].role is a number, but should be a string.
          [{"role":"user"}]| messages[0].content is missing, but should be a text or an array of parts.
          [{"role":"system","content":null}]| messages[0].content is null, but should be a text or an \
          array of parts.
          [{"role":"user","content":5}]| messages[0].content is a number, but should be a text or an \
          array of parts.
          [{"role":"user","content":[1]}]| messages[0].content[0] is a number, but should be an object \
          with a type.
          [{"role":"tool","content":"a"}]| messages[0] has no tool_call_id, which says what call of the \
          assistant it answers.
          [{"role":"assistant","content":"a","tool_calls":{}}]| messages[0].tool_calls is an object, \
          but should be an array.
          [{"role":"assistant","content":"a","reasoning_details":""}]| messages[0].reasoning_details is \
          a string, but should be an array.
          [{"role":"assistant","content":"a","images":7}]| messages[0].images is a number, but should \
          be an array.
          [{"role":"assistant","content":"a","images":[{},""]}]| messages[0].images[1] is a string, but \
          should be an object with a type.
          [{"role":"user","role":"system","content":"a"}]| messages[0] has "role" twice.
          """)
  void whatIsNoConversationIsSaidWithItsPlace(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversation.fromJson(json))
        .withMessage(message);
  }

  @Test
  void jsonThatIsCutIsSaidWithItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversation.fromJson("[\n{\"role\":\"user\",\"content\":\"a\"}"))
        .withMessage(
            "The conversation is not JSON, at line 2, column 30: Unexpected end-of-input: expected"
                + " close marker for Array");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.fromJson("[]"))
        .withMessage("message is an array, but should be a JSON object with a role.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.fromJson("{\"role\":\"user\",\"content\":\"a\"}{}"))
        .withMessage("The message is followed by something else.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.fromJson("{\"role\":\"user\""))
        .withMessageStartingWith("The message is not JSON, at line 1, column ");
  }
}
