package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prompts in a module of the user's. */
final class ModulesTest {
  private static final Fixture PROMPTS =
      Fixture.of(
              """
              package com.example;

              import io.typedprompt.PromptResult;
              import io.typedprompt.annotations.OpenRouterPrompt;
              import io.typedprompt.annotations.SystemMessage;
              import io.typedprompt.annotations.UserMessage;
              import java.util.List;
              import org.jspecify.annotations.Nullable;

              @OpenRouterPrompt
              @SystemMessage(resource = "prompts/system.mustache")
              public interface Prompts {
                enum Priority { LOW, HIGH }

                record Triage(String summary, @Nullable Priority priority) {}

                @UserMessage("Triage {{tickets}}")
                PromptResult<List<Triage>> triage(List<String> tickets);
              }
              """)
          .withResource("prompts/system.mustache", "Be brief.")
          .with("--module-path", modulePath(), "-Werror");

  @Test
  void moduleNeedsNothingButTheRuntime() {
    Compilation compilation =
        Compilation.of(PROMPTS.and("module com.example { requires io.typedprompt; }\n"));

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.generated()).containsKey("com/example/PromptsImpl.java");
  }

  @Test
  void generatedCodeIsTheSameInAModule() {
    String module = "module com.example { requires io.typedprompt; }\n";

    assertThat(Compilation.of(PROMPTS.and(module)).generated())
        .isEqualTo(Compilation.of(PROMPTS).generated());
  }

  /** What the runtime needs; other things on the class path of tests do not agree as modules. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                entry.matches(
                        ".*(annotations|runtime|jackson|okhttp|okio|kotlin|slf4j-api|jspecify).*")
                    && !entry.matches(".*(auto-service|test-classes|apiguardian|error_prone).*"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
