package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PartialJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEXTS = Set.of("/t", "/l/*", "/o/*/t");

  private static @Nullable String certain(String... pieces) {
    PartialJson json = new PartialJson();
    for (String piece : pieces) {
      json.feed(piece);
    }
    return json.certain(TEXTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | {}",
        "{\"t | {}",
        "{\"t\": | {}",
        "{\"t\":\" | {\"t\":\"\"}",
        "{\"t\":\"ab | {\"t\":\"ab\"}",
        "{\"t\":\"ab\\ | {\"t\":\"ab\"}",
        "{\"t\":\"ab\\n | {\"t\":\"ab\\n\"}",
        "{\"t\":\"ab\\u00e | {\"t\":\"ab\"}",
        "{\"t\":\"ab\\u00e9 | {\"t\":\"ab\\u00e9\"}",
        "{\"t\":\"ab\\ud83d | {\"t\":\"ab\"}",
        "{\"t\":\"ab\\ud83d\\ | {\"t\":\"ab\"}",
        "{\"t\":\"ab\\ud83d\\ude00 | {\"t\":\"ab\\ud83d\\ude00\"}",
        "{\"t\":\"ab\\\\ud83d | {\"t\":\"ab\\\\ud83d\"}",
        "{\"t\":\"ab\\\\\\ud83d | {\"t\":\"ab\\\\\"}",
        "{\"t\":\"ab\" | {\"t\":\"ab\"}",
        "{\"t\":\"ab\", | {\"t\":\"ab\"}",
        "{\"e\":\"LOW | {}",
        "{\"e\":\"LOW\" | {\"e\":\"LOW\"}",
        "{\"n\":12 | {}",
        "{\"n\":12, | {\"n\":12}",
        "{\"n\":12} | {\"n\":12}",
        "{\"b\":tru | {}",
        "{\"b\":true | {}",
        "{\"b\":true } | {\"b\":true }",
        "{\"l\":[ | {\"l\":[]}",
        "{\"l\":[\"a\",\"b | {\"l\":[\"a\",\"b\"]}",
        "{\"o\":[{\"t\":\"a\"},{\"n\":1,\"t\":\"b | {\"o\":[{\"t\":\"a\"},{\"n\":1,\"t\":\"b\"}]}",
        "{\"o\":[{\"x\":[[{\"y\": | {\"o\":[{\"x\":[[{}]]}]}",
        "{\"n\":1} and {\"n\":2} | {\"n\":1}",
        "So {x} is: ```json {\"n\":1} | {\"n\":1}",
        "<think>{\"n\":1}</think>{\"n\":2, | {\"n\":2}",
      })
  void whatIsCertainIsJson(String text, String certain) {
    assertThat(certain(text)).isEqualTo(certain);
    assertThat(certain(text.split(""))).isEqualTo(certain);
  }

  @Test
  void halfACharacterIsWaitedFor() {
    assertThat(certain("{\"t\":\"a\uD83D")).isEqualTo("{\"t\":\"a\"}");
    assertThat(certain("{\"t\":\"a\uD83D", "\uDE00")).isEqualTo("{\"t\":\"a\uD83D\uDE00\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no braces",
        "{\"a\" 1",
        "{\"a\":1 2",
        "{\"a\":'b'",
        "{\"a\":[1}",
        "{\"a\":1,}",
        "{\"a\":1,b",
        "{\"a\":{b",
        "<think>{\"a\":1}",
      })
  void whatIsNoJsonIsNothing(String text) {
    assertThat(certain(text)).isNull();
  }

  @Test
  void nestingHasALimit() {
    assertThat(certain("{\"a\":" + "[".repeat(JsonScanner.MAX_DEPTH))).isNull();
  }

  @Test
  void itOnlyGrowsAndEndsWithTheWhole() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      String whole = object(random, 0).toString();
      PartialJson json = new PartialJson();
      JsonNode last = JSON.readTree("{}");
      for (String c : whole.split("")) {
        json.feed(c);
        String certain = json.certain(TEXTS);
        assertThat(certain).isNotNull();
        JsonNode next = JSON.readTree(certain);
        assertThat(isGrowth(last, next)).as(last + " to " + next).isTrue();
        last = next;
      }
      assertThat(last).isEqualTo(JSON.readTree(whole));
    }
  }

  private static boolean isGrowth(JsonNode before, JsonNode after) {
    if (before.isString()) {
      return after.isString() && after.stringValue().startsWith(before.stringValue());
    }
    if (before.isObject()) {
      return after.isObject()
          && before.properties().stream()
              .allMatch(
                  member ->
                      after.has(member.getKey())
                          && isGrowth(member.getValue(), after.get(member.getKey())));
    }
    if (before.isArray()) {
      for (int i = 0; i < before.size(); i++) {
        if (!after.has(i) || !isGrowth(before.get(i), after.get(i))) {
          return false;
        }
      }
      return after.isArray();
    }
    return before.equals(after);
  }

  private static JsonNode object(Random random, int depth) {
    List<String> members = new ArrayList<>();
    for (String name : List.of("t", "n", "l", "o", "e")) {
      if (random.nextInt(3) > 0) {
        members.add("\"" + name + "\":" + value(random, depth + 1));
      }
    }
    return JSON.readTree("{" + String.join(",", members) + "}");
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> String.valueOf(random.nextInt());
      case 1 -> String.valueOf(random.nextDouble());
      case 2 -> List.of("true", "false", "null").get(random.nextInt(3));
      case 3 ->
          "\"" + List.of("", "x\\\"y", "\\u00e9\\\\", "LOWER, {[").get(random.nextInt(4)) + "\"";
      case 4 -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
      default -> object(random, depth).toString();
    };
  }

  @Test
  void anyTextInAnyPiecesIsSurvived() {
    Random random = new Random(7);
    String letters = "{}[]\"t:, \\u1d<think>\u00e9\uD83D`'";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"t\":" : "");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int cut = random.nextInt(text.length() + 1);

      assertThat(certain(text.substring(0, cut), text.substring(cut)))
          .isEqualTo(certain(text.toString()));
    }
  }
}
