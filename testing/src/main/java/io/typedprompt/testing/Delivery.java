package io.typedprompt.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How a reply travels.
 *
 * @param delay the wait before the first byte
 * @param gate what must have completed, normally or not, before the first byte
 * @param pace the wait before each further part
 * @param share how much of the body is sent, from 0 to 1
 * @param ending what happens after that
 */
record Delivery(
    Duration delay, CompletionStage<?> gate, Duration pace, double share, Ending ending) {

  static final Delivery PROMPT =
      new Delivery(
          Duration.ZERO,
          CompletableFuture.completedFuture(null),
          Duration.ZERO,
          1,
          Ending.COMPLETE);

  /** What happens when the body, or as much of it as is sent, is out. */
  enum Ending {
    /** The HTTP message ends as it should. */
    COMPLETE,
    /** The connection is closed in the middle of the message. */
    CLOSE,
    /** The connection is reset in the middle of the message. */
    RESET
  }

  Delivery withDelay(Duration changed) {
    return new Delivery(changed, gate, pace, share, ending);
  }

  Delivery withGate(CompletionStage<?> changed) {
    return new Delivery(delay, changed, pace, share, ending);
  }

  Delivery withPace(Duration changed) {
    return new Delivery(delay, gate, changed, share, ending);
  }

  Delivery endingAt(double changedShare, Ending changed) {
    return new Delivery(delay, gate, pace, changedShare, changed);
  }
}
