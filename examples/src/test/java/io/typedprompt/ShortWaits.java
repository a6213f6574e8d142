package io.typedprompt;

import io.typedprompt.internal.call.Timing;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The machine's own clock, but for the waits before retries: they are a thousand times as short, so
 * that a test with thousands of them takes no time. Stands in this package to reach the builder.
 */
public final class ShortWaits implements Timing {
  private static final long DIVISOR = 1_000;

  private final Random random;

  private ShortWaits(long seed) {
    random = new Random(seed);
  }

  /** The builder with short waits. */
  public static OpenRouterClient.Builder in(OpenRouterClient.Builder builder, long seed) {
    return builder.timing(new ShortWaits(seed));
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // Whichever it was: the caller looks.
  public void pause(CountDownLatch end, long nanos) throws InterruptedException {
    end.await(nanos / DIVISOR, TimeUnit.NANOSECONDS);
  }
}
