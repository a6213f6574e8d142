package io.typedprompt.processor.harness;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.typedprompt.processor.PromptProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** A build as a careful user has it: javac with the processor, all lints, and no warning let by. */
public final class UserBuild {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w ]*\\b(?:interface|class|record|enum) (\\w+)");

  private final List<JavaFileObject> sources = new ArrayList<>();
  private final Map<String, byte[]> resources = new LinkedHashMap<>();
  private final List<String> options =
      new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-parameters"));

  /** Adds a source file, named after its first type that begins a line. */
  public UserBuild source(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in " + text);
    }
    Matcher inPackage = PACKAGE.matcher(text);
    String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
    sources.add(JavaFileObjects.forSourceString(prefix + type.group(1), text));
    return this;
  }

  /** Adds a file on the class path. */
  public UserBuild resource(String name, String text) {
    resources.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds options of javac. */
  public UserBuild options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Compiles; a build that javac has anything to say about fails the test. */
  public BuiltClasses build() {
    Compilation compilation = compile();
    if (compilation.status() != Compilation.Status.SUCCESS
        || !compilation.diagnostics().isEmpty()) {
      throw new AssertionError(said(compilation));
    }
    return new BuiltClasses(compilation.generatedFiles(), resources);
  }

  /** Compiles, whatever comes of it. */
  public Compilation compile() {
    try {
      Path folder = Files.createTempDirectory("typedprompt");
      try {
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
          Path file = folder.resolve(resource.getKey());
          Files.createDirectories(file.getParent());
          Files.write(file, resource.getValue());
        }
        return javac()
            .withProcessors(new PromptProcessor())
            .withOptions(allOptions(folder))
            .compile(sources);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> allOptions(Path folder) {
    List<String> all = new ArrayList<>(options);
    all.add("-Atypedprompt.resources=" + folder);
    return all;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String said(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n", "javac said:\n", ""));
  }

  static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
