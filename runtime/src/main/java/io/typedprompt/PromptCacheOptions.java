package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How OpenAI's newest models cache prompts: the options under {@code promptCacheOptions}, as {@link
 * io.typedprompt.annotations.PromptCache} describes them. Only members that are set are sent.
 * Immutable.
 */
public final class PromptCacheOptions {
  private final OptionSet set;

  private PromptCacheOptions(OptionSet set) {
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
    return other instanceof PromptCacheOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "PromptCacheOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** See {@link io.typedprompt.annotations.PromptCacheMode}; explicit if it is not set. */
    public Builder mode(String mode) {
      set.text(Option.PROMPT_CACHE_MODE, mode);
      return this;
    }

    /** How long the cache lives, such as {@code "30m"}. */
    public Builder ttl(String ttl) {
      set.text(Option.PROMPT_CACHE_TTL, ttl);
      return this;
    }

    /** The options. */
    public PromptCacheOptions build() {
      return new PromptCacheOptions(set.build());
    }
  }
}
