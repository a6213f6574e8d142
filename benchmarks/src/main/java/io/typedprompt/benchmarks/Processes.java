package io.typedprompt.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs other processes. */
final class Processes {
  private Processes() {}

  /** How many milliseconds a process takes from its start to its end, which must be a good one. */
  static double time(List<String> command) {
    try {
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      double millis = (System.nanoTime() - start) / 1e6;
      if (status != 0) {
        throw new IllegalStateException(
            "A measured process ended with status " + status + ":\n" + output);
      }
      return millis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The measurement was interrupted.", e);
    }
  }
}
