package io.typedprompt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptResult;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is compared does the same. */
class SameResultsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void callsGiveTheSame() {
    CallBenchmark calls = new CallBenchmark();
    PromptResult<Triage> ours = calls.typed();
    Reply<Triage> byHand = calls.byHand();

    assertThat(calls.byDatabind()).isEqualTo(byHand);
    assertThat(ours.value()).isEqualTo(byHand.value());
    assertThat(ours.id()).isEqualTo(byHand.id());
    assertThat(ours.model()).isEqualTo(byHand.model());
    assertThat(ours.provider()).contains(byHand.provider());
    assertThat(ours.finishReason().text()).isEqualTo(byHand.finishReason());
    assertThat(ours.usage().promptTokens()).isEqualTo(byHand.promptTokens());
    assertThat(ours.usage().completionTokens()).isEqualTo(byHand.completionTokens());
    assertThat(ours.cost().amount()).isEqualTo(byHand.cost());
  }

  @Test
  void readersGiveTheSame() {
    ReadingBenchmark reading = new ReadingBenchmark();
    assertThat(reading.typicalTypedPrompt())
        .isEqualTo(reading.typicalHandWritten())
        .isEqualTo(reading.typicalDatabind());
    assertThat(reading.listTypedPrompt())
        .isEqualTo(reading.listHandWritten())
        .isEqualTo(reading.listDatabind())
        .isEqualTo(reading.fencedListTypedPrompt())
        .isEqualTo(reading.malformedListTypedPrompt());
  }

  @Test
  void requestsAreTheSame() {
    WritingBenchmark writing = new WritingBenchmark();
    Map<String, Object> ours = fields(writing.requestTypedPrompt());
    assertThat(ours)
        .isEqualTo(fields(writing.requestHandWritten()))
        .isEqualTo(fields(writing.requestDatabind()));
  }

  @Test
  void streamsGiveTheSame() {
    StreamBenchmark stream = new StreamBenchmark();
    assertThat(stream.streamTypedPrompt())
        .isGreaterThan(StreamBenchmark.PIECES)
        .isEqualTo(stream.streamHandWritten())
        .isEqualTo(stream.streamDatabind());
  }

  @Test
  void theLongTemplateIsTenKilobytes() {
    assertThat(HandWritten.HANDBOOK.length()).isBetween(9_500, 10_500);
  }

  private static Map<String, Object> fields(byte[] json) {
    Map<String, Object> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : JSON.readTree(json).properties()) {
      fields.put(field.getKey(), field.getValue());
    }
    return fields;
  }
}
