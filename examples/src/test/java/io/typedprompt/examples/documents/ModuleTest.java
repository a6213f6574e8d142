package io.typedprompt.examples.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {
  @TempDir Path folder;

  @Test
  void aModuleNeedsNothingButTheClient() {
    String module =
        """
        module com.example.module {
          requires io.typedprompt;
        }
        """;
    String prompts =
        """
        package com.example.module;

        import io.typedprompt.OpenRouterClient;
        import io.typedprompt.PromptResult;
        import io.typedprompt.annotations.OpenRouterPrompt;
        import io.typedprompt.annotations.UserMessage;

        @OpenRouterPrompt(models = "openai/gpt-4o-mini")
        interface Prompts {
          @UserMessage("Is {{city}} in Europe?")
          PromptResult<Boolean> inEurope(String city);

          static Prompts of(OpenRouterClient client) {
            return new PromptsImpl(client);
          }
        }
        """;

    assertThat(Javac.compile(folder, Map.of("module-info.java", module, "Prompts.java", prompts)))
        .isEmpty();
  }
}
