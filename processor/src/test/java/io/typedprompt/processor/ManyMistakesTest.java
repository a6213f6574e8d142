package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import org.junit.jupiter.api.Test;

/** Several mistakes are all reported at once, and what uses the prompts adds none. */
final class ManyMistakesTest {
  private static final Fixture USER =
      Fixture.of(
          """
          class Desk {
            private final PromptsImpl prompts;

            Desk(OpenRouterClient client) {
              this.prompts = new PromptsImpl(client);
            }

            PromptsImpl prompts() {
              return prompts;
            }

            static Prompts open(OpenRouterClient client) {
              Prompts prompts = new PromptsImpl(client);
              return prompts;
            }
          }
          """);

  @Test
  void allInterfacesAndMethodsAreReported() {
    Compilation compilation =
        Compilation.of(
            Fixture.of(
                    """
                    @OpenRouterPrompt(temperature = 3)
                    interface First {
                      @UserMessage("{{a}} {{topci}} {{#topic}}")
                      Object one(String topic);

                      @SystemMessage("")
                      @UserMessage("{{x}}")
                      int two();

                      String three();
                    }
                    """)
                .and(
                    """
                    @OpenRouterPrompt
                    interface Second {
                      @UserMessage("{{topic.}}")
                      String one(String topic);
                    }
                    """)
                .and("@OpenRouterPrompt class Third {}"));

    assertThat(compilation.diagnostics())
        .extracting(d -> d.replaceAll("(?s)\\].*", "]"))
        .containsExactlyInAnyOrder(
            "First.java:1: error: [typedprompt/option-out-of-range]",
            "First.java:3: error: [typedprompt/unclosed-section]",
            "First.java:3: error: [typedprompt/unknown-variable]",
            "First.java:3: error: [typedprompt/unknown-variable]",
            "First.java:4: error: [typedprompt/unsupported-return-type]",
            "First.java:6: error: [typedprompt/empty-template]",
            "First.java:7: error: [typedprompt/unknown-variable]",
            "First.java:10: error: [typedprompt/no-template]",
            "Second.java:3: error: [typedprompt/template-syntax]",
            "Third.java:1: error: [typedprompt/not-an-interface]");
  }

  @Test
  void eachNameThatIsWrongIsReported() {
    Compilation compilation =
        Compilation.of(
            Fixture.of(
                """
                @OpenRouterPrompt
                interface Prompts {
                  record Ticket(String subject) {}

                  @UserMessage("{{#ticket}}{{a}}{{/ticket}}{{b}}{{ticket.c}}{{b}}")
                  String ask(Ticket ticket);
                }
                """));

    assertThat(compilation.diagnostics()).hasSize(4);
  }

  @Test
  void codeThatNamesTheGeneratedClassAddsNoError() {
    Compilation compilation =
        Compilation.of(
            USER.and(
                """
                @OpenRouterPrompt
                interface Prompts {
                  @UserMessage("Write a haiku about {{topci}}.")
                  String haiku(String topic);

                  @UserMessage("Sum up {{texts}}")
                  PromptResult<Object> sum(String... texts);

                  void nothing();

                  default String twice(String topic) {
                    return haiku(haiku(topic));
                  }
                }
                """));

    assertThat(compilation.diagnostics())
        .extracting(d -> d.replaceAll("(?s)\\].*", "]"))
        .containsExactlyInAnyOrder(
            "Prompts.java:3: error: [typedprompt/unknown-variable]",
            "Prompts.java:7: error: [typedprompt/unsupported-return-type]",
            "Prompts.java:9: error: [typedprompt/no-template]");
  }

  @Test
  void codeThatNamesTheGeneratedClassCompilesWhereNothingIsWrong() {
    Compilation compilation =
        Compilation.of(
            USER.and(
                    """
                    @OpenRouterPrompt
                    interface Prompts {
                      @UserMessage("Write a haiku about {{topic}}.")
                      String haiku(String topic);
                    }
                    """)
                .with("-Werror"));

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.succeeded()).isTrue();
  }

  @Test
  void warningsComeBesideErrors() {
    Compilation compilation =
        Compilation.of(
            Fixture.of(
                """
                @OpenRouterPrompt(verbosity = "lo")
                interface Prompts {
                  @UserMessage("Write a haiku about {{topci}}.")
                  String haiku(String topic);
                }
                """));

    assertThat(compilation.diagnostics())
        .extracting(d -> d.replaceAll("(?s)\\].*", "]"))
        .containsExactly(
            "Prompts.java:1: warning: [typedprompt/unknown-value]",
            "Prompts.java:3: error: [typedprompt/unknown-variable]");
  }
}
