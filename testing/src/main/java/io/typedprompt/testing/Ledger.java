package io.typedprompt.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was generated and charged. */
final class Ledger {
  private final Map<String, Generation> generations = new LinkedHashMap<>();

  synchronized void add(Generation generation) {
    generations.put(generation.id(), generation);
  }

  synchronized Optional<Generation> find(String id) {
    return Optional.ofNullable(generations.get(id));
  }

  /** The sum of all costs in USD. */
  synchronized BigDecimal total() {
    return generations.values().stream()
        .map(generation -> generation.usage().cost())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  synchronized void clear() {
    generations.clear();
  }
}
