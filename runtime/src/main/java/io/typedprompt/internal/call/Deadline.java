package io.typedprompt.internal.call;

import java.time.Duration;

/** When a call must have ended. Used by one thread at a time. */
final class Deadline {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Timing timing;
  private final Duration timeout;
  private long nanoTime;

  /** The end of a call that begins now. */
  Deadline(Timing timing, Duration timeout) {
    this.timing = timing;
    this.timeout = timeout;
    // A hundred years, also where a longer time would overflow.
    this.nanoTime =
        timing.nanoTime() + (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
  }

  /** The time for the call. */
  Duration timeout() {
    return timeout;
  }

  /** The end, on the clock of the client's {@link Timing}. */
  long nanoTime() {
    return nanoTime;
  }

  /** The time that is left; zero or less if there is none. */
  long nanosLeft() {
    return nanoTime - timing.nanoTime();
  }

  /** What came in between does not count. */
  void extend(long nanos) {
    nanoTime += nanos;
  }
}
