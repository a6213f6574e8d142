package io.typedprompt.internal.call;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
final class SystemTiming implements Timing {
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
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // Whichever it was: the caller looks.
  public void pause(CountDownLatch end, long nanos) throws InterruptedException {
    end.await(nanos, TimeUnit.NANOSECONDS);
  }
}
