package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Options in any combination give the sum of their parts, and what the document allows. */
class RandomOptionsTest {
  private static final int COMBINATIONS = 500;

  @Test
  void theSameOptionsGiveTheSameBytes() {
    try (Recorder recorder = new Recorder()) {
      for (long seed = 0; seed < COMBINATIONS; seed += 10) {
        PromptOptions once = new RandomOptions(seed).options();
        PromptOptions again = new RandomOptions(seed).options();
        PromptOptions none = PromptOptions.builder().build();

        ByteString asked = recorder.request(none, c -> new AskPromptsImpl(c).ask(once)).getBody();

        // By another way: as defaults of the client, or in two parts.
        assertThat(recorder.request(again, c -> new AskPromptsImpl(c).ask()).getBody())
            .isEqualTo(asked);
        assertThat(recorder.request(again, c -> new AskPromptsImpl(c).ask(once)).getBody())
            .isEqualTo(asked);
      }
    }
  }

  @Test
  void combinationsAreSentInFull() {
    try (Recorder recorder = new Recorder();
        OpenRouterClient client = recorder.client()) {
      AskPrompts prompts = new AskPromptsImpl(client);
      for (long seed = 0; seed < COMBINATIONS; seed++) {
        RandomOptions random = new RandomOptions(seed);
        PromptOptions options = random.options();

        ObjectNode body = (ObjectNode) recorder.body(c -> prompts.ask(options));

        assertThat(body.remove("messages").size()).isEqualTo(1);
        assertThat(body).describedAs("seed %s: %s", seed, options).isEqualTo(random.body());
      }
    }
  }
}
