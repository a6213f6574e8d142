package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.SamplePrompts.Priority;
import io.typedprompt.SamplePrompts.Triage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that a caller gets a value from. */
class AnswersTest {
  private final PromptServer server = new PromptServer();
  private final OpenRouterClient client = server.client();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void everythingThatTheServerSaysIsInTheResult() {
    server.answer(
        """
        {"id":"gen-1790000000-BBBB","object":"chat.completion","created":1790000000,
         "model":"vendor/model-2026-02-02","provider":"Vendor Inc","system_fingerprint":null,
         "service_tier":"flex","choices":[{"index":0,"logprobs":{"content":[
           {"token":"{","logprob":-0.25,"bytes":[123],"top_logprobs":[
             {"token":"{","logprob":-0.25,"bytes":[123]},{"token":"[","logprob":-3.5,"bytes":null}]}],
           "refusal":null},
          "finish_reason":"stop","native_finish_reason":"completed","message":{"role":"assistant",
           "content":"{\\"summary\\":\\"s\\",\\"priority\\":\\"HIGH\\"}","refusal":null,
           "reasoning":"Let me think.","annotations":[{"type":"url_citation","url_citation":{
             "url":"https://example.com/a","title":"A","content":"...","start_index":0,
             "end_index":7}}]}}],
         "usage":{"prompt_tokens":41,"completion_tokens":83,"total_tokens":124,"cost":2.75E-4,
           "is_byok":false,
           "prompt_tokens_details":{"cached_tokens":8,"cache_write_tokens":3,"audio_tokens":2},
           "cost_details":{"upstream_inference_cost":0.000275},
           "completion_tokens_details":{"reasoning_tokens":60,"image_tokens":0,"audio_tokens":5}}}
        """);

    PromptResult<Triage> result = TRIAGE.result(client, input());

    assertThat(result.value()).isEqualTo(new Triage("s", Priority.HIGH));
    assertThat(result.rawText()).isEqualTo("{\"summary\":\"s\",\"priority\":\"HIGH\"}");
    assertThat(result.id()).isEqualTo("gen-1790000000-BBBB");
    assertThat(result.model()).isEqualTo("vendor/model-2026-02-02");
    assertThat(result.requestedModels()).containsExactly("vendor/model");
    assertThat(result.provider()).contains("Vendor Inc");
    assertThat(result.serviceTier()).contains("flex");
    assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(result.nativeFinishReason()).contains("completed");
    assertThat(result.reasoning()).contains("Let me think.");
    assertThat(result.cacheHit()).isFalse();
    assertThat(result.repairs()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void aTextIsReturnedAsItCame() {
    server.answerText("\n  autumn wind \n");

    assertThat(HAIKU.value(client, input())).isEqualTo("\n  autumn wind \n");
  }
}
