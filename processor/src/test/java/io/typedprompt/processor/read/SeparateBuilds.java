package io.typedprompt.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingFileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac several times, each time in folders of its own, as the modules of a project do. */
final class SeparateBuilds {
  private final Path root;
  private OptionalInt classFileLength = OptionalInt.empty();

  SeparateBuilds(Path root) {
    this.root = root;
  }

  /** What a source file is called, and what is in it. */
  record Source(String path, String text) {}

  /** Compiles classes and returns the folder that has them. */
  Path compile(String module, List<String> options, Source... sources) {
    Path classes = root.resolve(module).resolve("classes");
    List<String> all = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    all.addAll(options);
    run(module, all, List.of(), sources);
    return classes;
  }

  /** Runs a processor over sources and returns the folder for what it generates. */
  Path process(String module, Processor processor, List<String> options, Source... sources) {
    Path generated = root.resolve(module).resolve("generated");
    List<String> all = new ArrayList<>(List.of("-proc:only", "-s", generated.toString()));
    all.addAll(options);
    run(module, all, List.of(processor), sources);
    return generated;
  }

  /** Lets processors see no more than the first bytes of a class file from now on. */
  void cutClassFiles(int length) {
    classFileLength = OptionalInt.of(length);
  }

  /** The class path of the tests with more in front of it. */
  static String classPath(Path... more) {
    StringBuilder path = new StringBuilder();
    for (Path entry : more) {
      path.append(entry).append(File.pathSeparatorChar);
    }
    return path.append(System.getProperty("java.class.path")).toString();
  }

  private void run(
      String module, List<String> options, List<Processor> processors, Source... sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null);
        JavaFileManager cut = new CutClassFiles(files)) {
      Files.createDirectories(root.resolve(module).resolve("classes"));
      Files.createDirectories(root.resolve(module).resolve("generated"));
      List<Path> written = new ArrayList<>();
      for (Source source : sources) {
        Path file = root.resolve(module).resolve("sources").resolve(source.path());
        Files.createDirectories(file.getParent());
        written.add(Files.writeString(file, source.text()));
      }
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              classFileLength.isPresent() ? cut : files,
              diagnostics,
              options,
              null,
              files.getJavaFileObjectsFromPaths(written));
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(diagnostics.getDiagnostics())
        .as(module)
        .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
  }

  private final class CutClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
    CutClassFiles(JavaFileManager files) {
      super(files);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relativeName)
        throws IOException {
      FileObject file = super.getFileForInput(location, packageName, relativeName);
      return file == null || !relativeName.endsWith(".class")
          ? file
          : new ForwardingFileObject<>(file) {
            @Override
            public InputStream openInputStream() throws IOException {
              try (InputStream in = super.openInputStream()) {
                return new ByteArrayInputStream(in.readNBytes(classFileLength.orElseThrow()));
              }
            }
          };
    }
  }
}
