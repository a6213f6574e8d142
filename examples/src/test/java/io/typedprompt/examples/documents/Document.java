package io.typedprompt.examples.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document with blocks of code.
 *
 * @param name its file's name without the ending
 * @param file where it is
 * @param blocks its fenced blocks, in order
 */
record Document(String name, Path file, List<Block> blocks) {
  private static final Path ROOT = Path.of("..");

  /**
   * A fenced block.
   *
   * @param language what stands behind the fence
   * @param text the lines in it
   * @param line the line of the fence, from 1
   */
  record Block(String language, String text, int line) {}

  /** The README and the pages of the guide. */
  static List<Document> all() {
    List<Document> documents = new ArrayList<>();
    documents.add(read(ROOT.resolve("README.md")));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/guide"))) {
      pages.sorted().map(Document::read).forEach(documents::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  List<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static Document read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".md", "");
      return new Document(name, file, blocks(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int fence = i;
        StringBuilder text = new StringBuilder();
        while (!lines.get(++i).equals("```")) {
          text.append(lines.get(i)).append('\n');
        }
        blocks.add(new Block(lines.get(fence).substring(3), text.toString(), fence + 1));
      }
    }
    return blocks;
  }
}
