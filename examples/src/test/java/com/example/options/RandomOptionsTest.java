package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Options in any combination give the sum of their parts, and what the document allows. */
class RandomOptionsTest {
  private static final int COMBINATIONS = 200;

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
