package io.typedprompt.internal.call;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Clocks, chance and waiting: what a test replaces so that it takes no time. Thread-safe. */
public interface Timing {
  /** A clock for durations, in nanoseconds since whenever. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** A number from 0 to just below 1. */
  double random();

  /** Waits for {@code nanos}, or less if {@code end} comes before. */
  void pause(CountDownLatch end, long nanos) throws InterruptedException;
}
