package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The highest prices at which an endpoint may serve a prompt: the options under {@code
 * provider.maxPrice}, in US dollars, 0 or more. They are hard limits: if no endpoint is under them,
 * the call fails. Only members that are set are sent. Immutable.
 */
public final class MaxPriceOptions {
  private final OptionSet set;

  private MaxPriceOptions(OptionSet set) {
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
    return other instanceof MaxPriceOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "MaxPriceOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** US dollars for a million prompt tokens. */
    public Builder prompt(double prompt) {
      set.number(Option.MAX_PRICE_PROMPT, prompt);
      return this;
    }

    /** US dollars for a million completion tokens. */
    public Builder completion(double completion) {
      set.number(Option.MAX_PRICE_COMPLETION, completion);
      return this;
    }

    /** US dollars for one request. */
    public Builder request(double request) {
      set.number(Option.MAX_PRICE_REQUEST, request);
      return this;
    }

    /** US dollars for one image. */
    public Builder image(double image) {
      set.number(Option.MAX_PRICE_IMAGE, image);
      return this;
    }

    /** US dollars for a million audio tokens. */
    public Builder audio(double audio) {
      set.number(Option.MAX_PRICE_AUDIO, audio);
      return this;
    }

    /** The options. */
    public MaxPriceOptions build() {
      return new MaxPriceOptions(set.build());
    }
  }
}
