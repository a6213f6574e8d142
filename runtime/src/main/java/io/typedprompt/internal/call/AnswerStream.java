package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;

/** An answer as it comes. Used by one thread at a time, but for {@link #cancel}. */
interface AnswerStream {
  /**
   * Waits until a little more of the answer is there.
   *
   * @return false at its end; {@link #answer} then has the whole
   * @throws OpenRouterException if it failed or was cancelled
   */
  boolean advance();

  /** The text up to now, which only grows. */
  CharSequence text();

  /** The whole answer, after its end. */
  Answer answer();

  /** From any thread: a call of {@link #advance} that waits fails soon, and so does a later one. */
  void cancel();
}
