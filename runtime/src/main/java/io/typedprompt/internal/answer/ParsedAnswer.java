package io.typedprompt.internal.answer;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Repair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading an answer came to.
 *
 * @param <T> the Java type of the answer
 */
public sealed interface ParsedAnswer<T> {
  /**
   * The answer fits.
   *
   * @param value its value
   * @param repairs what was not exactly as asked; empty if all was
   */
  record Fits<T>(@Nullable T value, List<Repair> repairs) implements ParsedAnswer<T> {}

  /**
   * The answer does not fit.
   *
   * @param problems why, at least one
   */
  record Misfits<T>(List<AnswerProblem> problems) implements ParsedAnswer<T> {}
}
