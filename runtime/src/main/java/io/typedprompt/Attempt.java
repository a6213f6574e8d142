package io.typedprompt;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a call, in the order in which they were sent. */
public final class Attempt {
  private final Kind kind;
  private final Outcome outcome;
  private final @Nullable String failure;
  private final @Nullable String model;
  private final @Nullable String provider;
  private final Usage usage;
  private final Cost cost;
  private final Duration duration;

  private Attempt(Builder builder) {
    kind = builder.kind;
    outcome = builder.outcome;
    failure = builder.failure;
    model = builder.model;
    provider = builder.provider;
    usage = builder.usage;
    cost = builder.cost;
    duration = builder.duration;
  }

  /** A builder of an attempt that was answered; usage and cost are unknown until they are set. */
  public static Builder builder(Kind kind) {
    return new Builder(kind);
  }

  /** Why the request was sent. */
  public Kind kind() {
    return kind;
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** What went wrong, in a few words, unless it was answered. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** The model that answered. */
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /** The provider that answered or failed, under its display name. */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /** The tokens of this request. */
  public Usage usage() {
    return usage;
  }

  /** The cost of this request. */
  public Cost cost() {
    return cost;
  }

  /** From the sending of the request to the end of its answer. */
  public Duration duration() {
    return duration;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(kind).append(' ').append(outcome);
    if (failure != null) {
      text.append(" (").append(failure).append(')');
    }
    if (model != null) {
      text.append(", ").append(model);
    }
    if (provider != null) {
      text.append(" at ").append(provider);
    }
    return text.append(", ")
        .append(duration.toMillis())
        .append(" ms, ")
        .append(usage)
        .append(", ")
        .append(cost)
        .toString();
  }

  /** Why a request was sent. */
  public enum Kind {
    /** To get an answer, for the first time or because the one before did not fit. */
    ANSWER,
    /** To repeat a request that failed on the way. */
    RETRY,
    /** To ask in a simpler way, because the server refused the one before. */
    LADDER_STEP,
    /** To go on after the model had called tools. */
    TOOL_ROUND
  }

  /** How a request ended. */
  public enum Outcome {
    /** With the answer that the call returned. */
    ANSWERED,
    /** With calls of tools, whose results go back with the next request. */
    TOOL_CALLS,
    /** With an answer that does not fit the type. */
    REJECTED,
    /** Without an answer that can be used. */
    FAILED
  }

  /** Builds an attempt. Each method sets what the accessor of its name returns. */
  public static final class Builder {
    private final Kind kind;
    private Outcome outcome = Outcome.ANSWERED;
    private @Nullable String failure;
    private @Nullable String model;
    private @Nullable String provider;
    private Usage usage = Usage.unknown();
    private Cost cost = Cost.unknown();
    private Duration duration = Duration.ZERO;

    private Builder(Kind kind) {
      this.kind = Objects.requireNonNull(kind, "kind");
    }

    public Builder outcome(Outcome outcome) {
      this.outcome = Objects.requireNonNull(outcome, "outcome");
      return this;
    }

    public Builder failure(@Nullable String failure) {
      this.failure = failure;
      return this;
    }

    public Builder model(@Nullable String model) {
      this.model = model;
      return this;
    }

    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    public Builder usage(Usage usage) {
      this.usage = Objects.requireNonNull(usage, "usage");
      return this;
    }

    public Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    public Builder duration(Duration duration) {
      this.duration = Objects.requireNonNull(duration, "duration");
      return this;
    }

    public Attempt build() {
      return new Attempt(this);
    }
  }
}
