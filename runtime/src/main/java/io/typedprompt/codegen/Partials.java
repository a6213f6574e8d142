package io.typedprompt.codegen;

import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ParsedAnswer;
import io.typedprompt.internal.answer.PartialJson;
import io.typedprompt.internal.call.TextCursor;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What has come of an answer, each time that it has grown. What does not fit is not shown, nor
 * anything after it: whoever reads the whole answer is told.
 */
final class Partials<P> implements Spliterator<P> {
  /**
   * A long answer is read again when it has grown by this part of it, so that time stays linear.
   */
  private static final int PART = 64;

  private final PartialFormat<P> format;
  private final Iterator<String> texts;
  private PartialJson json = new PartialJson();
  private int round;
  private long length;
  private long due;
  private boolean over;
  private String lastJson = "";
  private @Nullable P last;

  Partials(PartialFormat<P> format, Iterator<String> texts) {
    this.format = format;
    this.texts = texts;
  }

  @Override
  public boolean tryAdvance(Consumer<? super P> action) {
    while (!over) {
      over = !texts.hasNext();
      P grown = over ? read() : grown(texts.next());
      if (grown != null) {
        action.accept(grown);
        return true;
      }
    }
    return false;
  }

  private @Nullable P grown(String text) {
    if (TextCursor.round(texts) != round) {
      startAnew();
    }
    json.feed(text);
    length += text.length();
    if (length < due) {
      return null;
    }
    due = length + length / PART;
    return read();
  }

  /** What came so far was said before tools were called, and the answer comes now. */
  private void startAnew() {
    round = TextCursor.round(texts);
    json = new PartialJson();
    length = 0;
    due = 0;
    lastJson = "";
    last = null;
  }

  /** What there is now; null if that is not more than before. */
  private @Nullable P read() {
    String certain = json.certain(format.texts());
    if (certain == null || certain.equals(lastJson)) {
      return null;
    }
    lastJson = certain;
    ParsedAnswer<P> parsed = AnswerParser.parse(format, certain, false, false);
    P value = parsed instanceof ParsedAnswer.Fits<P> fits ? fits.value() : null;
    if (value == null || value.equals(last)) {
      return null;
    }
    last = value;
    return value;
  }

  /** One comes after the other. */
  @Override
  public @Nullable Spliterator<P> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
