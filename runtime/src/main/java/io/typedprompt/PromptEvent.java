package io.typedprompt;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a call, and what is known of the call by then. It has no text of prompts and answers,
 * unless the client's builder asked for {@code payloads}.
 */
public final class PromptEvent {
  private final PromptCall call;
  private final List<String> models;
  private final List<Attempt> attempts;
  private final Usage usage;
  private final Cost cost;
  private final Duration duration;
  private final @Nullable Duration delay;
  private final @Nullable Throwable failure;
  private final @Nullable ToolRun toolRun;
  private final @Nullable String requestBody;
  private final @Nullable String responseBody;

  private PromptEvent(Builder builder) {
    call = builder.call;
    models = builder.models;
    attempts = builder.attempts;
    usage = builder.usage;
    cost = builder.cost;
    duration = builder.duration;
    delay = builder.delay;
    failure = builder.failure;
    toolRun = builder.toolRun;
    requestBody = builder.requestBody;
    responseBody = builder.responseBody;
  }

  /** A builder of an event in this call, for tests of listeners. */
  public static Builder builder(PromptCall call) {
    return new Builder(call);
  }

  /** The call: the same object in all events of one call, and the tag of its requests. */
  public PromptCall call() {
    return call;
  }

  /** The prompt's method with its interface, such as {@code com.acme.SupportPrompts.triage}. */
  public String methodName() {
    return call.methodName();
  }

  /** The models that are asked for, in order; empty if the account's default is. */
  public List<String> models() {
    return models;
  }

  /** The model that answered the last request, as the server names it. */
  public Optional<String> model() {
    return attempts.isEmpty() ? Optional.empty() : attempts.get(attempts.size() - 1).model();
  }

  /** The requests that have ended so far, in order. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /** The tokens of all attempts so far. */
  public Usage usage() {
    return usage;
  }

  /** The cost of all attempts so far. */
  public Cost cost() {
    return cost;
  }

  /** From the start of the call until now, waiting included. */
  public Duration duration() {
    return duration;
  }

  /** How long the call waits before a retry; empty in other events. */
  public Optional<Duration> delay() {
    return Optional.ofNullable(delay);
  }

  /**
   * Why the call fails, or why a request is repeated; empty in other events. Nearly always an
   * {@link OpenRouterException}.
   */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** What became of a tool call; empty in other events. */
  public Optional<ToolRun> toolRun() {
    return Optional.ofNullable(toolRun);
  }

  /** The last request's body, if payloads are asked for and one was sent. */
  public Optional<String> requestBody() {
    return Optional.ofNullable(requestBody);
  }

  /** The body that answered it, if payloads are asked for and there is a whole one. */
  public Optional<String> responseBody() {
    return Optional.ofNullable(responseBody);
  }

  /** What the call took so far, without any text. */
  @Override
  public String toString() {
    return "PromptEvent{"
        + methodName()
        + ", attempts="
        + attempts.size()
        + ", usage="
        + usage
        + ", cost="
        + cost
        + ", duration="
        + duration.toMillis()
        + " ms}";
  }

  /**
   * Builds an event. Each method sets what the accessor of its name returns. Without them: no
   * models and attempts, and nothing used, charged or waited for.
   */
  public static final class Builder {
    private final PromptCall call;
    private List<String> models = List.of();
    private List<Attempt> attempts = List.of();
    private Usage usage = Usage.none();
    private Cost cost = Cost.none();
    private Duration duration = Duration.ZERO;
    private @Nullable Duration delay;
    private @Nullable Throwable failure;
    private @Nullable ToolRun toolRun;
    private @Nullable String requestBody;
    private @Nullable String responseBody;

    private Builder(PromptCall call) {
      this.call = Objects.requireNonNull(call, "call");
    }

    public Builder models(List<String> models) {
      this.models = List.copyOf(models);
      return this;
    }

    public Builder attempts(List<Attempt> attempts) {
      this.attempts = List.copyOf(attempts);
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

    public Builder delay(@Nullable Duration delay) {
      this.delay = delay;
      return this;
    }

    public Builder failure(@Nullable Throwable failure) {
      this.failure = failure;
      return this;
    }

    public Builder toolRun(@Nullable ToolRun toolRun) {
      this.toolRun = toolRun;
      return this;
    }

    public Builder requestBody(@Nullable String requestBody) {
      this.requestBody = requestBody;
      return this;
    }

    public Builder responseBody(@Nullable String responseBody) {
      this.responseBody = responseBody;
      return this;
    }

    public PromptEvent build() {
      return new PromptEvent(this);
    }
  }
}
