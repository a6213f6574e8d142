package com.example.soak;

import io.typedprompt.Cost;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptResult;
import org.jspecify.annotations.Nullable;

/**
 * What a caller got.
 *
 * @param value the value, if there is one
 * @param failure why there is none, if somebody says it
 * @param cost what the caller was told of the cost, if anything
 */
record Outcome(@Nullable Object value, @Nullable Throwable failure, @Nullable Cost cost) {
  static Outcome of(Object value) {
    return value instanceof PromptResult<?> result
        ? new Outcome(result.value(), null, result.cost())
        : new Outcome(value, null, null);
  }

  static Outcome of(Throwable failure) {
    Cost cost = failure instanceof OpenRouterException told ? told.cost() : null;
    return new Outcome(null, failure, cost);
  }

  boolean isLeft() {
    return value == null && failure == null;
  }

  /** The caller did not want to know. */
  static Outcome left() {
    return new Outcome(null, null, null);
  }
}
