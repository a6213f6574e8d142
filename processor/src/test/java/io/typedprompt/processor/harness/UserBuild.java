package io.typedprompt.processor.harness;

import io.typedprompt.processor.PromptProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A build as a careful user has it: javac with the processor, all lints, and no warning let by. */
public final class UserBuild {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w ]*\\b(?:interface|class|record|enum) (\\w+)");

  private final List<JavaFileObject> sources = new ArrayList<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<String> options =
      new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-parameters"));

  /** Adds a source file, named after its first type that begins a line. */
  public UserBuild source(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in " + text);
    }
    Matcher inPackage = PACKAGE.matcher(text);
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    sources.add(new Source(folder + type.group(1) + ".java", text));
    return this;
  }

  /** Adds a file on the class path. */
  public UserBuild resource(String name, String text) {
    resources.put(name, text);
    return this;
  }

  /** Adds options of javac. */
  public UserBuild options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Compiles; a build that javac has anything to say about fails the test. */
  public BuiltClasses build() {
    Outcome outcome = compile();
    if (!outcome.succeeded() || !outcome.diagnostics().isEmpty()) {
      throw new AssertionError("javac said:\n" + String.join("\n", outcome.diagnostics()));
    }
    return new BuiltClasses(outcome.classes(), resources);
  }

  /**
   * What came of a build.
   *
   * @param diagnostics what javac said
   * @param sources the generated sources, by their paths
   * @param classes the classes, by their names
   */
  public record Outcome(
      boolean succeeded,
      List<String> diagnostics,
      Map<String, String> sources,
      Map<String, byte[]> classes) {}

  /** Compiles, whatever comes of it. */
  public Outcome compile() {
    try {
      Path folder = Files.createTempDirectory("typedprompt");
      try {
        return compile(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome compile(Path folder) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path generated = Files.createDirectory(folder.resolve("generated"));
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      Path file = classes.resolve(resource.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource.getValue());
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    boolean succeeded;
    try (StandardJavaFileManager files =
        JAVAC.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task = JAVAC.getTask(null, files, said, all, List.of(), sources);
      task.setLocale(Locale.ENGLISH);
      task.setProcessors(List.of(new PromptProcessor()));
      succeeded = task.call();
    }
    Map<String, String> sourceTexts = new TreeMap<>();
    for (Path file : files(generated)) {
      sourceTexts.put(name(generated, file), Files.readString(file, StandardCharsets.US_ASCII));
    }
    Map<String, byte[]> classFiles = new TreeMap<>();
    for (Path file : files(classes)) {
      String name = name(classes, file);
      if (name.endsWith(".class")) {
        classFiles.put(
            name.substring(0, name.length() - ".class".length()).replace('/', '.'),
            Files.readAllBytes(file));
      }
    }
    List<String> diagnostics = said.getDiagnostics().stream().map(Object::toString).toList();
    return new Outcome(succeeded, diagnostics, sourceTexts, classFiles);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
