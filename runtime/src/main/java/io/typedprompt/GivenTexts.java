package io.typedprompt;

import io.typedprompt.internal.call.TextSource;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The texts and the result of a stream that a test makes up. */
final class GivenTexts<T> implements TextSource<T> {
  private final Iterable<String> texts;
  private final PromptResult<T> result;
  private final StringBuilder given = new StringBuilder();
  private @Nullable Iterator<String> iterator;
  private volatile boolean cancelled;

  GivenTexts(Iterable<String> texts, PromptResult<T> result) {
    this.texts = Objects.requireNonNull(texts, "texts");
    this.result = Objects.requireNonNull(result, "result");
  }

  @Override
  public @Nullable String next() {
    if (cancelled) {
      throw new CallCancelledException(
          FailureDetails.builder("cancelled because the stream was closed.")
              .text(given.toString())
              .build());
    }
    if (iterator == null) {
      iterator = texts.iterator();
    }
    while (iterator.hasNext()) {
      String text = iterator.next();
      if (!text.isEmpty()) {
        given.append(text);
        return text;
      }
    }
    return null;
  }

  @Override
  public PromptResult<T> result() {
    return result;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
