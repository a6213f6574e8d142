package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Up to where providers cache a prompt: the options under {@code cacheControl}, as {@link
 * io.typedprompt.annotations.CacheControl} describes them. Each is how long the cache lives, see
 * {@link io.typedprompt.annotations.CacheTtl}. Only members that are set are sent. Immutable.
 */
public final class CacheControlOptions {
  private final OptionSet set;

  private CacheControlOptions(OptionSet set) {
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
    return other instanceof CacheControlOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "CacheControlOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** Caches up to the end of the system message. */
    public Builder system(String system) {
      set.text(Option.CACHE_SYSTEM, system);
      return this;
    }

    /** Caches up to the end of the last example. */
    public Builder examples(String examples) {
      set.text(Option.CACHE_EXAMPLES, examples);
      return this;
    }

    /** Caches up to the end of the prompt's user message. */
    public Builder user(String user) {
      set.text(Option.CACHE_USER, user);
      return this;
    }

    /** Caches up to the last block that can be cached, wherever that is. */
    public Builder automatic(String automatic) {
      set.text(Option.CACHE_AUTOMATIC, automatic);
      return this;
    }

    /** The options. */
    public CacheControlOptions build() {
      return new CacheControlOptions(set.build());
    }
  }
}
