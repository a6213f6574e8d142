package io.typedprompt.internal.call;

import io.typedprompt.CallCancelledException;
import io.typedprompt.OpenRouterException;

/** Waits before a request is repeated, or lets its failure stand. */
final class Retries {
  private final RetryPolicy policy;
  private final Timing timing;
  private final HttpClient http;
  private final CallRecord record;
  private final Deadline deadline;
  private final CallGuard guard;

  Retries(PromptEngine engine, CallRecord record, Deadline deadline, CallGuard guard) {
    this.policy = engine.settings().retries();
    this.timing = engine.settings().timing();
    this.http = engine.http();
    this.record = record;
    this.deadline = deadline;
    this.guard = guard;
  }

  /**
   * Returns when it is time to repeat the request.
   *
   * @param repeats how often it has been repeated already
   * @throws OpenRouterException the failure itself, if it cannot be repeated safely and in time; or
   *     that the call was cancelled meanwhile
   */
  void await(OpenRouterException failure, int repeats) {
    long nanos = policy.waitNanos(failure, repeats, timing.random());
    if (nanos == RetryPolicy.NEVER || nanos >= deadline.nanosLeft()) {
      throw failure;
    }
    record.repeating(failure, nanos);
    try {
      timing.pause(http.end(), nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(guard.interruption(), failure);
    }
    if (http.isClosed()) {
      throw cancelled("client was closed", failure);
    }
  }

  private CallCancelledException cancelled(String why, OpenRouterException failure) {
    Words words =
        new Words(
            "cancelled because the " + why + " while it waited to repeat a request",
            record.lastFailure(),
            "");
    return new CallCancelledException(record.details(words, null).cause(failure).build());
  }
}
