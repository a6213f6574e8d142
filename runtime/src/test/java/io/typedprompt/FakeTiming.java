package io.typedprompt;

import io.typedprompt.internal.call.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A clock that only waiting moves, and chance that is not random. */
final class FakeTiming implements Timing {
  static final Instant START = Instant.parse("2026-08-22T10:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private final double random;
  private long nanos = Long.MAX_VALUE - 1_000; // Soon to overflow, as System.nanoTime() may.

  FakeTiming(double random) {
    this.random = random;
  }

  /** How long was waited, each time. */
  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    Duration waited = Duration.ZERO;
    for (Duration pause : pauses) {
      waited = waited.plus(pause);
    }
    return START.plus(waited);
  }

  @Override
  public double random() {
    return random;
  }

  @Override
  public synchronized void pause(CountDownLatch end, long nanos) {
    pauses.add(Duration.ofNanos(nanos));
    this.nanos += nanos;
  }
}
