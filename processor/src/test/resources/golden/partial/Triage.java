package com.example;

import java.util.List;
import java.util.Optional;

public record Triage(
    String summary,
    Priority priority,
    int score,
    Optional<Customer> customer,
    List<String> labels,
    List<Optional<Double>> prices,
    Triage.Notes notes) {

  public enum Priority {
    LOW,
    HIGH
  }

  public record Customer(String name, boolean known) {}

  public record Notes(List<Customer> others) {}
}
