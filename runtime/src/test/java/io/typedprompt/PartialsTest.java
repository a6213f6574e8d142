package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.PartialFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has come of an answer, while it is still being written. */
class PartialsTest {
  /** What has come of a note. */
  record Note(Optional<String> text, Optional<Integer> count) {}

  private static final class NoteFormat extends PartialFormat<Note> {
    private static final ObjectNames NAMES =
        ObjectNames.of("Note").optional("text").optional("count");
    private final AtomicInteger reads = new AtomicInteger();

    NoteFormat() {
      super("/text");
    }

    @Override
    public @Nullable Note read(AnswerReader in) {
      reads.incrementAndGet();
      if (!in.beginObject(NAMES)) {
        return null;
      }
      Optional<String> text = Optional.empty();
      Optional<Integer> count = Optional.empty();
      for (int property = in.nextProperty(); property >= 0; property = in.nextProperty()) {
        if (property == 0) {
          text = Optional.of(in.readString());
        } else {
          count = Optional.of(in.readInt());
        }
      }
      return in.endObject() ? new Note(text, count) : null;
    }
  }

  private final NoteFormat format = new NoteFormat();

  private static PromptStream<String> answer(String... pieces) {
    return PromptStream.of(List.of(pieces), PromptResult.of("whole"));
  }

  private List<Note> notes(String... pieces) {
    try (Stream<Note> notes = format.stream(answer(pieces))) {
      return notes.toList();
    }
  }

  private static Note note(@Nullable String text, @Nullable Integer count) {
    return new Note(Optional.ofNullable(text), Optional.ofNullable(count));
  }

  @Test
  void everyGrowthIsShownOnce() {
    assertThat(notes("Sure: {", "\"te", "xt\":\"a", "b", "", "\"", ",\"count\":1", "2", "}", "\n"))
        .containsExactly(note(null, null), note("a", null), note("ab", null), note("ab", 12));
  }

  @Test
  void whatDoesNotFitIsNotShownNorAnythingAfterIt() {
    assertThat(notes("{\"text\":\"a\",", "\"count\":\"x\",", "\"text\":\"a\"}"))
        .containsExactly(note("a", null));
  }

  @Test
  void whatIsNoJsonShowsNothing() {
    assertThat(notes("I cannot say.")).isEmpty();
  }

  @Test
  void theResultIsThereAfterwards() {
    PromptStream<String> answer = answer("{\"text\":\"a\"}");
    try (Stream<Note> notes = format.stream(answer)) {
      assertThat(notes).containsExactly(note("a", null));
      assertThat(answer.result().value()).isEqualTo("whole");
    }
  }

  @Test
  void closingClosesTheAnswer() {
    PromptStream<String> answer = answer("{", "}");
    format.stream(answer).close();

    assertThatThrownBy(answer::result).isInstanceOf(CallCancelledException.class);
  }

  @Test
  void aTextIsReadOnce() {
    PromptStream<String> answer = answer("{}");
    format.stream(answer);

    assertThatThrownBy(() -> format.stream(answer)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLongAnswerIsNotReadAgainForEveryPiece() {
    List<String> pieces = new ArrayList<>(List.of("{\"text\":\""));
    for (int i = 0; i < 20_000; i++) {
      pieces.add("word ");
    }
    pieces.add("\"}");

    List<Note> notes = notes(pieces.toArray(new String[0]));

    assertThat(format.reads.get()).isLessThan(1000);
    assertThat(notes.get(notes.size() - 1)).isEqualTo(note("word ".repeat(20_000), null));
  }

  @Test
  void whatIsSaidBeforeToolsIsNoPartOfTheAnswer() {
    String call =
        StreamFixtures.chunk(
            "{\"tool_calls\":["
                + SampleTools.call("c1", "get_weather", "{\"city\":\"Paris\"}")
                + "]}",
            null,
            "");
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = server.client()) {
      server.answer(events(StreamFixtures.text("Let me see {\"text\":\"no") + call));
      server.answer(
          events(StreamFixtures.text("{\"text\":\"a\",") + StreamFixtures.text("\"count\":7}")));
      PromptStream<String> stream =
          SamplePrompts.HAIKU.stream(
              client, SamplePrompts.input().tools(List.of(new SampleTools.Weather())));

      try (Stream<Note> notes = format.stream(stream)) {
        assertThat(notes).containsExactly(note("no", null), note("a", null), note("a", 7));
      }
      assertThat(stream.result().value()).isEqualTo("{\"text\":\"a\",\"count\":7}");
    }
  }

  private static MockResponse events(String pieces) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(pieces + StreamFixtures.end("stop"))
        .build();
  }
}
