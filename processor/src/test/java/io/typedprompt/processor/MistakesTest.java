package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import io.typedprompt.processor.fixture.FixtureFile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Prompts with one mistake each, as people make them: javac says exactly one thing, the right one
 * at the right place. With {@code -Dfixtures.update=true} the files are written anew with what it
 * says.
 */
final class MistakesTest {
  @TestFactory
  Stream<DynamicContainer> oneMistakeIsOneMessage() {
    return FixtureFile.readAll(Path.of("src/test/resources/mistakes")).stream()
        .map(
            file -> {
              if (Boolean.getBoolean("fixtures.update")) {
                file.update(fixture -> Compilation.of(fixture).report());
              }
              return DynamicContainer.dynamicContainer(
                  file.name(),
                  file.fixtures().stream()
                      .map(f -> DynamicTest.dynamicTest(f.title(), () -> check(f))));
            });
  }

  private static void check(Fixture fixture) {
    Compilation compilation = Compilation.of(fixture);
    assertThat(compilation.report()).isEqualTo(fixture.expected());
    assertThat(compilation.diagnostics()).hasSize(1);
    // What javac cannot even read, it reports itself.
    assertThat(fixture.expected()).containsAnyOf("[typedprompt/", "error: cannot access ");
  }
}
