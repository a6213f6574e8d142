package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.Cost;
import io.typedprompt.FailureDetails;
import io.typedprompt.Usage;
import io.typedprompt.internal.response.Completion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The requests of one call, and what they used and cost in sum. Used by the calling thread only.
 */
final class CallRecord {
  private final String method;
  private final Logger log;
  private final List<Attempt> attempts = new ArrayList<>();
  private Usage usage = Usage.none();
  private Cost cost = Cost.none();
  private Attempt.Kind kind = Attempt.Kind.ANSWER;
  private long start;

  /**
   * A record without requests.
   *
   * @param method the method's name as people know it, such as {@code SupportPrompts.triage}
   */
  CallRecord(String method, Logger log) {
    this.method = method;
    this.log = log;
  }

  String method() {
    return method;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  Usage usage() {
    return usage;
  }

  Cost cost() {
    return cost;
  }

  /** A request is about to be sent. */
  void begin(Attempt.Kind kind) {
    this.kind = kind;
    start = System.nanoTime();
  }

  /** The request was answered. */
  void answered(Completion completion) {
    add(attempt(completion));
  }

  /** The request was answered by something that cannot be used as it is. */
  void end(Attempt.Outcome outcome, String failure, Completion completion) {
    add(attempt(completion).outcome(outcome).failure(failure));
  }

  /** The request had no answer. */
  void failed(String failure, @Nullable String provider, boolean charged) {
    add(
        Attempt.builder(kind)
            .outcome(Attempt.Outcome.FAILED)
            .failure(failure)
            .provider(provider)
            .usage(charged ? Usage.unknown() : Usage.none())
            .cost(charged ? Cost.unknown() : Cost.none()));
  }

  private Attempt.Builder attempt(Completion completion) {
    return Attempt.builder(kind)
        .model(completion.model().isEmpty() ? null : completion.model())
        .provider(completion.provider())
        .usage(completion.usage())
        .cost(completion.cost());
  }

  private void add(Attempt.Builder builder) {
    Attempt attempt = builder.duration(Duration.ofNanos(System.nanoTime() - start)).build();
    attempts.add(attempt);
    usage = usage.plus(attempt.usage());
    cost = cost.plus(attempt.cost());
    log.debug("{}: request {}: {}", method, attempts.size(), attempt);
  }

  /** The beginning of an exception: its message, and everything up to now. */
  FailureDetails.Builder details(Words words, @Nullable String generationId) {
    return FailureDetails.builder(words.message(method, generationId))
        .generationId(generationId == null || generationId.isEmpty() ? null : generationId)
        .attempts(attempts)
        .usage(usage)
        .cost(cost);
  }
}
