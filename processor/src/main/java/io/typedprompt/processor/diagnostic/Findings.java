package io.typedprompt.processor.diagnostic;

import io.typedprompt.processor.template.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one interface. */
public final class Findings {
  private final List<Finding> list = new ArrayList<>();

  /** Adds a problem at a place in the Java source. */
  public void add(Problem problem, Where where, Object... details) {
    list.add(new Finding(problem, where, problem.sentence(details), null));
  }

  /** Adds a problem at a place in a template. */
  public void addInTemplate(Problem problem, Where where, Span span, Object... details) {
    list.add(new Finding(problem, where, problem.sentence(details), span));
  }

  /** How many there are; a stage compares it before and after to see whether it found anything. */
  public int count() {
    return list.size();
  }

  /** Everything found. */
  public List<Finding> list() {
    return List.copyOf(list);
  }
}
