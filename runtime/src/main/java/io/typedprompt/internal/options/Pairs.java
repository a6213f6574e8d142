package io.typedprompt.internal.options;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options that are collected pair by pair, in the order of their keys. */
public final class Pairs {
  private static final Limits TOKENS = Limits.atLeast(0);
  private static final int MAX_METADATA = 16;
  private static final int MAX_METADATA_KEY = 64;
  private static final int MAX_METADATA_VALUE = 512;

  private Pairs() {}

  /** The biases before, if there are any, and one more. */
  public static Map<?, ?> logitBias(@Nullable Object before, int token, double bias) {
    TOKENS.check("logitBias.token", token);
    Option.LOGIT_BIAS.limits().check("logitBias.bias", bias);
    return with(before, token, bias);
  }

  /** The metadata before, if there are any, and one pair more. */
  public static Map<?, ?> metadata(@Nullable Object before, String key, String value) {
    TextChecks.notBlank("metadata.key", key);
    TextChecks.atMost(MAX_METADATA_KEY, "metadata.key", key);
    if (key.indexOf('[') >= 0 || key.indexOf(']') >= 0) {
      throw new IllegalArgumentException(
          "metadata.key is \"" + key + "\", but square brackets are not allowed");
    }
    if (value == null) {
      throw new NullPointerException("metadata.value is null");
    }
    TextChecks.atMost(MAX_METADATA_VALUE, "metadata.value", value);
    Map<?, ?> pairs = with(before, key, value);
    TextChecks.count(MAX_METADATA, "metadata", pairs.size());
    return pairs;
  }

  /** The metadata of a trace before, if there are any, and one member more. */
  public static Map<?, ?> traceMetadata(@Nullable Object before, String key, Object value) {
    TextChecks.notBlank("trace.metadata.key", key);
    switch (key) {
      case "trace_id", "trace_name", "span_name", "generation_name", "parent_span_id" ->
          throw new IllegalArgumentException(
              "trace.metadata.key is \"" + key + "\", which has a method of its own");
      default -> {
        return with(before, key, value);
      }
    }
  }

  private static Map<Object, Object> with(@Nullable Object before, Object key, Object value) {
    Map<Object, Object> pairs = new TreeMap<>();
    if (before instanceof Map<?, ?> map) {
      pairs.putAll(map);
    }
    pairs.put(key, value);
    return Collections.unmodifiableMap(pairs);
  }
}
