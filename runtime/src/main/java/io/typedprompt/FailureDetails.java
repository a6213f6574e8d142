package io.typedprompt;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an {@link OpenRouterException} can tell. The client fills it in; a test that
 * wants a prompt to fail does so too:
 *
 * <pre>{@code
 * throw new RateLimitException(
 *     FailureDetails.builder("too many requests").status(429).retryable(true).build());
 * }</pre>
 */
public final class FailureDetails {
  private final String message;
  private final @Nullable Throwable cause;
  private final int status;
  private final @Nullable String errorType;
  private final @Nullable String provider;
  private final @Nullable String generationId;
  private final boolean retryable;
  private final @Nullable Duration retryAfter;
  private final @Nullable String rawBody;
  private final List<Attempt> attempts;
  private final Usage usage;
  private final Cost cost;
  private final String text;
  private final List<AnswerProblem> problems;
  private final List<String> reasons;
  private final long affordableTokens;

  private FailureDetails(Builder builder) {
    message = builder.message;
    cause = builder.cause;
    status = builder.status;
    errorType = builder.errorType;
    provider = builder.provider;
    generationId = builder.generationId;
    retryable = builder.retryable;
    retryAfter = builder.retryAfter;
    rawBody = builder.rawBody;
    attempts = builder.attempts;
    usage = builder.usage;
    cost = builder.cost;
    text = builder.text;
    problems = builder.problems;
    reasons = builder.reasons;
    affordableTokens = builder.affordableTokens;
  }

  /** A builder of details with this message, and nothing else yet. */
  public static Builder builder(String message) {
    return new Builder(message);
  }

  /** What happened, where, and what to do. */
  public String message() {
    return message;
  }

  /** The exception behind it. */
  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /** See {@link OpenRouterException#status()}. */
  public int status() {
    return status;
  }

  /** See {@link OpenRouterException#errorType()}. */
  public Optional<String> errorType() {
    return Optional.ofNullable(errorType);
  }

  /** See {@link OpenRouterException#provider()}. */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /** See {@link OpenRouterException#generationId()}. */
  public Optional<String> generationId() {
    return Optional.ofNullable(generationId);
  }

  /** See {@link OpenRouterException#retryable()}. */
  public boolean retryable() {
    return retryable;
  }

  /** See {@link OpenRouterException#retryAfter()}. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** See {@link OpenRouterException#rawBody()}. */
  public Optional<String> rawBody() {
    return Optional.ofNullable(rawBody);
  }

  /** See {@link OpenRouterException#attempts()}. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /** See {@link OpenRouterException#usage()}. */
  public Usage usage() {
    return usage;
  }

  /** See {@link OpenRouterException#cost()}. */
  public Cost cost() {
    return cost;
  }

  /** The text that the model had written; empty if there was none. */
  public String text() {
    return text;
  }

  /** See {@link OutputFormatException#problems()}. */
  public List<AnswerProblem> problems() {
    return problems;
  }

  /** See {@link PermissionDeniedException#reasons()}. */
  public List<String> reasons() {
    return reasons;
  }

  /** See {@link InsufficientCreditsException#affordableTokens()}. */
  public OptionalLong affordableTokens() {
    return affordableTokens < 0 ? OptionalLong.empty() : OptionalLong.of(affordableTokens);
  }

  /**
   * Builds details. Each method sets what the accessor of its name returns. Without them: no
   * status, no attempts, and nothing used or charged.
   */
  public static final class Builder {
    private final String message;
    private @Nullable Throwable cause;
    private int status;
    private @Nullable String errorType;
    private @Nullable String provider;
    private @Nullable String generationId;
    private boolean retryable;
    private @Nullable Duration retryAfter;
    private @Nullable String rawBody;
    private List<Attempt> attempts = List.of();
    private Usage usage = Usage.none();
    private Cost cost = Cost.none();
    private String text = "";
    private List<AnswerProblem> problems = List.of();
    private List<String> reasons = List.of();
    private long affordableTokens = -1;

    private Builder(String message) {
      this.message = Objects.requireNonNull(message, "message");
    }

    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    public Builder status(int status) {
      this.status = status;
      return this;
    }

    public Builder errorType(@Nullable String errorType) {
      this.errorType = errorType;
      return this;
    }

    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    public Builder generationId(@Nullable String generationId) {
      this.generationId = generationId;
      return this;
    }

    public Builder retryable(boolean retryable) {
      this.retryable = retryable;
      return this;
    }

    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    public Builder rawBody(@Nullable String rawBody) {
      this.rawBody = rawBody;
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

    public Builder text(String text) {
      this.text = Objects.requireNonNull(text, "text");
      return this;
    }

    public Builder problems(List<AnswerProblem> problems) {
      this.problems = List.copyOf(problems);
      return this;
    }

    public Builder reasons(List<String> reasons) {
      this.reasons = List.copyOf(reasons);
      return this;
    }

    /** How many tokens can be paid for; zero or more. */
    public Builder affordableTokens(long tokens) {
      if (tokens < 0) {
        throw new IllegalArgumentException("A count of tokens is negative: " + tokens);
      }
      affordableTokens = tokens;
      return this;
    }

    public FailureDetails build() {
      return new FailureDetails(this);
    }
  }
}
