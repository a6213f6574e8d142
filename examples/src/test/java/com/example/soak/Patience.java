package com.example.soak;

import io.typedprompt.CallCancelledException;
import io.typedprompt.CallTimeoutException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** Whether a caller waits for the end of a call, and how it ends the call if not. */
enum Patience {
  PATIENT(List.of()),
  /** The call has little time. */
  TIMEOUT(List.of(CallTimeoutException.class)),
  /** The thread that waits is interrupted. */
  INTERRUPT(List.of(CallCancelledException.class)),
  /** The future is cancelled from another thread. */
  CANCEL(List.of(CancellationException.class)),
  /** The future is completed by its own timeout. */
  OR_TIMEOUT(List.of(TimeoutException.class)),
  /** The stream is closed after a few pieces. */
  CLOSE(List.of(CallCancelledException.class)),
  /** The stream is closed from another thread. */
  CLOSE_ELSEWHERE(List.of(CallCancelledException.class));

  private final List<Class<? extends Exception>> failures;

  Patience(List<Class<? extends Exception>> failures) {
    this.failures = failures;
  }

  /** Mostly there is patience, else one of the ends that this way of calling has. */
  static Patience of(Way way, Random random) {
    if (random.nextInt(4) > 0) {
      return PATIENT;
    }
    List<Patience> some =
        way.isFuture()
            ? List.of(TIMEOUT, CANCEL, OR_TIMEOUT)
            : way.isStreamed()
                ? List.of(TIMEOUT, INTERRUPT, CLOSE, CLOSE_ELSEWHERE)
                : List.of(TIMEOUT, INTERRUPT);
    return some.get(random.nextInt(some.size()));
  }

  /** Whether this ends a call, too, whose answer has not even begun. */
  boolean endsWaiting() {
    return this != PATIENT && this != CLOSE && this != CLOSE_ELSEWHERE;
  }

  /** How a call may fail because of this. */
  List<Class<? extends Exception>> failures() {
    return failures;
  }
}
