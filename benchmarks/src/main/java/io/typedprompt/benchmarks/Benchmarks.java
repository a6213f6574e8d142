package io.typedprompt.benchmarks;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything and prints tables of ratios to the code written by hand. All of one table
 * comes from one run, for the speed of a machine varies from run to run. An argument is a regular
 * expression for what to measure: {@code Reading|Compilation}.
 */
final class Benchmarks {
  private static final int ROUNDS = 11;
  private static final int COMPILATIONS = 5;
  private static final int[] SIZES = {1, 100, 200};

  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    String wanted = arguments.length == 0 ? ".*" : arguments[0];
    StringBuilder report = new StringBuilder();
    if (Stream.of("Call", "Reading", "Writing", "Stream").anyMatch(n -> n.matches(wanted))) {
      report.append(inProcess(wanted));
    }
    if ("ColdStart".matches(wanted)) {
      report.append(coldStart());
    }
    if ("Compilation".matches(wanted)) {
      report.append(compilation());
    }
    System.out.printf(
        "%n%s %s on %s, %d processors%n%n%s%s",
        System.getProperty("java.vm.name"),
        Runtime.version(),
        System.getProperty("os.name"),
        Runtime.getRuntime().availableProcessors(),
        report,
        classPath());
  }

  private static String inProcess(String wanted) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\.(" + wanted + ")Benchmark\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .build();
    return new Comparison(new Runner(options).run()).table();
  }

  private static String coldStart() {
    Map<ColdStart.Program, List<Double>> times = ColdStart.measure(ROUNDS);
    double floor = median(times, ColdStart.Program.HAND_WRITTEN);
    Table table = new Table("cold start", "median", "ratio");
    for (ColdStart.Program program : ColdStart.Program.values()) {
      double median = median(times, program);
      table.row(
          program.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          "%.0f ms".formatted(median),
          "%.2f".formatted(median / floor));
    }
    return table.toString();
  }

  private static String compilation() {
    Map<Compilation.Run, List<Double>> times = Compilation.measure(COMPILATIONS, SIZES);
    Table table = new Table("compilation", "javac alone", "with the processor", "more");
    for (int size : SIZES) {
      double alone = median(times, new Compilation.Run(size, false));
      double with = median(times, new Compilation.Run(size, true));
      table.row(
          size == 1 ? "1 interface" : size + " interfaces",
          "%.0f ms".formatted(alone),
          "%.0f ms".formatted(with),
          "%.0f ms".formatted(with - alone));
    }
    return table.toString();
  }

  /** What a user's program gets on its class path beside TypedPrompt itself. */
  private static String classPath() {
    List<File> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(Benchmarks::isNeededByUsers)
            .map(File::new)
            .toList();
    double megabytes = jars.stream().mapToLong(File::length).sum() / 1e6;
    return "%d jars of others at run time, %.1f MB%n".formatted(jars.size(), megabytes);
  }

  private static boolean isNeededByUsers(String path) {
    String jar = new File(path).getName();
    return path.contains("annotations-13")
        || Stream.of("okhttp", "okio", "kotlin", "jackson", "slf4j-api", "jspecify")
            .anyMatch(jar::startsWith);
  }

  private static <K> double median(Map<K, List<Double>> times, K key) {
    double[] sorted =
        Objects.requireNonNull(times.get(key)).stream().mapToDouble(d -> d).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
