package io.typedprompt.examples.documents;

import io.typedprompt.examples.documents.Document.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes source files of a document's Java blocks. They share a package, so a block may use what an
 * earlier one declared, by its simple name also where it is nested in a public interface.
 *
 * <ul>
 *   <li>A block that declares types at its left margin is a file.
 *   <li>Another one that begins with an annotation holds methods of a prompt interface.
 *   <li>Any other is statements: the body of a method, with a {@code client} to use.
 * </ul>
 */
final class Snippets {
  private static final Pattern TYPE =
      Pattern.compile(
          "^(public )?(final |sealed |abstract )*(interface|record|enum|class|@interface) (\\w+)",
          Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import .*;\\R", Pattern.MULTILINE);

  private final String packageName;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> imports =
      new ArrayList<>(
          List.of(
              "io.typedprompt.*",
              "io.typedprompt.annotations.*",
              "io.typedprompt.testing.*",
              "java.math.*",
              "java.net.URI",
              "java.nio.file.Path",
              "java.time.*",
              "java.util.*",
              "java.util.concurrent.*",
              "java.util.stream.*"));

  private Snippets(String packageName) {
    this.packageName = packageName;
  }

  /** Sources by file name. */
  static Map<String, String> sources(Document document) {
    Snippets snippets = new Snippets(document.name().toLowerCase(java.util.Locale.ROOT));
    document.blocks("java").forEach(snippets::add);
    return snippets.files;
  }

  private void add(Block block) {
    Matcher type = TYPE.matcher(block.text());
    if (type.find()) {
      addFile(fileName(block, type.group(4)), block.text());
      importNestedTypes(block);
    } else if (block.text().startsWith("@")) {
      String name = "PromptsOfLine" + block.line();
      addFile(name, "@OpenRouterPrompt\ninterface " + name + " {\n" + block.text() + "}\n");
    } else {
      String name = "StatementsOfLine" + block.line();
      addFile(
          name,
          "abstract class "
              + name
              + " {\nabstract OpenRouterClient client();\n\nvoid run() throws Exception {\n"
              + (block.text().contains("OpenRouterClient client")
                  ? ""
                  : "OpenRouterClient client = client();\n")
              + block.text()
              + "}\n}\n");
    }
  }

  private void addFile(String name, String text) {
    StringBuilder source = new StringBuilder("package " + packageName + ";\n");
    imports.forEach(each -> source.append("import ").append(each).append(";\n"));
    Matcher written = IMPORT.matcher(text);
    while (written.find()) {
      source.append(written.group());
    }
    source.append(written.reset().replaceAll(""));
    files.put(name + ".java", source.toString());
  }

  /** A file is named after its public type, if it has one. */
  private static String fileName(Block block, String first) {
    Matcher type = TYPE.matcher(block.text());
    while (type.find()) {
      if (type.group(1) != null) {
        return type.group(4);
      }
    }
    return first;
  }

  private void importNestedTypes(Block block) {
    Matcher type = TYPE.matcher(block.text());
    while (type.find()) {
      imports.add(packageName + "." + type.group(4) + ".*");
    }
  }
}
