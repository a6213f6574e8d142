package io.typedprompt.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * javac as a whole process, with the processor beside without it. Without it, javac gets the
 * classes that the processor generates as if somebody had written them, so that both compile the
 * same.
 */
final class Compilation {
  private Compilation() {}

  /** What is compiled. */
  record Run(int interfaces, boolean withProcessor) {}

  /** Milliseconds of each round. */
  static Map<Run, List<Double>> measure(int rounds, int... sizes) {
    try {
      Path folder = Files.createTempDirectory("typedprompt-compilation");
      try {
        return measure(folder, rounds, sizes);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Run, List<Double>> measure(Path folder, int rounds, int... sizes)
      throws IOException {
    Map<Run, List<Double>> times = new LinkedHashMap<>();
    for (int size : sizes) {
      Path sources = Files.createDirectories(folder.resolve("sources" + size));
      Path generated = Files.createDirectories(folder.resolve("generated" + size));
      for (int i = 0; i < size; i++) {
        Files.writeString(sources.resolve("Prompts" + i + ".java"), source(i));
      }
      Path classes = Files.createDirectories(folder.resolve("classes" + size));
      Processes.time(command(classes, generated, sources));
      for (int round = -1; round < rounds; round++) {
        for (boolean withProcessor : new boolean[] {false, true}) {
          List<String> command =
              withProcessor
                  ? command(classes, Files.createTempDirectory(folder, "generated"), sources)
                  : command(classes, null, sources, generated);
          double millis = Processes.time(command);
          if (round >= 0) {
            times
                .computeIfAbsent(new Run(size, withProcessor), run -> new ArrayList<>())
                .add(millis);
          }
        }
      }
    }
    return times;
  }

  private static List<String> command(Path classes, @Nullable Path generated, Path... sources)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-cp",
                classPath,
                "-d",
                classes.toString()));
    if (generated == null) {
      command.add("-proc:none");
    } else {
      command.addAll(List.of("-processorpath", processor(classPath), "-s", generated.toString()));
    }
    for (Path folder : sources) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .sorted()
            .forEach(file -> command.add(file.toString()));
      }
    }
    return command;
  }

  private static String processor(String classPath) {
    return Stream.of(classPath.split(java.io.File.pathSeparator))
        .filter(entry -> entry.contains("typedprompt-processor"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The processor is not on the class path."));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String source(int number) {
    return """
        package com.example.prompts%1$d;

        import io.typedprompt.PromptResult;
        import io.typedprompt.annotations.*;
        import java.util.*;

        @OpenRouterPrompt(models = {"anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"},
            temperature = 0.2, maxTokens = 800)
        public interface Prompts%1$d {
          record Ticket(String subject, String body, List<String> attachments) {}
          enum Priority { LOW, NORMAL, URGENT }
          record Action(String owner, String text, int minutes, boolean customerVisible) {}
          record Triage(@Description("one sentence") String summary, Priority priority,
              List<String> labels, double confidence, List<Action> actions) {}

          @SystemMessage("You triage support tickets for {{product}}.")
          @UserMessage("Subject: {{ticket.subject}}\\n{{#ticket.attachments}}{{.}}{{/ticket.attachments}}")
          PromptResult<Triage> triage(String product, Ticket ticket);

          @UserMessage("Summarise in {{words}} words: {{text}}")
          String summary(int words, String text);

          @OpenRouterPrompt(topP = 0.9, provider = @ProviderPreferences(sort = ProviderSort.PRICE))
          @UserMessage("How urgent? {{ticket}}")
          Priority priority(Ticket ticket);
        }
        """
        .formatted(number);
  }
}
