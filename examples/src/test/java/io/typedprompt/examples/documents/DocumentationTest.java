package io.typedprompt.examples.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.ProviderPreferences;
import io.typedprompt.examples.documents.Document.Block;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the README and the guide show is so. The source of each message that they quote is in
 * {@code src/test/resources/documents}, in a folder with the document's name.
 */
class DocumentationTest {
  private static final Path WRONG_SOURCES = Path.of("src/test/resources/documents");
  private static final Pattern MESSAGE = Pattern.compile("\\w+\\.java:\\d+: (error|warning): ");

  /** A link to another file of the project. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)(#[^)]*)?\\)");

  /** No options of a call. */
  private static final Set<String> NOT_LISTED = Set.of("className");

  @TempDir Path folder;

  static List<Document> documents() {
    return Document.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void javaBlocksCompileWithoutAWord(Document document) {
    Map<String, String> sources = Snippets.sources(document);

    assertThat(sources.isEmpty() ? "" : Javac.compile(folder, sources)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void quotedMessagesAreTheCompilers(Document document) throws IOException {
    List<Block> quoted =
        document.blocks("text").stream()
            .filter(block -> MESSAGE.matcher(block.text()).lookingAt())
            .toList();
    TreeSet<String> used = new TreeSet<>();
    for (Block block : quoted) {
      String file = block.text().substring(0, block.text().indexOf(':'));
      Path source = WRONG_SOURCES.resolve(document.name()).resolve(file);
      Path output = Files.createDirectory(folder.resolve("line" + block.line()));

      assertThat(Javac.compile(output, Map.of(file, Files.readString(source))))
          .describedAs("the message in line %s of %s", block.line(), document)
          .contains(block.text());
      used.add(file);
    }

    assertThat(wrongSources(document))
        .describedAs("sources of messages")
        .containsExactlyElementsOf(used);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Document document) {
    Matcher link = LINK.matcher(document.text());
    while (link.find()) {
      assertThat(document.file().resolveSibling(link.group(1))).exists();
    }
  }

  @Test
  void theReadmeListsEveryOption() {
    String readme = documents().get(0).text();
    String options = readme.substring(readme.indexOf("## Options"));

    for (Class<?> annotation : List.of(OpenRouterPrompt.class, ProviderPreferences.class)) {
      for (Method option : annotation.getDeclaredMethods()) {
        if (!NOT_LISTED.contains(option.getName())) {
          assertThat(options).contains("`" + option.getName() + "`");
        }
      }
    }
  }

  private static List<String> wrongSources(Document document) throws IOException {
    Path sources = WRONG_SOURCES.resolve(document.name());
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(sources)) {
      return new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
