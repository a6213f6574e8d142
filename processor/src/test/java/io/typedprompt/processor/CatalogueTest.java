package io.typedprompt.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Problem.Severity;
import io.typedprompt.processor.fixture.Compilation;
import io.typedprompt.processor.fixture.Fixture;
import io.typedprompt.processor.fixture.FixtureFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue of messages, docs/diagnostics.md: it explains each problem once, and its examples
 * say what it claims.
 */
final class CatalogueTest {
  private static final Path PATH = Path.of("../docs/diagnostics.md");

  @Test
  void explainsEachProblemOnce() {
    assertThat(FixtureFile.read(PATH).titles())
        .isEqualTo(Arrays.stream(Problem.values()).map(Problem::id).toList());
  }

  @TestFactory
  Stream<DynamicTest> saysHowBadItIsAndHowToSilenceIt() {
    FixtureFile catalogue = FixtureFile.read(PATH);
    return Arrays.stream(Problem.values())
        .map(
            problem ->
                DynamicTest.dynamicTest(
                    problem.id(),
                    () ->
                        assertThat(String.join(" ", catalogue.prose(problem.id())))
                            .startsWith(" " + severity(problem) + " ")));
  }

  private static String severity(Problem problem) {
    if (problem.severity() == Severity.FATAL) {
      return "Always an error.";
    }
    return (problem.severity() == Severity.ERROR ? "An error" : "A warning")
        + ", unless silenced with `@SuppressWarnings(\"typedprompt/"
        + problem.id()
        + "\")` or `-Atypedprompt."
        + problem.optionName()
        + "=ignore`.";
  }

  @TestFactory
  Stream<DynamicTest> showsWhatJavacSays() {
    FixtureFile catalogue = FixtureFile.read(PATH);
    if (Boolean.getBoolean("fixtures.update")) {
      catalogue.update(fixture -> Compilation.of(fixture).report());
    }
    return catalogue.fixtures().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.title(), () -> check(fixture)));
  }

  /** Two are made with a broken javac, in {@link BrokenCompilerTest}. */
  @Test
  void hasAnExampleOfEachProblemThatSourcesCanHave() {
    List<String> examples =
        FixtureFile.read(PATH).fixtures().stream().map(Fixture::title).toList();
    assertThat(Arrays.stream(Problem.values()).map(Problem::id))
        .filteredOn(id -> !examples.contains(id))
        .containsExactly(Problem.WRITE_FAILED.id(), Problem.INTERNAL_ERROR.id());
  }

  private static void check(Fixture fixture) {
    Compilation compilation = Compilation.of(fixture);
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.report()).isEqualTo(fixture.expected());
    assertThat(compilation.report()).contains("[typedprompt/" + fixture.title() + "] ");
  }
}
