package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How a reasoning model thinks before it answers: the options under {@code reasoning}, as {@link
 * io.typedprompt.annotations.Reasoning} describes them. Only members that are set are sent.
 * Immutable.
 */
public final class ReasoningOptions {
  private final OptionSet set;

  private ReasoningOptions(OptionSet set) {
    this.set = set;
  }

  /** A builder without options. */
  public static Builder builder() {
    return new Builder();
  }

  OptionSet set() {
    return set;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReasoningOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "ReasoningOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** See {@link io.typedprompt.annotations.ReasoningEffort}. Excludes {@code maxTokens}. */
    public Builder effort(String effort) {
      set.text(Option.REASONING_EFFORT, effort);
      return this;
    }

    /** The most tokens to think with, 1 or more. Excludes {@code effort}. */
    public Builder maxTokens(int maxTokens) {
      set.number(Option.REASONING_MAX_TOKENS, maxTokens);
      return this;
    }

    /** Whether the reasoning is left out of the answer. */
    public Builder exclude(boolean exclude) {
      set.value(Option.REASONING_EXCLUDE, exclude);
      return this;
    }

    /** Whether to reason at all. */
    public Builder enabled(boolean enabled) {
      set.value(Option.REASONING_ENABLED, enabled);
      return this;
    }

    /** See {@link io.typedprompt.annotations.ReasoningSummary}. */
    public Builder summary(String summary) {
      set.text(Option.REASONING_SUMMARY, summary);
      return this;
    }

    /** See {@link io.typedprompt.annotations.ReasoningContext}. */
    public Builder context(String context) {
      set.text(Option.REASONING_CONTEXT, context);
      return this;
    }

    /** See {@link io.typedprompt.annotations.ReasoningMode}. */
    public Builder mode(String mode) {
      set.text(Option.REASONING_MODE, mode);
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if both {@code effort} and {@code maxTokens} are set
     */
    public ReasoningOptions build() {
      return new ReasoningOptions(set.build());
    }
  }
}
