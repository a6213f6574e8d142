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
 * @param chunked whether a body that is no stream is sent without its length, too
 */
record Delivery(
    Duration delay,
    CompletionStage<?> gate,
    Duration pace,
    double share,
    Ending ending,
    boolean chunked) {

  static final Delivery PROMPT =
      new Delivery(
          Duration.ZERO,
          CompletableFuture.completedFuture(null),
          Duration.ZERO,
          1,
          Ending.COMPLETE,
          false);

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
    return new Delivery(changed, gate, pace, share, ending, chunked);
  }

  Delivery withGate(CompletionStage<?> changed) {
    return new Delivery(delay, changed, pace, share, ending, chunked);
  }

  Delivery withPace(Duration changed) {
    return new Delivery(delay, gate, changed, share, ending, chunked);
  }

  Delivery endingAt(double changedShare, Ending changed) {
    return new Delivery(delay, gate, pace, changedShare, changed, chunked);
  }

  Delivery inChunks() {
    return new Delivery(delay, gate, pace, share, ending, true);
  }

  /** Whether nothing of the message is kept back. */
  boolean isWhole() {
    return share == 1 && ending == Ending.COMPLETE;
  }
}
