package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conversations that are kept within a budget. */
class ConversationLimitsTest {
  private static final Message CALL =
      Message.fromJson(
          "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":"
              + "\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}");
  private static final Message RESULT =
      Message.fromJson("{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"r\"}");

  /** One letter for each message: s, u, a, c(all) and r(esult). */
  private static Conversation of(String letters) {
    List<Message> messages = new ArrayList<>();
    for (char letter : letters.toCharArray()) {
      messages.add(
          switch (letter) {
            case 's' -> Message.system("s");
            case 'u' -> Message.user("u");
            case 'a' -> Message.assistant("a");
            case 'c' -> CALL;
            default -> RESULT;
          });
    }
    return Conversation.of(messages);
  }

  private static String letters(Conversation conversation) {
    StringBuilder letters = new StringBuilder();
    for (Message message : conversation.messages()) {
      letters.append(message.equals(CALL) ? "c" : message.equals(RESULT) ? "r" : message.text());
    }
    return letters.toString();
  }

  @Test
  void dropsTheOldestTurns() {
    assertThat(letters(of("uauaua").limitMessages(6))).isEqualTo("uauaua");
    assertThat(letters(of("uauaua").limitMessages(5))).isEqualTo("uaua");
    assertThat(letters(of("uauaua").limitMessages(4))).isEqualTo("uaua");
    assertThat(letters(of("uauaua").limitMessages(1))).isEmpty();
    assertThat(letters(of("auaua").limitMessages(4))).isEqualTo("uaua");
    assertThat(letters(of("").limitMessages(0))).isEmpty();
  }

  @Test
  void keepsTheSystemMessageWhereverItIs() {
    assertThat(letters(of("suaua").limitMessages(3))).isEqualTo("sua");
    assertThat(letters(of("uasua").limitMessages(3))).isEqualTo("sua");
    assertThat(letters(of("ssua").limitMessages(1))).isEqualTo("ss");
    Conversation developer =
        Conversation.of(Message.fromJson("{\"role\":\"developer\",\"content\":\"d\"}"))
            .plus(Message.user("u"), Message.assistant("a"));
    assertThat(letters(developer.limitMessages(0))).isEqualTo("d");
  }

  @Test
  void keepsACallWithItsResults() {
    assertThat(letters(of("ucrraua").limitMessages(6))).isEqualTo("ua");
    assertThat(letters(of("ucrraua").limitMessages(7))).isEqualTo("ucrraua");
  }

  @Test
  void keepsATurnThatWaitsForItsAnswer() {
    assertThat(letters(of("uau").limitMessages(0))).isEqualTo("u");
    assertThat(letters(of("suaucr").limitMessages(1))).isEqualTo("sucr");
    assertThat(letters(of("uauc").limitMessages(1))).isEqualTo("uc");
    assertThat(letters(of("cr").limitMessages(0))).isEqualTo("cr");
  }

  @Test
  void isTheSameWhereNothingIsTooMuch() {
    Conversation conversation = of("sua");
    assertThat(conversation.limitMessages(3)).isSameAs(conversation);
    assertThat(conversation.limitTokens(1000)).isSameAs(conversation);
  }

  @Test
  void countsTokensAsItSays() {
    assertThat(Conversation.of().estimatedTokens()).isZero();
    assertThat(Conversation.of(Message.user("")).estimatedTokens()).isEqualTo(4);
    assertThat(Conversation.of(Message.user("12345678")).estimatedTokens()).isEqualTo(6);
    assertThat(Conversation.of(Message.user("123456789")).estimatedTokens()).isEqualTo(7);
    // 2, 3 and 4 bytes: 9 in all.
    assertThat(Conversation.of(Message.user("ü語😀")).estimatedTokens()).isEqualTo(7);
    // "f" and "{}".
    assertThat(Conversation.of(CALL).estimatedTokens()).isEqualTo(5);
    String image =
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"1234\"},{\"type\":"
            + "\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}],\"x\":1}";
    assertThat(Conversation.of(Message.fromJson(image)).estimatedTokens()).isEqualTo(1005);
    String reasoned =
        "{\"role\":\"assistant\",\"content\":\"1234\",\"reasoning\":\"12345678\","
            + "\"reasoning_details\":[1],\"annotations\":[2]}";
    // 4 + 8 + 3 + 3 bytes.
    assertThat(Conversation.of(Message.fromJson(reasoned)).estimatedTokens()).isEqualTo(9);
  }

  @Test
  void limitsTokensByTheEstimateOrByTheUsersOwnCount() {
    assertThat(letters(of("uauaua").limitTokens(20))).isEqualTo("uaua");
    assertThat(letters(of("uauaua").limitTokens(30))).isEqualTo("uauaua");
    assertThat(letters(of("uauaua").limitTokens(20, message -> 7))).isEqualTo("ua");
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("ua").limitMessages(-1))
        .withMessage("the limit -1 is negative");
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void neverBreaksARule() {
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      StringBuilder letters = new StringBuilder(random.nextBoolean() ? "s" : "");
      for (int turns = random.nextInt(6); turns > 0; turns--) {
        letters.append("u");
        for (int calls = random.nextInt(3); calls > 0; calls--) {
          letters.append("c").append("r".repeat(1 + random.nextInt(3)));
        }
        letters.append(turns == 1 && random.nextBoolean() ? "" : "a");
      }
      String whole = letters.toString();
      int most = random.nextInt(12);
      String kept = letters(of(whole).limitMessages(most));
      String system = whole.startsWith("s") ? "s" : "";
      String rest = kept.substring(system.length());
      int lastTurn = Math.max(0, whole.lastIndexOf('u'));
      String open = whole.endsWith("a") ? "" : whole.substring(lastTurn);

      assertThat(kept).as(whole).startsWith(system);
      assertThat(whole).endsWith(rest);
      assertThat(rest).matches("(u.*)?").endsWith(open.startsWith("s") ? "" : open);
      assertThat(kept.length() <= most || rest.equals(open) || rest.isEmpty())
          .as(whole + " within " + most + " is " + kept)
          .isTrue();
    }
  }
}
