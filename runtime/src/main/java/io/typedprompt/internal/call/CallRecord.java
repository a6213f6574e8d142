package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.Cost;
import io.typedprompt.FailureDetails;
import io.typedprompt.PromptCall;
import io.typedprompt.PromptEvent;
import io.typedprompt.ToolRun;
import io.typedprompt.Usage;
import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The requests of one call, and what they used and cost in sum. Used by one thread at a time. */
final class CallRecord {
  private final String method;
  private final PromptCall call;
  private final Logger log;
  private final Timing timing;
  private final CallObserver observer;
  private final Redaction redaction;
  private final long callStart;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Usage usage = Usage.none();
  private Cost cost = Cost.none();
  private Attempt.Kind kind = Attempt.Kind.ANSWER;
  private long start;
  private byte @Nullable [] request;
  private @Nullable String response;

  /** A record without requests of a call that starts now. */
  CallRecord(PromptEngine engine, PromptCall call) {
    this.method = MethodName.shortened(call.methodName());
    this.call = call;
    this.log = engine.log();
    this.timing = engine.settings().timing();
    this.observer = engine.observer();
    this.redaction = engine.redaction();
    this.callStart = timing.nanoTime();
  }

  /** The method's name as people know it, such as {@code SupportPrompts.triage}. */
  String method() {
    return method;
  }

  /** What the requests are tagged with. */
  PromptCall call() {
    return call;
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

  /** What a developer should know of the call. */
  List<String> warnings() {
    return warnings;
  }

  /** The time of day. */
  Instant now() {
    return timing.now();
  }

  /** A request with this body is about to be sent. */
  void begin(Attempt.Kind kind, byte[] body) {
    this.kind = kind;
    request = body;
    response = null;
    start = timing.nanoTime();
  }

  /** The request was answered by this text, whatever it says. */
  void received(String body) {
    response = body;
  }

  /** The request was answered. */
  void answered(Completion completion) {
    add(attempt(completion));
  }

  /** The request was answered by something that cannot be used as it is. */
  void end(Attempt.Outcome outcome, String failure, Completion completion) {
    add(attempt(completion).outcome(outcome).failure(failure));
  }

  /** The request was answered by calls of tools. */
  void calledTools(Completion completion) {
    add(attempt(completion).outcome(Attempt.Outcome.TOOL_CALLS));
  }

  /** A tool has run, or was not run. */
  void ran(ToolRun run) {
    log.debug("{}: tool {}", method, run);
    if (run.failure().isPresent()) {
      Throwable failure = run.failure().get();
      log.warn(
          "{}: the tool {} failed with {}, and the model is told so",
          method,
          run.toolName(),
          failure.getClass().getName());
      log.debug("{}: the failure of {}", method, run.toolName(), Causes.clean(failure, redaction));
    }
    observer.ran(this, run);
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
    Attempt attempt = builder.duration(Duration.ofNanos(timing.nanoTime() - start)).build();
    attempts.add(attempt);
    usage = usage.plus(attempt.usage());
    cost = cost.plus(attempt.cost());
    log.debug("{}: request {}: {}", method, attempts.size(), attempt);
    observer.attempted(this);
  }

  /** Why the last request failed, in a few words; empty if none did. */
  String lastFailure() {
    return attempts.isEmpty() ? "" : attempts.get(attempts.size() - 1).failure().orElse("");
  }

  /** The last request will be repeated. */
  void repeating(Throwable failure, long nanos) {
    Duration delay = Duration.ofNanos(nanos);
    log.info("{}: {}; repeated in {} ms", method, lastFailure(), delay.toMillis());
    observer.repeating(this, failure, delay);
  }

  /** Something that a developer should know, without any text of the prompt. */
  void warn(String warning) {
    warnings.add(warning);
    log.warn("{}: {}", method, warning);
  }

  /** The beginning of an exception: its message, and everything up to now. */
  FailureDetails.Builder details(Words words, @Nullable String generationId) {
    return FailureDetails.builder(words.message(method, generationId))
        .generationId(generationId == null || generationId.isEmpty() ? null : generationId)
        .attempts(attempts)
        .usage(usage)
        .cost(cost);
  }

  /** The beginning of an event: everything up to now. */
  PromptEvent.Builder event(boolean payloads) {
    PromptEvent.Builder event =
        PromptEvent.builder(call)
            .models(Results.models(call.options()))
            .attempts(attempts)
            .usage(usage)
            .cost(cost)
            .duration(Duration.ofNanos(timing.nanoTime() - callStart));
    if (payloads && request != null) {
      event.requestBody(redaction.answer(new String(request, StandardCharsets.UTF_8)));
      event.responseBody(response);
    }
    return event;
  }
}
