package io.typedprompt;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * The tokens of a call, as the provider's tokenizer counted them, summed over all attempts.
 *
 * <p>A counter that the server did not send is unknown, not zero. {@link #complete()} is false when
 * one of the three main counters of some attempt is unknown; they are then the known part. The
 * other counters are empty as long as no attempt said anything about them.
 */
public final class Usage {
  private static final long ABSENT = -1;
  private static final Usage NONE = new Usage(new Builder().promptTokens(0).completionTokens(0));
  private static final Usage UNKNOWN = new Usage(new Builder());

  private final long promptTokens;
  private final long completionTokens;
  private final long totalTokens;
  private final long cachedTokens;
  private final long cacheWriteTokens;
  private final long reasoningTokens;
  private final long audioTokens;
  private final long imageTokens;
  private final long videoTokens;
  private final long acceptedPredictionTokens;
  private final long rejectedPredictionTokens;
  private final long serverToolCallsRequested;
  private final long serverToolCallsExecuted;
  private final long webSearchRequests;
  private final boolean complete;

  private Usage(Builder builder) {
    promptTokens = Math.max(0, builder.promptTokens);
    completionTokens = Math.max(0, builder.completionTokens);
    totalTokens =
        builder.totalTokens == ABSENT
            ? saturatedSum(promptTokens, completionTokens)
            : builder.totalTokens;
    cachedTokens = builder.cachedTokens;
    cacheWriteTokens = builder.cacheWriteTokens;
    reasoningTokens = builder.reasoningTokens;
    audioTokens = builder.audioTokens;
    imageTokens = builder.imageTokens;
    videoTokens = builder.videoTokens;
    acceptedPredictionTokens = builder.acceptedPredictionTokens;
    rejectedPredictionTokens = builder.rejectedPredictionTokens;
    serverToolCallsRequested = builder.serverToolCallsRequested;
    serverToolCallsExecuted = builder.serverToolCallsExecuted;
    webSearchRequests = builder.webSearchRequests;
    complete =
        !builder.partial && builder.promptTokens != ABSENT && builder.completionTokens != ABSENT;
  }

  /** No tokens at all: the neutral element of {@link #plus}. */
  public static Usage none() {
    return NONE;
  }

  /** Nothing is known. */
  public static Usage unknown() {
    return UNKNOWN;
  }

  /** A usage of which only the main counters are known; the total is their sum. */
  public static Usage of(long promptTokens, long completionTokens) {
    return builder().promptTokens(promptTokens).completionTokens(completionTokens).build();
  }

  /** A builder in which everything is unknown. */
  public static Builder builder() {
    return new Builder();
  }

  /** Tokens of the prompt, those read from and written to the provider's cache included. */
  public long promptTokens() {
    return promptTokens;
  }

  /** Tokens of the answer, those of the reasoning included. */
  public long completionTokens() {
    return completionTokens;
  }

  /** All tokens. */
  public long totalTokens() {
    return totalTokens;
  }

  /** Tokens of the prompt that were read from the provider's cache. */
  public OptionalLong cachedTokens() {
    return optional(cachedTokens);
  }

  /**
   * Tokens of the prompt that were written to the provider's cache; may overlap the cached ones.
   */
  public OptionalLong cacheWriteTokens() {
    return optional(cacheWriteTokens);
  }

  /** Tokens of the reasoning; some providers report more of them than completion tokens. */
  public OptionalLong reasoningTokens() {
    return optional(reasoningTokens);
  }

  /** Audio tokens, of prompt and answer. */
  public OptionalLong audioTokens() {
    return optional(audioTokens);
  }

  /** Image tokens of the answer. */
  public OptionalLong imageTokens() {
    return optional(imageTokens);
  }

  /** Video tokens of the prompt. */
  public OptionalLong videoTokens() {
    return optional(videoTokens);
  }

  /** Tokens of a {@code prediction} that the answer has. */
  public OptionalLong acceptedPredictionTokens() {
    return optional(acceptedPredictionTokens);
  }

  /** Tokens of a {@code prediction} that the answer does not have; they are billed as answer. */
  public OptionalLong rejectedPredictionTokens() {
    return optional(rejectedPredictionTokens);
  }

  /** Calls of OpenRouter's own tools that the model asked for. */
  public OptionalLong serverToolCallsRequested() {
    return optional(serverToolCallsRequested);
  }

  /** Calls of OpenRouter's own tools that were made, which may be billed. */
  public OptionalLong serverToolCallsExecuted() {
    return optional(serverToolCallsExecuted);
  }

  /** Searches of the web, whoever made them; not a part of the tool calls. */
  public OptionalLong webSearchRequests() {
    return optional(webSearchRequests);
  }

  /** Whether the three main counters are known for every attempt. */
  public boolean complete() {
    return complete;
  }

  /** The sum of this usage and another. */
  public Usage plus(Usage other) {
    Builder sum = new Builder();
    sum.promptTokens = saturatedSum(promptTokens, other.promptTokens);
    sum.completionTokens = saturatedSum(completionTokens, other.completionTokens);
    sum.totalTokens = saturatedSum(totalTokens, other.totalTokens);
    sum.cachedTokens = knownSum(cachedTokens, other.cachedTokens);
    sum.cacheWriteTokens = knownSum(cacheWriteTokens, other.cacheWriteTokens);
    sum.reasoningTokens = knownSum(reasoningTokens, other.reasoningTokens);
    sum.audioTokens = knownSum(audioTokens, other.audioTokens);
    sum.imageTokens = knownSum(imageTokens, other.imageTokens);
    sum.videoTokens = knownSum(videoTokens, other.videoTokens);
    sum.acceptedPredictionTokens =
        knownSum(acceptedPredictionTokens, other.acceptedPredictionTokens);
    sum.rejectedPredictionTokens =
        knownSum(rejectedPredictionTokens, other.rejectedPredictionTokens);
    sum.serverToolCallsRequested =
        knownSum(serverToolCallsRequested, other.serverToolCallsRequested);
    sum.serverToolCallsExecuted = knownSum(serverToolCallsExecuted, other.serverToolCallsExecuted);
    sum.webSearchRequests = knownSum(webSearchRequests, other.webSearchRequests);
    sum.partial = !complete || !other.complete;
    return new Usage(sum);
  }

  private static long knownSum(long a, long b) {
    if (a == ABSENT) {
      return b;
    }
    return b == ABSENT ? a : saturatedSum(a, b);
  }

  /** A sum of counters that stays positive whatever a server claims. */
  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static OptionalLong optional(long count) {
    return count == ABSENT ? OptionalLong.empty() : OptionalLong.of(count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Usage that
        && promptTokens == that.promptTokens
        && completionTokens == that.completionTokens
        && totalTokens == that.totalTokens
        && cachedTokens == that.cachedTokens
        && cacheWriteTokens == that.cacheWriteTokens
        && reasoningTokens == that.reasoningTokens
        && audioTokens == that.audioTokens
        && imageTokens == that.imageTokens
        && videoTokens == that.videoTokens
        && acceptedPredictionTokens == that.acceptedPredictionTokens
        && rejectedPredictionTokens == that.rejectedPredictionTokens
        && serverToolCallsRequested == that.serverToolCallsRequested
        && serverToolCallsExecuted == that.serverToolCallsExecuted
        && webSearchRequests == that.webSearchRequests
        && complete == that.complete;
  }

  @Override
  public int hashCode() {
    return Objects.hash(promptTokens, completionTokens, totalTokens, complete);
  }

  /** Such as {@code 129 tokens (37 prompt, 92 completion)}. */
  @Override
  public String toString() {
    if (!complete && promptTokens == 0 && completionTokens == 0 && totalTokens == 0) {
      return "unknown";
    }
    String text =
        totalTokens + " tokens (" + promptTokens + " prompt, " + completionTokens + " completion)";
    return complete ? text : "at least " + text;
  }

  /**
   * Builds a usage; what is not set is unknown. Counts are zero or more. Each method sets what the
   * accessor of its name returns.
   */
  public static final class Builder {
    private long promptTokens = ABSENT;
    private long completionTokens = ABSENT;
    private long totalTokens = ABSENT;
    private long cachedTokens = ABSENT;
    private long cacheWriteTokens = ABSENT;
    private long reasoningTokens = ABSENT;
    private long audioTokens = ABSENT;
    private long imageTokens = ABSENT;
    private long videoTokens = ABSENT;
    private long acceptedPredictionTokens = ABSENT;
    private long rejectedPredictionTokens = ABSENT;
    private long serverToolCallsRequested = ABSENT;
    private long serverToolCallsExecuted = ABSENT;
    private long webSearchRequests = ABSENT;
    private boolean partial;

    private Builder() {}

    public Builder promptTokens(long count) {
      promptTokens = checked(count);
      return this;
    }

    public Builder completionTokens(long count) {
      completionTokens = checked(count);
      return this;
    }

    /** If it is not set, the total is the sum of prompt and completion. */
    public Builder totalTokens(long count) {
      totalTokens = checked(count);
      return this;
    }

    public Builder cachedTokens(long count) {
      cachedTokens = checked(count);
      return this;
    }

    public Builder cacheWriteTokens(long count) {
      cacheWriteTokens = checked(count);
      return this;
    }

    public Builder reasoningTokens(long count) {
      reasoningTokens = checked(count);
      return this;
    }

    public Builder audioTokens(long count) {
      audioTokens = checked(count);
      return this;
    }

    public Builder imageTokens(long count) {
      imageTokens = checked(count);
      return this;
    }

    public Builder videoTokens(long count) {
      videoTokens = checked(count);
      return this;
    }

    public Builder acceptedPredictionTokens(long count) {
      acceptedPredictionTokens = checked(count);
      return this;
    }

    public Builder rejectedPredictionTokens(long count) {
      rejectedPredictionTokens = checked(count);
      return this;
    }

    public Builder serverToolCallsRequested(long count) {
      serverToolCallsRequested = checked(count);
      return this;
    }

    public Builder serverToolCallsExecuted(long count) {
      serverToolCallsExecuted = checked(count);
      return this;
    }

    public Builder webSearchRequests(long count) {
      webSearchRequests = checked(count);
      return this;
    }

    public Usage build() {
      return new Usage(this);
    }

    private static long checked(long count) {
      if (count < 0) {
        throw new IllegalArgumentException("A count is negative: " + count);
      }
      return count;
    }
  }
}
