package io.typedprompt.internal.call;

import io.typedprompt.internal.request.AnswerSchema;
import org.jspecify.annotations.Nullable;

/** An answer that came as a whole although a stream was asked for. */
final class WholeAnswer implements AnswerStream {
  private final Answer answer;
  private final String text;
  private final String before;
  private final StreamFailures failures;
  private volatile boolean cancelled;

  /**
   * @param before what was handed on of the answers before
   */
  WholeAnswer(
      Answer answer, @Nullable AnswerSchema schema, String before, StreamFailures failures) {
    this.answer = answer;
    this.before = before;
    this.text = answer.text(schema);
    this.failures = failures;
  }

  @Override
  public boolean advance() {
    if (cancelled) {
      throw failures.closed(answer.completion(), answer.reply(), before);
    }
    return false;
  }

  @Override
  public CharSequence text() {
    return text;
  }

  @Override
  public Answer answer() {
    return answer;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
