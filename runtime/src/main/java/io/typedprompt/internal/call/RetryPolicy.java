package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.OpenRouterException;
import java.time.Duration;
import java.util.List;

/**
 * When a request that failed is sent again, and after how long.
 *
 * @param maxRetries how often a request is repeated, 0 or more
 * @param retryAmbiguous whether a request that broke off after it was sent is repeated, too
 * @param maxWait the longest time that a server may ask to wait; beyond it nothing is repeated
 */
public record RetryPolicy(int maxRetries, boolean retryAmbiguous, Duration maxWait) {
  /** What counts if nobody decides. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(2, false, Duration.ofSeconds(60));

  /** What {@link #waitNanos} returns for a failure that stands. */
  static final long NEVER = -1;

  private static final long FIRST_NANOS = 500_000_000L;
  private static final long LONGEST_NANOS = 8_000_000_000L;
  private static final int MOST_DOUBLINGS = 4;

  /**
   * How many nanoseconds to wait before the request is repeated, or {@link #NEVER}.
   *
   * <p>The time doubles with each repetition, and half of it is left to chance, so that clients
   * that failed together do not come back together. What the server asks to wait is added: nobody
   * should come earlier than that.
   *
   * @param failure why the request failed
   * @param repeats how often it has been repeated already
   * @param random from 0 to 1
   */
  long waitNanos(OpenRouterException failure, int repeats, double random) {
    if (repeats >= maxRetries || !failure.retryable() || wasCharged(failure)) {
      return NEVER;
    }
    long backoff = Math.min(FIRST_NANOS << Math.min(repeats, MOST_DOUBLINGS), LONGEST_NANOS);
    long half = backoff / 2;
    long jittered = half + (long) (random * half);
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(maxWait) > 0 ? NEVER : asked.toNanos() + jittered;
  }

  /** What has been paid for once would be paid for twice. */
  private static boolean wasCharged(OpenRouterException failure) {
    List<Attempt> attempts = failure.attempts();
    return !attempts.isEmpty() && attempts.get(attempts.size() - 1).cost().total().signum() > 0;
  }
}
