package io.typedprompt.testing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was generated and charged. */
final class Ledger {
  private final Map<String, Generation> generations = new LinkedHashMap<>();
  private final Set<String> delivered = new HashSet<>();

  synchronized void add(Generation generation) {
    generations.put(generation.id(), generation);
  }

  /** Whether the whole answer with this id was sent. */
  synchronized void delivered(String id, boolean whole) {
    if (whole) {
      delivered.add(id);
    } else {
      delivered.remove(id);
    }
  }

  synchronized List<Charge> charges() {
    return generations.values().stream().map(this::charge).toList();
  }

  private Charge charge(Generation generation) {
    return new Charge(
        generation.request(),
        generation.id(),
        generation.usage().cost(),
        delivered.contains(generation.id()));
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
    delivered.clear();
  }
}
