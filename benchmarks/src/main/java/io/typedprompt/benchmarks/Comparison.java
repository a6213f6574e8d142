package io.typedprompt.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/** Pairs benchmarks by what they do: {@code listTypedPrompt} and {@code listHandWritten}. */
final class Comparison {
  private static final String OURS = "TypedPrompt";
  private static final String FLOOR = "HandWritten";
  private static final String DATABIND = "Databind";

  /** Beside what those are compared that nobody would write by hand. */
  private static final Map<String, String> FLOORS =
      Map.of("fencedList", "list", "malformedList", "list");

  private final Map<String, RunResult> results = new LinkedHashMap<>();

  Comparison(Collection<RunResult> runs) {
    for (RunResult run : runs) {
      results.put(run.getPrimaryResult().getLabel(), run);
    }
  }

  String table() {
    Table table =
        new Table(
            "in process",
            "TypedPrompt",
            "by hand",
            "ratio",
            "databind",
            "allocated",
            "by hand",
            "ratio");
    results.forEach(
        (label, ours) -> {
          if (label.endsWith(OURS)) {
            row(table, label.substring(0, label.length() - OURS.length()), ours);
          }
        });
    return table.toString();
  }

  private void row(Table table, String name, RunResult ours) {
    RunResult floor =
        Objects.requireNonNull(results.get(FLOORS.getOrDefault(name, name) + FLOOR), name);
    RunResult databind = results.get(name + DATABIND);
    table.row(
        name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT),
        micros(ours),
        micros(floor),
        "%.2f".formatted(time(ours) / time(floor)),
        databind == null ? "" : micros(databind),
        "%,.0f B".formatted(bytes(ours)),
        "%,.0f B".formatted(bytes(floor)),
        "%.2f".formatted(bytes(ours) / bytes(floor)));
  }

  private static double time(RunResult run) {
    return run.getPrimaryResult().getScore();
  }

  private static String micros(RunResult run) {
    return "%.1f µs".formatted(time(run));
  }

  private static double bytes(RunResult run) {
    return Objects.requireNonNull(run.getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
  }
}
