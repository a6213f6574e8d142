package io.typedprompt.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Cost;
import io.typedprompt.FinishReason;
import io.typedprompt.ToolCall;
import io.typedprompt.Usage;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks in the shapes that providers send become one answer. */
class StreamedCompletionTest {
  private final StreamedCompletion completion = new StreamedCompletion(new Redaction("key"));

  private void add(String json) {
    Chunk chunk = ChunkReader.read(json);
    assertThat(chunk).as(json).isNotNull();
    completion.add(chunk);
  }

  private void delta(String json) {
    add("{\"choices\":[{\"index\":0,\"delta\":" + json + ",\"finish_reason\":null}]}");
  }

  private Choice choice() {
    Choice choice = completion.completion().choice();
    assertThat(choice).isNotNull();
    return choice;
  }

  @Test
  void contentIsTextPartsOrNothing() {
    delta("{\"role\":\"assistant\",\"content\":\"a\"}");
    delta("{\"role\":\"assistant\",\"content\":null}");
    delta("{\"content\":[{\"type\":\"text\",\"text\":\"b\"},{\"type\":\"text\",\"text\":\"c\"}]}");
    delta("{}");
    delta("null");
    delta("\"odd\"");
    add("{\"choices\":[{\"index\":0}]}");

    assertThat(completion.content()).hasToString("abc");
    assertThat(choice().content()).isEqualTo("abc");
    assertThat(completion.isFinished()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"choices\":[null]}",
        "{\"choices\":{}}",
        "{\"choices\":[],\"debug\":{\"echo_upstream_body\":{\"choices\":[1]}}}",
        "{\"id\":null,\"model\":null,\"provider\":null,\"usage\":null,\"error\":null}",
        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"another\"},\"finish_reason\":\"x\"}]}",
      })
  void whatSaysNothingChangesNothing(String json) {
    add(
        "{\"id\":\"gen-1\",\"model\":\"m\",\"provider\":\"P\",\"service_tier\":\"flex\",\"choices\":"
            + "[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\","
            + "\"native_finish_reason\":\"end\"}],\"usage\":{\"total_tokens\":3,\"cost\":0.5}}");
    Completion before = completion.completion();

    add(json);

    assertThat(completion.completion()).isEqualTo(before);
  }

  @Test
  void metadataMayComeLate() {
    delta("{\"content\":\"a\"}");
    add("{\"id\":\"gen-1\",\"choices\":[]}");
    add("{\"model\":\"m\",\"provider\":\"P\",\"choices\":[]}");

    Completion whole = completion.completion();
    assertThat(whole.id()).isEqualTo("gen-1");
    assertThat(whole.model()).isEqualTo("m");
    assertThat(whole.provider()).isEqualTo("P");
    assertThat(whole.usage()).isEqualTo(Usage.unknown());
    assertThat(whole.cost()).isEqualTo(Cost.unknown());
  }

  @Test
  void theLastUsageCounts() {
    add("{\"choices\":[],\"usage\":{\"completion_tokens\":1,\"cost\":0.1}}");
    add("{\"choices\":[],\"usage\":{\"completion_tokens\":9,\"cost\":0.9}}");
    add("{\"choices\":[],\"usage\":null}");

    assertThat(completion.completion().usage().completionTokens()).isEqualTo(9);
    assertThat(completion.completion().cost()).isEqualTo(Cost.of(new BigDecimal("0.9")));
  }

  @Test
  void aReasonIsNotOverwrittenByNull() {
    add("{\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}");
    add("{\"choices\":[{\"delta\":{},\"finish_reason\":null}]}");

    assertThat(completion.isFinished()).isTrue();
    assertThat(choice().finishReason()).isEqualTo(FinishReason.LENGTH);
  }

  @Test
  void toolCallsComeInPieces() {
    delta(
        "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":"
            + "{\"name\":\"f\",\"arguments\":\"\"}}]}");
    delta("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"q\\\":\"}}]}");
    delta("{\"tool_calls\":[{\"index\":null,\"function\":{\"arguments\":\"1}\"}}]}");
    delta(
        "{\"tool_calls\":[{\"index\":0,\"id\":null,\"function\":{\"name\":null,\"arguments\":null}}]}");
    delta("{\"tool_calls\":[{\"index\":1,\"function\":{\"name\":\"g\"}}]}");
    delta("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\" \"}}]}");

    assertThat(choice().toolCalls())
        .containsExactly(ToolCall.of("a", "f", "{\"q\":1} "), ToolCall.of("", "g", "{}"));
    assertThat(completion.arguments("f")).hasToString("{\"q\":1} ");
    assertThat(completion.arguments("h")).hasToString("");
    assertThat(choice().finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(completion.isFinished()).isFalse();
  }

  @Test
  void callsUnderOneIndexAreToldApartByTheirIds() {
    delta(
        "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]}");
    delta(
        "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"}\"}}]}");
    delta(
        "{\"tool_calls\":[{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"f\",\"arguments\":\"{ }\"}}]}");
    delta("{\"tool_calls\":[{\"index\":0,\"id\":\"\",\"function\":{\"arguments\":\" \"}}]}");

    assertThat(choice().toolCalls())
        .containsExactly(ToolCall.of("a", "f", "{}"), ToolCall.of("b", "f", "{ } "));
  }

  @Test
  void reasoningIsReadOnceWhereTwoMembersHaveIt() {
    delta(
        "{\"reasoning\":\"Let\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Let\","
            + "\"index\":0}]}");
    delta("{\"reasoning\":\" \",\"reasoning_content\":\" \",\"reasoning_details\":[]}");
    delta(
        "{\"reasoning\":\"me\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\" me\","
            + "\"index\":0}]}");
    delta("{\"reasoning\":null,\"content\":\"Hi\"}");
    delta(
        "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"signature\":\"s\\\"1\",\"index\":0}]}");

    assertThat(choice().reasoning()).isEqualTo("Let me");
    assertThat(choice().reasoningDetails())
        .isEqualTo(
            "[{\"type\":\"reasoning.text\",\"index\":0,\"signature\":\"s\\\"1\",\"text\":\"Let me\"}]");
  }

  @Test
  void reasoningMayBeInTheDetailsOnly() {
    delta(
        "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"Fi\",\"index\":0}]}");
    delta(
        "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"rst\",\"index\":0}]}");
    delta(
        "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"Second\",\"index\":1}]}");

    assertThat(choice().reasoning()).isEqualTo("First\n\nSecond");
  }

  @Test
  void opaqueReasoningIsKeptAndNotShown() {
    delta(
        "{\"reasoning\":\"[REDACTED]\",\"reasoning_details\":[{\"type\":\"reasoning.encrypted\","
            + "\"data\":\"gAAA\",\"index\":0}]}");
    delta(
        "{\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"gBBB\",\"index\":0}]}");

    assertThat(choice().reasoning()).isNull();
    assertThat(choice().reasoningDetails())
        .isEqualTo(
            "[{\"type\":\"reasoning.encrypted\",\"data\":\"gAAA\",\"index\":0},"
                + "{\"type\":\"reasoning.encrypted\",\"data\":\"gBBB\",\"index\":0}]");
  }

  @Test
  void logprobsOfOddShapesSayNothing() {
    add("{\"choices\":[{\"delta\":{},\"logprobs\":-1.7881393e-06}]}");
    add("{\"choices\":[{\"delta\":{},\"logprobs\":{\"tokens\":null,\"token_logprobs\":null}}]}");
    add(
        "{\"choices\":[{\"delta\":{},\"logprobs\":{\"content\":[{\"token\":\"a\",\"logprob\":-1}]}}]}");
    add(
        "{\"choices\":[{\"delta\":{},\"logprobs\":{\"content\":[{\"token\":\"b\",\"logprob\":-2}]}}]}");

    assertThat(choice().logprobs()).extracting(Object::toString).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[DONE]", "[]", "1", "{\"a\":", "{\"choices\":[{", "nonsense"})
  void whatIsNoObjectIsNoChunk(String text) {
    assertThat(ChunkReader.read(text)).isNull();
  }
}
