package io.typedprompt.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are the same, however the bytes are cut and the lines are ended. */
class EventParserTest {
  private static final String STREAM =
      ": comment\n\nevent: x\nid: 7\nretry: 10\ndata: {\"a\":\"é漢😊\"}\n\n"
          + ":\n: another\ndata: first\ndata:second\ndata\ndata:  third\n: between\n\n\n\n"
          + "nonsense\n\ndata:\n\ndata: [DONE]\n\n";
  private static final List<String> EVENTS =
      List.of("{\"a\":\"é漢😊\"}", "first\nsecond\n\n third", "", "[DONE]");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyCutGivesTheSameEvents(String lineEnd) throws IOException {
    byte[] bytes = bytes(STREAM.replace("\n", lineEnd));
    for (int first = 0; first <= bytes.length; first++) {
      for (int second : new int[] {first, first + 1, first + 2, bytes.length}) {
        assertThat(events(bytes, first, Math.min(second, bytes.length)))
            .as("cut at %s and %s", first, second)
            .isEqualTo(EVENTS);
      }
    }
  }

  @Test
  void singleBytesGiveTheSameEvents() throws IOException {
    EventParser parser = new EventParser();
    List<String> events = new ArrayList<>();
    for (byte b : bytes(STREAM)) {
      parser.feed(new byte[] {b}, 1);
      drain(parser, events);
    }
    assertThat(events).isEqualTo(EVENTS);
  }

  @Test
  void lineEndsMayBeMixed() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder mixed = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
      for (String line : STREAM.split("(?<=\n)")) {
        mixed.append(line.replace("\n", random.nextBoolean() ? "\r\n" : "\n"));
      }
      byte[] bytes = bytes(mixed.toString());
      int cut = random.nextInt(bytes.length);
      assertThat(events(bytes, cut, cut)).isEqualTo(EVENTS);
    }
  }

  @Test
  void anEventComesWithItsEmptyLineAndNotBefore() throws IOException {
    EventParser parser = new EventParser();
    feed(parser, "data: a\n");
    assertThat(parser.next()).isNull();
    feed(parser, "\r");
    assertThat(parser.next()).isEqualTo("a");
    feed(parser, "\ndata: b\r\n");
    assertThat(parser.next()).isNull();
    feed(parser, "\r\n");
    assertThat(parser.next()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({"'data: a',a", "'data: a\n',a", "'data: a\ndata: b','a\nb'"})
  void theLastEventMayLackItsEnd(String body, String event) throws IOException {
    EventParser parser = new EventParser();
    feed(parser, body);
    assertThat(parser.next()).isNull();
    parser.end();
    assertThat(parser.next()).isEqualTo(event);
    assertThat(parser.next()).isNull();
  }

  @Test
  void halfACharacterHarmsNothingElse() throws IOException {
    EventParser parser = new EventParser();
    byte[] bytes = bytes("data: aé");
    parser.feed(bytes, bytes.length - 1);
    parser.end();
    assertThat(parser.next()).isEqualTo("a\uFFFD");
  }

  @Test
  void plainJsonIsOneEventOfAllItsLines() throws IOException {
    EventParser parser = new EventParser();
    feed(parser, ": comment\n\n{\"a\":\n\n\"data: b\"}\n");
    assertThat(parser.next()).isNull();
    parser.end();
    assertThat(parser.isPlainJson()).isTrue();
    assertThat(parser.next()).isEqualTo("{\"a\":\n\n\"data: b\"}");
  }

  @Test
  void aBraceAfterAnEventIsNoJson() throws IOException {
    EventParser parser = new EventParser();
    feed(parser, "data: a\n\n{\"a\":1}\n\ndata: b\n\n");
    assertThat(parser.isPlainJson()).isFalse();
    assertThat(parser.next()).isEqualTo("a");
    assertThat(parser.next()).isEqualTo("b");
  }

  @Test
  void anEventWithoutEndIsRefused() {
    EventParser parser = new EventParser();
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) 'a');
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                parser.feed(megabyte, megabyte.length);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("an event is larger than 67108864 bytes");
  }

  private static List<String> events(byte[] bytes, int first, int second) throws IOException {
    EventParser parser = new EventParser();
    List<String> events = new ArrayList<>();
    int[] cuts = {0, first, second, bytes.length};
    for (int i = 1; i < cuts.length; i++) {
      byte[] part = Arrays.copyOfRange(bytes, cuts[i - 1], cuts[i]);
      parser.feed(part, part.length);
      drain(parser, events);
    }
    parser.end();
    drain(parser, events);
    return events;
  }

  private static void drain(EventParser parser, List<String> events) {
    for (String event = parser.next(); event != null; event = parser.next()) {
      events.add(event);
    }
  }

  private static void feed(EventParser parser, String text) throws IOException {
    byte[] bytes = bytes(text);
    parser.feed(bytes, bytes.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
