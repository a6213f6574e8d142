package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Types that another processor generates in a later round. */
final class LateTypesTest {
  private static final Fixture PROMPTS =
      Fixture.of(
          """
          @OpenRouterPrompt(verbosity = "lo")
          @SuppressWarnings("typedprompt/unknown-value")
          interface Prompts extends LateBase<Late> {
            record Holder(List<Late> all) {}

            @UserMessage("{{late.text}} {{#holder}}{{#all}}{{text}}{{/all}}{{/holder}}")
            Late ask(Late late, Holder holder);
          }
          """);

  @Test
  void interfaceIsReadWhenTheyAreThere() {
    Compilation compilation =
        Compilation.of(PROMPTS.with("-Werror"), new PromptProcessor(), new LateProcessor(3));

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.generated()).containsKey("com/example/PromptsImpl.java");
  }

  @Test
  void orderOfProcessorsDoesNotMatter() {
    assertThat(
            Compilation.of(PROMPTS, new LateProcessor(1), new PromptProcessor())
                .generated()
                .get("com/example/PromptsImpl.java"))
        .isEqualTo(
            Compilation.of(PROMPTS, new PromptProcessor(), new LateProcessor(4))
                .generated()
                .get("com/example/PromptsImpl.java"));
  }

  @Test
  void anAnnotationMayCarryOptionsThatComeLate() {
    Fixture prompts =
        Fixture.of(
            """
            @LateMark
            interface Prompts {
              @UserMessage("Hi.")
              String greet();
            }
            """);
    Compilation compilation = Compilation.of(prompts, new PromptProcessor(), new LateProcessor(2));

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.generated().get("com/example/PromptsImpl.java"))
        .contains(".temperature(0.5)");
  }

  @Test
  void typeThatNeverComesIsForJavacToReport() {
    Compilation compilation =
        Compilation.of(
            Fixture.of(
                """
                @OpenRouterPrompt
                interface Prompts {
                  @UserMessage("{{ticket}}")
                  String ask(Tikcet ticket);
                }
                """));

    assertThat(compilation.report())
        .isEqualTo(
            """
            Prompts.java:4: error: cannot find symbol
              String ask(Tikcet ticket);
                         ^
              symbol:   class Tikcet
              location: interface com.example.Prompts""");
  }

  @Test
  void mistakesAreReportedOnceHoweverManyRoundsThereAre() {
    Fixture mistake =
        Fixture.of(
            """
            @OpenRouterPrompt(verbosity = "lo")
            interface Prompts {
              @UserMessage("{{nothing}}")
              Late ask();
            }
            """);

    assertThat(Compilation.of(mistake, new PromptProcessor(), new LateProcessor(3)).diagnostics())
        .extracting(d -> d.replaceAll("(?s)\\].*", "]"))
        .containsExactly(
            "Prompts.java:1: warning: [typedprompt/unknown-value]",
            "Prompts.java:3: error: [typedprompt/unknown-variable]");
  }

  @Test
  void toolsCanComeLate() {
    Fixture prompts =
        Fixture.of(
            """
            @OpenRouterPrompt(tools = LateTools.class)
            interface Prompts {
              @UserMessage("Go.")
              String ask();
            }
            """);
    Compilation compilation =
        Compilation.of(prompts.with("-Werror"), new PromptProcessor(), new LateProcessor(3));

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.generated().get("com/example/PromptsImpl.java"))
        .contains("PromptsImpl(OpenRouterClient client, LateTools lateTools)");
  }

  @Test
  void toolsThatNeverComeAreForJavacToReport() {
    Compilation compilation =
        Compilation.of(
            Fixture.of(
                """
                @OpenRouterPrompt(tools = Wether.class)
                interface Prompts {
                  @UserMessage("Go.")
                  String ask();
                }
                """));

    assertThat(compilation.report())
        .isEqualTo(
            """
            Prompts.java:1: error: cannot find symbol
            @OpenRouterPrompt(tools = Wether.class)
                                      ^
              symbol: class Wether""");
  }

  /** Generates three types in a round, and something else in those before. */
  private static final class LateProcessor extends AbstractProcessor {
    private final int round;
    private int rounds;

    LateProcessor(int round) {
      this.round = round;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      rounds++;
      if (rounds < round) {
        write("Early" + rounds, "class Early" + rounds + " {}");
      } else if (rounds == round) {
        write("Late", "record Late(String text, int number) {}");
        write(
            "LateTools",
            "class LateTools { @io.typedprompt.annotations.Tool Late of(Late late) { return late; } }");
        write(
            "LateMark",
            "@io.typedprompt.annotations.OpenRouterPrompt(temperature = 0.5) @interface LateMark {}");
        write(
            "LateBase",
            "interface LateBase<T> { @io.typedprompt.annotations.UserMessage(\"Late.\") T late(); }");
      }
      return false;
    }

    private void write(String name, String source) {
      try (Writer writer =
          processingEnv.getFiler().createSourceFile("com.example." + name).openWriter()) {
        writer.write("package com.example;\n" + source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
