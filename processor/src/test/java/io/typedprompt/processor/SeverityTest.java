package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How users decide how bad a problem is. */
final class SeverityTest {
  private static final Fixture WARNING =
      Fixture.of(
          """
          @OpenRouterPrompt
          interface Prompts {
            @OpenRouterPrompt(verbosity = "lo")
            @UserMessage("Write a haiku.")
            String haiku();
          }
          """);
  private static final String WARNING_TEXT =
      """
      Prompts.java:3: %s: [typedprompt/unknown-value] 'lo' is not a value of verbosity that this \
      version knows. Did you mean 'low'? Known: low, medium, high, xhigh, max.
        @OpenRouterPrompt(verbosity = "lo")
                                      ^""";

  private static final Fixture ERROR =
      Fixture.of(
          """
          @OpenRouterPrompt
          interface Prompts {
            @UserMessage("Write a haiku.")
            String haiku(String topic);
          }
          """);
  private static final String ERROR_TEXT =
      """
      Prompts.java:4: %s: [typedprompt/unused-parameter] The parameter 'topic' is not used by any \
      template of Prompts.haiku. Use it as {{topic}}, or remove it.
        String haiku(String topic);
                            ^""";

  @Test
  void isWhatTheProblemIs() {
    assertThat(Compilation.of(WARNING).report()).isEqualTo(WARNING_TEXT.formatted("warning"));
    assertThat(Compilation.of(ERROR).report()).isEqualTo(ERROR_TEXT.formatted("error"));
  }

  @ParameterizedTest
  @CsvSource({"warn,warning", "error,error", "WARN,warning", "Error,error"})
  void isWhatTheOptionSays(String decision, String kind) {
    assertThat(Compilation.of(WARNING.with("-Atypedprompt.unknown_value=" + decision)).report())
        .isEqualTo(WARNING_TEXT.formatted(kind));
    assertThat(Compilation.of(ERROR.with("-Atypedprompt.unused_parameter=" + decision)).report())
        .isEqualTo(ERROR_TEXT.formatted(kind));
  }

  @Test
  void optionIgnoresAndTheClassIsGenerated() {
    assertSilent(WARNING.with("-Atypedprompt.unknown_value=ignore"));
    assertSilent(ERROR.with("-Atypedprompt.unused_parameter=ignore"));
  }

  @Test
  void warningDoesNotKeepTheClassFromBeingGenerated() {
    Compilation compilation = Compilation.of(ERROR.with("-Atypedprompt.unused_parameter=warn"));

    assertThat(compilation.succeeded()).isTrue();
    assertThat(compilation.generated().get("com/example/PromptsImpl.java"))
        .contains("Write a haiku.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"typedprompt/unused-parameter\")",
        "@SuppressWarnings({\"unused\", \"typedprompt/unused-parameter\"})",
      })
  void annotationSuppressesOnTheParameterTheMethodTheInterfaceAndAround(String annotation) {
    assertSilent(
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              @UserMessage("Write a haiku.")
              String haiku(%s String topic);
            }
            """
                .formatted(annotation)));
    assertSilent(
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              %s
              @UserMessage("Write a haiku.")
              String haiku(String topic);
            }
            """
                .formatted(annotation)));
    assertSilent(
        Fixture.of(
            """
            @OpenRouterPrompt
            %s
            interface Prompts {
              @UserMessage("Write a haiku.")
              String haiku(String topic);
            }
            """
                .formatted(annotation)));
    assertSilent(
        Fixture.of(
            """
            %s
            class Outer {
              @OpenRouterPrompt
              interface Prompts {
                @UserMessage("Write a haiku.")
                String haiku(String topic);
              }
            }
            """
                .formatted(annotation)));
  }

  @Test
  void annotationSuppressesWhatIsWrittenInAnAnnotation() {
    assertSilent(
        Fixture.of(
            """
            @SuppressWarnings("typedprompt/unknown-value")
            @OpenRouterPrompt(verbosity = "lo")
            interface Prompts {
              @UserMessage("Write a haiku.")
              String haiku();
            }
            """));
  }

  @Test
  void annotationSuppressesNothingElse() {
    Fixture fixture =
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              @SuppressWarnings({"typedprompt/unknown-value", "unused", "typedprompt/unused"})
              @UserMessage("Write a haiku.")
              String haiku(String topic);
            }
            """);
    assertThat(Compilation.of(fixture).diagnostics()).hasSize(1);
  }

  @Test
  void annotationWinsOverTheOption() {
    assertSilent(
        Fixture.of(
                """
                @OpenRouterPrompt
                interface Prompts {
                  @SuppressWarnings("typedprompt/unused-parameter")
                  @UserMessage("Write a haiku.")
                  String haiku(String topic);
                }
                """)
            .with("-Atypedprompt.unused_parameter=error"));
  }

  @Test
  void whatLeavesNoCodeToGenerateCannotBeSuppressed() {
    Fixture fixture =
        Fixture.of(
            """
            @OpenRouterPrompt
            @SuppressWarnings("typedprompt/unknown-variable")
            interface Prompts {
              @UserMessage("Write a haiku about {{topic}}.")
              String haiku();
            }
            """);
    assertThat(Compilation.of(fixture).diagnostics()).hasSize(1);
    assertThat(Compilation.of(fixture.with("-Atypedprompt.unknown_variable=ignore")).report())
        .startsWith(
            """
            error: [typedprompt/invalid-processor-option] -Atypedprompt.unknown_variable has no \
            effect: no code can be generated where that is wrong.
            Prompts.java:4: error: [typedprompt/unknown-variable]""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "typedprompt.unknown_value=on|-Atypedprompt.unknown_value is 'on'. Write ignore, warn or"
            + " error.",
        "typedprompt.unknown_value|-Atypedprompt.unknown_value is ''. Write ignore, warn or error.",
        "typedprompt.unknwon_value=warn|There is no option -Atypedprompt.unknwon_value. Did you"
            + " mean -Atypedprompt.unknown_value?",
        "typedprompt.colour=warn|There is no option -Atypedprompt.colour.",
      })
  void optionThatIsWrongIsAnError(String option, String message) {
    Fixture right =
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              @UserMessage("Write a haiku.")
              String haiku();
            }
            """);
    assertThat(Compilation.of(right.with("-A" + option)).report())
        .isEqualTo("error: [typedprompt/invalid-processor-option] " + message);
  }

  private static void assertSilent(Fixture fixture) {
    Compilation compilation = Compilation.of(fixture.with("-Werror"));
    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.generated()).hasSize(1);
  }
}
