package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Constraint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said about a value where it is used.
 *
 * @param description the developer's words, or empty
 * @param rules the rules that the value must keep in words, or empty
 */
record Notes(String description, String rules) {
  static final Notes NONE = new Notes("", "");

  static Notes of(String description) {
    return new Notes(description, "");
  }

  /** Rules are words and not keywords of the schema: not every provider takes those. */
  Notes with(List<Constraint> constraints) {
    return new Notes(
        description, constraints.stream().map(Constraint::words).collect(Collectors.joining(", ")));
  }

  /** All of it; empty if there is nothing. */
  String text() {
    return description + (description.isEmpty() || rules.isEmpty() ? "" : "\n") + rules;
  }
}
