package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.typedprompt.codegen.PromptInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a conversation is made of, its JSON says all of it. Seeded: a failure comes again. */
class ConversationJsonPropertiesTest {
  private static final String[] PIECES = {
    "a",
    "Z",
    " ",
    "\"",
    "\\",
    "/",
    "\n",
    "\t",
    "\u0001",
    "\u007f",
    "ü",
    "\u2028",
    "語",
    "😀",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "null",
    "</script>",
    "\\u0041",
    ""
  };
  private static final String[] ROLES = {"system", "developer", "user", "assistant", "tool"};

  private final Random random = new Random(9);

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private String space() {
    return random.nextInt(6) > 0 ? "" : " \n\t\r".substring(0, random.nextInt(5));
  }

  private String quoted() {
    String json = PromptServer.quoted(text());
    return random.nextInt(4) > 0 ? json : json.replace("/", "\\/").replace("Z", "\\u005a");
  }

  /** Any JSON value, in any way to write it. */
  private String value(int depth) {
    return space()
        + switch (random.nextInt(depth > 3 ? 5 : 7)) {
          case 0 -> "null";
          case 1 -> random.nextBoolean() ? "true" : "false";
          case 2 ->
              List.of("0", "-1.50", "1E+400", "0.10", "12345678901234567890")
                  .get(random.nextInt(5));
          case 3, 4 -> quoted();
          case 5 -> array(depth);
          default -> object(depth, new ArrayList<>());
        }
        + space();
  }

  private String array(int depth) {
    List<String> values = new ArrayList<>();
    for (int size = random.nextInt(4); size > 0; size--) {
      values.add(value(depth + 1));
    }
    return "[" + String.join(",", values) + space() + "]";
  }

  /** An object with these members and others, in any order. */
  private String object(int depth, List<String> members) {
    for (int size = random.nextInt(3); size > 0; size--) {
      members.add(
          random.nextInt(members.size() + 1), "\"x" + members.size() + "\":" + value(depth + 1));
    }
    return "{" + space() + String.join(space() + ",", members) + "}";
  }

  private String storedMessage() {
    List<String> members = new ArrayList<>();
    String role = ROLES[random.nextInt(ROLES.length)];
    members.add("\"role\":" + space() + "\"" + role + "\"");
    if (role.equals("tool")) {
      members.add("\"tool_call_id\":" + quoted());
    }
    members.add(random.nextInt(members.size() + 1), "\"content\":" + content());
    if (role.equals("assistant")) {
      addWhatOnlyAssistantsHave(members);
    }
    return object(0, members);
  }

  private String content() {
    return random.nextInt(3) > 0
        ? quoted()
        : "["
            + object(1, new ArrayList<>(List.of("\"type\":\"text\"", "\"text\":" + quoted())))
            + "]";
  }

  private void addWhatOnlyAssistantsHave(List<String> members) {
    if (random.nextBoolean()) {
      members.add("\"reasoning_details\":" + array(1));
    }
    if (random.nextBoolean()) {
      members.add("\"annotations\":" + array(1));
    }
    if (random.nextBoolean()) {
      members.add(
          "\"tool_calls\":[{\"id\":"
              + quoted()
              + ",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":"
              + quoted()
              + "}}]");
    }
  }

  @Test
  void whatWasMadeIsReadAsItWas() {
    for (int i = 0; i < 2000; i++) {
      List<Message> messages = new ArrayList<>();
      for (int size = random.nextInt(5); size > 0; size--) {
        messages.add(
            switch (random.nextInt(3)) {
              case 0 -> Message.system(text());
              case 1 -> Message.user(text());
              default -> Message.assistant(text());
            });
      }
      Conversation conversation = Conversation.of(messages);
      String json = conversation.toJson();
      assertThat(Conversation.fromJson(json)).isEqualTo(conversation);
      assertThat(Conversation.fromJson(json).toJson()).isEqualTo(json);
    }
  }

  @Test
  void whatWasStoredStaysByteForByte() {
    for (int i = 0; i < 3000; i++) {
      List<String> messages = new ArrayList<>();
      for (int size = random.nextInt(4); size > 0; size--) {
        messages.add(storedMessage());
      }
      String json = "[" + String.join(",", messages) + "]";
      assertThat(Conversation.fromJson(json).toJson()).isEqualTo(json);
    }
  }

  @Test
  void whatWasStoredIsSentByteForByte() {
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.client()) {
      for (int i = 0; i < 100; i++) {
        String json = "[" + storedMessage() + "," + storedMessage() + "]";
        server.answerText("a");
        HAIKU.result(client, new PromptInput().history(Conversation.fromJson(json)));
        assertThat(server.takeBody())
            .isEqualTo("{\"model\":\"vendor/model\",\"messages\":" + json + "}");
      }
    }
  }

  /** A text that was cut or changed anywhere is read or refused in words, and nothing else. */
  @Test
  void whatWasDamagedIsReadOrRefused() {
    for (int i = 0; i < 3000; i++) {
      StringBuilder json = new StringBuilder("[" + storedMessage() + "," + storedMessage() + "]");
      int at = random.nextInt(json.length());
      if (random.nextBoolean()) {
        json.setLength(at);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Conversation.fromJson(json.toString()))
            .withMessageMatching("(?s)(The conversation|messages\\[).*");
      } else {
        json.setCharAt(at, "{}[]\",:0x ".charAt(random.nextInt(10)));
        try {
          assertThat(Conversation.fromJson(json.toString()).messages()).isNotNull();
        } catch (IllegalArgumentException e) {
          assertThat(e.getMessage()).matches("(?s)(The conversation|messages\\[).*");
        }
      }
    }
  }
}
