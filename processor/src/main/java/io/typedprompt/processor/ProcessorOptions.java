package io.typedprompt.processor;

import io.typedprompt.processor.diagnostic.FindingPrinter;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Problem.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user says with {@code -Atypedprompt.…}.
 *
 * @param resources folders in which prompt files are looked for first
 * @param decisions how bad problems are; empty is "ignore"
 * @param flaws what is wrong with the options themselves
 */
record ProcessorOptions(
    List<Path> resources, Map<Problem, Optional<Severity>> decisions, List<String> flaws) {
  private static final String PREFIX = "typedprompt.";
  private static final String RESOURCES = PREFIX + "resources";

  /** All options that there are. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(RESOURCES);
    for (Problem problem : Problem.values()) {
      if (problem.severity() != Severity.FATAL) {
        names.add(PREFIX + problem.optionName());
      }
    }
    return names;
  }

  static ProcessorOptions of(Map<String, String> options) {
    List<Path> resources = new ArrayList<>();
    String folders = options.get(RESOURCES);
    if (folders != null) {
      for (String folder : folders.split(File.pathSeparator, -1)) {
        if (!folder.isBlank()) {
          resources.add(Path.of(folder));
        }
      }
    }
    Map<Problem, Optional<Severity>> decisions = new EnumMap<>(Problem.class);
    List<String> flaws = new ArrayList<>();
    for (Problem problem : Problem.values()) {
      String name = PREFIX + problem.optionName();
      String value = options.get(name);
      if (value != null && problem.severity() != Severity.FATAL) {
        FindingPrinter.decision(value)
            .ifPresentOrElse(
                decision -> decisions.put(problem, decision),
                () -> flaws.add("-A" + name + "=" + value + " is none of ignore, warn and error."));
      }
    }
    return new ProcessorOptions(resources, decisions, flaws);
  }
}
