package io.typedprompt.processor;

import io.typedprompt.processor.diagnostic.FindingPrinter;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Problem.Severity;
import io.typedprompt.processor.diagnostic.SimilarNames;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user says with {@code -Atypedprompt.…}.
 *
 * @param resources folders in which prompt files are looked for first
 * @param decisions how bad problems are; empty is "ignore"
 * @param flaws what is wrong with the options themselves
 */
record ProcessorOptions(
    List<Path> resources, Map<Problem, Optional<Severity>> decisions, List<String> flaws) {
  /** What the names of all options begin with. */
  static final String PREFIX = "typedprompt.";
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
    options.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !name.equals(RESOURCES)) {
            decide(name.substring(PREFIX.length()), value, decisions, flaws);
          }
        });
    return new ProcessorOptions(resources, decisions, flaws);
  }

  private static void decide(
      String name,
      @Nullable String value,
      Map<Problem, Optional<Severity>> decisions,
      List<String> flaws) {
    Optional<Problem> problem =
        Arrays.stream(Problem.values()).filter(p -> p.optionName().equals(name)).findFirst();
    if (problem.isEmpty()) {
      String hint =
          SimilarNames.nearest(PREFIX + name, names())
              .map(nearest -> " Did you mean -A" + nearest + "?")
              .orElse("");
      flaws.add("There is no option -A" + PREFIX + name + "." + hint);
    } else if (problem.get().severity() == Severity.FATAL) {
      flaws.add(
          "-A" + PREFIX + name + " has no effect: no code can be generated where that is wrong.");
    } else {
      FindingPrinter.decision(value == null ? "" : value)
          .ifPresentOrElse(
              decision -> decisions.put(problem.get(), decision),
              () ->
                  flaws.add(
                      "-A"
                          + PREFIX
                          + name
                          + " is '"
                          + (value == null ? "" : value)
                          + "'. Write ignore, warn or error."));
    }
  }
}
