package io.typedprompt.internal.call;

import io.typedprompt.PromptResult;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream's text comes from. Used by one thread at a time, but for {@link #cancel}.
 *
 * @param <T> the type of the value that the whole text is read as
 */
public interface TextSource<T> {
  /**
   * Waits for the next piece of text.
   *
   * @return a piece that is not empty, or null at the end; not called again after it
   * @throws io.typedprompt.OpenRouterException if the stream failed or was cancelled; not called
   *     again after it
   */
  @Nullable String next();

  /**
   * How many answers came before the one that the last piece is of: those that called tools, and
   * are no part of the value.
   */
  default int round() {
    return 0;
  }

  /**
   * What the whole text came to, after {@link #next} has returned null.
   *
   * @throws io.typedprompt.OpenRouterException if it is no value; the same one every time
   */
  PromptResult<T> result();

  /**
   * From any thread: a call of {@link #next} that waits fails soon, and so does every later one.
   */
  void cancel();
}
