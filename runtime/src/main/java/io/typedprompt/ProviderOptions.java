package io.typedprompt;

import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import io.typedprompt.internal.options.TextChecks;
import org.jspecify.annotations.Nullable;

/**
 * Which providers may serve a prompt, and in which order: the options under {@code provider}, as
 * {@link io.typedprompt.annotations.ProviderPreferences} describes them. Providers are named by
 * slug, such as {@code "together"}. Only members that are set are sent. Immutable.
 */
public final class ProviderOptions {
  private final OptionSet set;

  private ProviderOptions(OptionSet set) {
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
    return other instanceof ProviderOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "ProviderOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** Providers to try first, in this order. */
    public Builder order(String... order) {
      set.value(Option.PROVIDER_ORDER, TextChecks.notBlank("provider.order", order));
      return this;
    }

    /** The only providers that may be used. */
    public Builder only(String... only) {
      set.value(Option.PROVIDER_ONLY, TextChecks.notBlank("provider.only", only));
      return this;
    }

    /** Providers that may not be used. */
    public Builder ignore(String... ignore) {
      set.value(Option.PROVIDER_IGNORE, TextChecks.notBlank("provider.ignore", ignore));
      return this;
    }

    /** Whether other providers may be tried when those of the order fail. */
    public Builder allowFallbacks(boolean allowFallbacks) {
      set.value(Option.PROVIDER_ALLOW_FALLBACKS, allowFallbacks);
      return this;
    }

    /** Whether only endpoints that know every option of the request are used. */
    public Builder requireParameters(boolean requireParameters) {
      set.value(Option.PROVIDER_REQUIRE_PARAMETERS, requireParameters);
      return this;
    }

    /** See {@link io.typedprompt.annotations.DataCollection}. */
    public Builder dataCollection(String dataCollection) {
      set.text(Option.PROVIDER_DATA_COLLECTION, dataCollection);
      return this;
    }

    /** Whether only endpoints with zero data retention are used. */
    public Builder zdr(boolean zdr) {
      set.value(Option.PROVIDER_ZDR, zdr);
      return this;
    }

    /** Whether only models whose text may train others are used. */
    public Builder enforceDistillableText(boolean enforceDistillableText) {
      set.value(Option.PROVIDER_ENFORCE_DISTILLABLE_TEXT, enforceDistillableText);
      return this;
    }

    /** See {@link io.typedprompt.annotations.Quantization}. */
    public Builder quantizations(String... quantizations) {
      set.value(
          Option.PROVIDER_QUANTIZATIONS,
          TextChecks.notBlank("provider.quantizations", quantizations));
      return this;
    }

    /** See {@link io.typedprompt.annotations.ProviderSort}. */
    public Builder sort(String sort) {
      set.text(Option.PROVIDER_SORT, sort);
      return this;
    }

    /** See {@link io.typedprompt.annotations.ProviderPartition}. Excludes {@code route}. */
    public Builder partition(String partition) {
      set.text(Option.PROVIDER_PARTITION, partition);
      return this;
    }

    /** Tokens per second (median), 0 or more, below which an endpoint is tried last. */
    public Builder preferredMinThroughput(double preferredMinThroughput) {
      set.number(Option.PROVIDER_PREFERRED_MIN_THROUGHPUT, preferredMinThroughput);
      return this;
    }

    /** Seconds to the first token (median), 0 or more, above which an endpoint is tried last. */
    public Builder preferredMaxLatency(double preferredMaxLatency) {
      set.number(Option.PROVIDER_PREFERRED_MAX_LATENCY, preferredMaxLatency);
      return this;
    }

    /** The same as {@code preferredMinThroughput} for the percentiles that are set there. */
    public Builder minThroughputPercentiles(PercentileOptions percentiles) {
      percentile(Option.MIN_THROUGHPUT_P75, percentiles.p75());
      percentile(Option.MIN_THROUGHPUT_P90, percentiles.p90());
      percentile(Option.MIN_THROUGHPUT_P99, percentiles.p99());
      return this;
    }

    /** The same as {@code preferredMaxLatency} for the percentiles that are set there. */
    public Builder maxLatencyPercentiles(PercentileOptions percentiles) {
      percentile(Option.MAX_LATENCY_P75, percentiles.p75());
      percentile(Option.MAX_LATENCY_P90, percentiles.p90());
      percentile(Option.MAX_LATENCY_P99, percentiles.p99());
      return this;
    }

    private void percentile(Option option, @Nullable Double value) {
      if (value != null) {
        set.number(option, value);
      }
    }

    /** Prices above which an endpoint is not used: those members that are set there. */
    public Builder maxPrice(MaxPriceOptions maxPrice) {
      set.all(maxPrice.set());
      return this;
    }

    /** The options. */
    public ProviderOptions build() {
      return new ProviderOptions(set.build());
    }
  }
}
