package io.typedprompt.examples.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * javac as a user runs it: this test's class path, or module path where a module is compiled, the
 * processor's jar, all warnings on.
 */
final class Javac {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Javac() {}

  /**
   * What it says about the sources, with file names as in the map; empty if it says nothing.
   *
   * @param folder an empty folder to work in
   */
  static String compile(Path folder, Map<String, String> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, UTF_8)) {
      List<Path> paths = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        paths.add(Files.writeString(folder.resolve(source.getKey()), source.getValue()));
      }
      var units = files.getJavaFileObjectsFromPaths(paths);
      CompilationTask task =
          javac.getTask(said, files, null, options(folder, sources), null, units);
      task.setLocale(Locale.ENGLISH);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.toString()
        .replace(System.lineSeparator(), "\n")
        .replace(folder + File.separator, "");
  }

  private static List<String> options(Path folder, Map<String, String> sources) {
    boolean module = sources.containsKey("module-info.java");
    return List.of(
        "--release",
        "17",
        "-Xlint:all,-processing",
        "-Werror",
        module ? "--module-path" : "--class-path",
        CLASS_PATH,
        "--processor-path",
        processor(),
        "-d",
        folder.toString());
  }

  /** The processor's jar, which is on the class path of the tests but never loaded there. */
  private static String processor() {
    for (String entry : CLASS_PATH.split(File.pathSeparator)) {
      if (Path.of(entry).getFileName().toString().startsWith("typedprompt-processor")) {
        return entry;
      }
    }
    throw new IllegalStateException("the processor is not on the class path");
  }
}
