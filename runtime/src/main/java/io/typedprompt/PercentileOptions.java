package io.typedprompt;

import io.typedprompt.internal.options.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cut-offs by percentile, as {@link io.typedprompt.annotations.Percentiles} describes them: 90
 * percent of an endpoint's recent requests were at least as good as its 90th percentile. Only
 * members that are set are sent. Immutable.
 */
public final class PercentileOptions {
  private final @Nullable Double p75;
  private final @Nullable Double p90;
  private final @Nullable Double p99;

  private PercentileOptions(Builder builder) {
    p75 = builder.p75;
    p90 = builder.p90;
    p99 = builder.p99;
  }

  /** A builder without cut-offs. */
  public static Builder builder() {
    return new Builder();
  }

  @Nullable Double p75() {
    return p75;
  }

  @Nullable Double p90() {
    return p90;
  }

  @Nullable Double p99() {
    return p99;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PercentileOptions that
        && Objects.equals(p75, that.p75)
        && Objects.equals(p90, that.p90)
        && Objects.equals(p99, that.p99);
  }

  @Override
  public int hashCode() {
    return Objects.hash(p75, p90, p99);
  }

  @Override
  public String toString() {
    return "PercentileOptions{p75=" + p75 + ", p90=" + p90 + ", p99=" + p99 + '}';
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private @Nullable Double p75;
    private @Nullable Double p90;
    private @Nullable Double p99;

    private Builder() {}

    /** The cut-off for the 75th percentile, 0 or more. */
    public Builder p75(double p75) {
      this.p75 = Limits.atLeast(0).check("p75", p75);
      return this;
    }

    /** The cut-off for the 90th percentile, 0 or more. */
    public Builder p90(double p90) {
      this.p90 = Limits.atLeast(0).check("p90", p90);
      return this;
    }

    /** The cut-off for the 99th percentile, 0 or more. */
    public Builder p99(double p99) {
      this.p99 = Limits.atLeast(0).check("p99", p99);
      return this;
    }

    /** The options. */
    public PercentileOptions build() {
      return new PercentileOptions(this);
    }
  }
}
