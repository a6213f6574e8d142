package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.TruncatedOutputException;
import org.jspecify.annotations.Nullable;

/**
 * A call whose text is handed on as it comes. At the end it is checked and read, once. A text that
 * came whole but is no value of the type is no failure of the stream, only of its result.
 */
final class StreamedCall<T> implements TextSource<T> {
  private final CallLoop<T> loop;
  private final CallMessages conversation;
  private final AnswerStream stream;
  private int handedOn;
  private @Nullable PromptResult<T> result;
  private @Nullable OpenRouterException misfit;

  StreamedCall(CallLoop<T> loop, CallMessages conversation, AnswerStream stream) {
    this.loop = loop;
    this.conversation = conversation;
    this.stream = stream;
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
        if (!more) {
          settle();
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
    stream.cancel();
  }
}
