package io.typedprompt.benchmarks;

import java.math.BigDecimal;

/** What code written by hand takes from an answer. */
record Reply<T>(
    T value,
    String id,
    String model,
    String provider,
    String finishReason,
    long promptTokens,
    long completionTokens,
    BigDecimal cost) {}
