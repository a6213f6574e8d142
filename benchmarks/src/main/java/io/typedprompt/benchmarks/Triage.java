package io.typedprompt.benchmarks;

import io.typedprompt.annotations.Description;
import java.util.List;

/** What the answers are read into. */
record Triage(
    @Description("one sentence that a support lead can act on") String summary,
    Priority priority,
    List<String> labels,
    double confidence,
    List<Action> actions) {

  /** How soon. */
  enum Priority {
    LOW,
    NORMAL,
    URGENT
  }

  /** What to do. */
  record Action(String owner, String text, int minutes, boolean customerVisible) {}
}
