package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.TruncatedOutputException;
import org.jspecify.annotations.Nullable;

/**
 * A call whose text is handed on as it comes, also that of answers that call tools. At the end it
 * is checked and read, once. A text that came whole but is no value of the type is no failure of
 * the stream, only of its result.
 */
final class StreamedCall<T> implements TextSource<T> {
  private final CallLoop<T> loop;
  private final CallMessages conversation;
  private final Timing timing;
  private volatile AnswerStream stream;
  private long begun;
  private int handedOn;
  private int round;
  private @Nullable PromptResult<T> result;
  private @Nullable OpenRouterException misfit;

  StreamedCall(CallLoop<T> loop, CallMessages conversation, Timing timing, AnswerStream stream) {
    this.loop = loop;
    this.conversation = conversation;
    this.timing = timing;
    this.stream = stream;
    this.begun = timing.nanoTime();
  }

  @Override
  public @Nullable String next() {
    try {
      while (true) {
        boolean more = stream.advance();
        String text = growth(stream.text(), !more);
        if (!text.isEmpty()) {
          return text;
        }
        if (!more && !wentOn()) {
          return null;
        }
      }
    } catch (RuntimeException | Error e) {
      loop.failed(e);
      throw e;
    }
  }

  /**
   * What has come since the last time. The prefill goes before the first of it, but not before it
   * is known whether the model repeats the prefill.
   */
  private String growth(CharSequence text, boolean ended) {
    int known = handedOn;
    if (text.length() <= known || (known == 0 && !ended && conversation.mayRepeatPrefill(text))) {
      return "";
    }
    handedOn = text.length();
    return known == 0
        ? conversation.whole(text.toString())
        : text.subSequence(known, text.length()).toString();
  }

  /** Goes on to the answer after tools; false if the one that has ended was the last. */
  private boolean wentOn() {
    AnswerStream next = loop.afterTools(stream, timing.nanoTime() - begun);
    if (next == null) {
      settle();
      return false;
    }
    stream = next;
    begun = timing.nanoTime();
    handedOn = 0;
    round++;
    if (loop.isCancelled()) {
      next.cancel();
    }
    return true;
  }

  private void settle() {
    try {
      result = loop.result(stream.answer());
    } catch (TruncatedOutputException | OutputFormatException e) {
      misfit = e;
      loop.failed(e);
      return;
    }
    loop.succeeded();
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public PromptResult<T> result() {
    if (misfit != null) {
      throw misfit;
    }
    if (result == null) {
      throw new IllegalStateException("The stream has not come to its end.");
    }
    return result;
  }

  @Override
  public void cancel() {
    loop.cancel();
    stream.cancel();
  }
}
