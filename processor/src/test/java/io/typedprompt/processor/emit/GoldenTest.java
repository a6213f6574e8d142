package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.harness.UserBuild;
import io.typedprompt.processor.harness.UserBuild.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Generated code, letter for letter: each folder of {@code src/test/resources/golden} shows one
 * idea. With {@code -Dgolden.update=true} the expected files are written anew; read the difference
 * before it is committed, since people will read that code.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> generatedCodeReadsLikeThis() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    UserBuild build = new UserBuild();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".mustache")) {
        build.resource(name, Files.readString(file));
      } else if (!isGenerated(name)) {
        build.source(Files.readString(file));
      }
    }
    Outcome outcome = build.compile();
    boolean hasMistake = folder.endsWith("mistake");
    assertThat(outcome.succeeded()).as(outcome.diagnostics().toString()).isEqualTo(!hasMistake);
    List<String> generated = new ArrayList<>();
    for (Map.Entry<String, String> source : outcome.sources().entrySet()) {
      String name = source.getKey().replaceFirst(".*/", "");
      generated.add(name);
      checkFile(folder.resolve(name), source.getValue());
    }
    assertThat(files(folder))
        .extracting(file -> file.getFileName().toString())
        .filteredOn(GoldenTest::isGenerated)
        .containsExactlyInAnyOrderElementsOf(generated);
  }

  private static boolean isGenerated(String name) {
    return name.endsWith("Impl.java") || name.endsWith("Partial.java");
  }

  private static void checkFile(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
