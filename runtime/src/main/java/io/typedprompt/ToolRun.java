package io.typedprompt;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a tool call, without its arguments and its result. Immutable. */
public final class ToolRun {
  private final ToolCall call;
  private final Outcome outcome;
  private final Duration duration;
  private final @Nullable Throwable failure;

  private ToolRun(ToolCall call, Outcome outcome, Duration duration, @Nullable Throwable failure) {
    this.call = Objects.requireNonNull(call, "call");
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.duration = Objects.requireNonNull(duration, "duration");
    this.failure = failure;
  }

  /**
   * A run, for tests of listeners.
   *
   * @param call the call; of its arguments nothing is shown
   * @param outcome how it ended
   * @param duration how long the tool ran
   * @param failure what the tool threw, or null
   */
  public static ToolRun of(
      ToolCall call, Outcome outcome, Duration duration, @Nullable Throwable failure) {
    return new ToolRun(call, outcome, duration, failure);
  }

  /** The name of the tool, as the model was told it; or what the model called instead of one. */
  public String toolName() {
    return call.name();
  }

  /** The id of the call in the conversation. */
  public String callId() {
    return call.id();
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** How long the tool ran; zero if it did not. */
  public Duration duration() {
    return duration;
  }

  /** What the tool threw, and the model was told. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public String toString() {
    String text = toolName() + " " + outcome + ", " + duration.toMillis() + " ms";
    return failure == null ? text : text + ", " + failure.getClass().getName();
  }

  /** How a tool call ended. */
  public enum Outcome {
    /** The tool has run, and the model gets its result. */
    COMPLETED,
    /** The tool threw an exception, and the model is told so. */
    FAILED,
    /**
     * There is no such tool, or the arguments do not fit: it was not run, and the model is told.
     */
    REJECTED,
    /** The {@link ToolApproval} refused it: it was not run, and the model is told. */
    REFUSED
  }
}
