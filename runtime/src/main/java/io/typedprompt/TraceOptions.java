package io.typedprompt;

import io.typedprompt.internal.json.JsonValues;
import io.typedprompt.internal.options.Option;
import io.typedprompt.internal.options.OptionSet;
import io.typedprompt.internal.options.OptionSetBuilder;
import io.typedprompt.internal.options.Pairs;
import org.jspecify.annotations.Nullable;

/**
 * What observability tools that OpenRouter reports to are told of a request: the options under
 * {@code trace}, as {@link io.typedprompt.annotations.Trace} describes them. Only members that are
 * set are sent. Immutable.
 */
public final class TraceOptions {
  private final OptionSet set;

  private TraceOptions(OptionSet set) {
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
    return other instanceof TraceOptions that && set.equals(that.set);
  }

  @Override
  public int hashCode() {
    return set.hashCode();
  }

  @Override
  public String toString() {
    return "TraceOptions" + set;
  }

  /** Collects the members that are set; a value that is not allowed is refused at once. */
  public static final class Builder {
    private final OptionSetBuilder set = new OptionSetBuilder();

    private Builder() {}

    /** Joins requests to one trace. */
    public Builder traceId(String traceId) {
      set.text(Option.TRACE_ID, traceId);
      return this;
    }

    /** The name of the trace. */
    public Builder traceName(String traceName) {
      set.text(Option.TRACE_NAME, traceName);
      return this;
    }

    /** The name of the span in it. */
    public Builder spanName(String spanName) {
      set.text(Option.TRACE_SPAN_NAME, spanName);
      return this;
    }

    /** The name of this request. */
    public Builder generationName(String generationName) {
      set.text(Option.TRACE_GENERATION_NAME, generationName);
      return this;
    }

    /** The span of the application's own trace that this request belongs to. */
    public Builder parentSpanId(String parentSpanId) {
      set.text(Option.TRACE_PARENT_SPAN_ID, parentSpanId);
      return this;
    }

    /**
     * Adds a member of the application's own.
     *
     * @param key a name other than those of the API's own members
     * @param value a String, a Boolean, a number, a List, a Map with String keys or a JsonNode; it
     *     is copied
     */
    public Builder metadata(String key, Object value) {
      Object copy = JsonValues.copy("trace.metadata's member \"" + key + "\"", value);
      if (copy == null) {
        throw new NullPointerException("trace.metadata's member \"" + key + "\" is null");
      }
      set.value(
          Option.TRACE_METADATA, Pairs.traceMetadata(set.get(Option.TRACE_METADATA), key, copy));
      return this;
    }

    /** The options. */
    public TraceOptions build() {
      return new TraceOptions(set.build());
    }
  }
}
