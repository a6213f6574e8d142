package io.typedprompt.processor.packaged;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs javac as a process: inside of this one, processors would see the class path of the tests,
 * and find there what their jars lack.
 */
final class Javac {
  private final Path folder;

  Javac(Path folder) {
    this.folder = folder;
  }

  /**
   * What a compilation came to.
   *
   * @param exitCode 0 if it succeeded
   * @param output what javac says, without what the Java virtual machine says about processors
   * @param classes where the classes are
   * @param generated where the generated sources are
   */
  record Outcome(int exitCode, String output, Path classes, Path generated) {}

  /** Compiles sources, given by file name, with warnings as errors. */
  Outcome compile(List<Path> processorPath, Map<String, String> sources)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                // "classfile": annotations of libraries that are not there; "processing": no
                // processor claims an annotation.
                "-Xlint:all,-classfile,-processing",
                "-Werror",
                "-classpath",
                System.getProperty("java.class.path"),
                "-processorpath",
                processorPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                "-d",
                classes.toString(),
                "-s",
                generated.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      command.add(file.toString());
    }
    Path output = folder.resolve("output");
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = javac.waitFor();
    try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
      String said =
          lines
              .filter(line -> !line.startsWith("WARNING: "))
              .collect(Collectors.joining("\n"))
              .replace(folder.resolve("sources") + File.separator, "");
      return new Outcome(exitCode, said, classes, generated);
    }
  }
}
