package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import io.typedprompt.processor.fixture.FixtureFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Prompts that are right, however tricky: they compile with {@code -Werror} without a word, the
 * generated classes initialise, and everything is the same in another locale and encoding.
 */
final class RightPromptsTest {
  @TestFactory
  Stream<DynamicContainer> rightPromptsCompileWithoutAWord() {
    return FixtureFile.readAll(Path.of("src/test/resources/right")).stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.name(),
                    file.fixtures().stream()
                        .map(f -> DynamicTest.dynamicTest(f.title(), () -> check(f)))));
  }

  @Test
  void recordWithHundredsOfComponents() throws Exception {
    check(
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              record Wide(%s) {}

              @UserMessage("{{all}}")
              Wide ask(List<Wide> all);
            }
            """
                .formatted(many(250, ", ", i -> (i % 2 == 0 ? "String c" : "int c") + i))));
  }

  @Test
  void enumWithHundredsOfConstants() throws Exception {
    check(
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              enum Many { %s }

              @UserMessage("a")
              Many ask();
            }
            """
                .formatted(many(500, ", ", i -> "CONSTANT_" + i))));
  }

  @Test
  void templatesThatAreLongerThanAConstantCanBe() throws Exception {
    check(
        Fixture.of(
                """
                @OpenRouterPrompt
                interface Prompts {
                  @UserMessage(resource = "long.mustache")
                  String ask(String name);

                  @UserMessage(resource = "emoji.mustache")
                  String smile();
                }
                """)
            .withResource("long.mustache", many(3000, "", i -> "Grüße \"\\ {{name}}\n"))
            .withResource("emoji.mustache", "🎉".repeat(70_000)));
  }

  @Test
  void hundredsOfMethods() throws Exception {
    check(
        Fixture.of(
            """
            @OpenRouterPrompt
            interface Prompts {
              %s
            }
            """
                .formatted(
                    many(
                        300,
                        "\n",
                        i -> "@UserMessage(\"{{a}} " + i + "\") int ask" + i + "(String a);"))));
  }

  private static String many(int count, String between, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
  }

  private static void check(Fixture fixture) throws Exception {
    Compilation compilation = Compilation.of(fixture.with("-Werror"));
    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.succeeded()).isTrue();
    assertThat(compilation.generated()).isNotEmpty();
    initialise(compilation);
    assertThat(compilation.generated().values())
        .allMatch(text -> text.chars().allMatch(c -> c < 128));
    assertThat(generateElsewhere(fixture)).isEqualTo(compilation.generated());
  }

  /** What is generated where people write a dotless i, and sources can only be ASCII. */
  private static Map<String, String> generateElsewhere(Fixture fixture) {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      Compilation compilation =
          Compilation.of(fixture.inAscii().with("-Werror", "-encoding", "US-ASCII", "-proc:only"));
      assertThat(compilation.report()).isEmpty();
      return compilation.generated();
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static void initialise(Compilation compilation) throws ClassNotFoundException {
    ClassLoader loader = new MemoryLoader(compilation.classes());
    for (String source : compilation.generated().keySet()) {
      String name = source.replaceFirst("\\.java$", "").replace('/', '.');
      assertThat(Class.forName(name, true, loader)).isNotNull();
    }
  }

  /** Loads the classes that javac made. */
  private static final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    MemoryLoader(Map<String, byte[]> classes) {
      super(MemoryLoader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      for (String folder : new String[] {"classes/", "library/"}) {
        byte[] bytes = classes.get(folder + file);
        if (bytes != null) {
          return defineClass(name, bytes, 0, bytes.length);
        }
      }
      throw new ClassNotFoundException(name);
    }
  }
}
