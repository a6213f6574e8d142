package io.typedprompt;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ElementSplitter;
import io.typedprompt.internal.answer.ParsedAnswer;
import io.typedprompt.internal.call.MethodName;
import io.typedprompt.internal.call.TextCursor;
import io.typedprompt.internal.options.CallSettings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list, each as soon as it is complete. Nothing is read ahead. The whole answer
 * is checked at its end, by the reader that reads lists; where an element could not be handed over
 * on the way, that reader's elements follow then.
 */
final class Elements<E> implements Spliterator<E> {
  private final String method;
  private final PromptStream<List<E>> stream;
  private final AnswerFormat<List<E>> format;
  private final CallSettings settings;
  private final Iterator<String> texts;
  private ElementSplitter splitter = new ElementSplitter();
  private final List<E> elements = new ArrayList<>();
  private int handedOver;
  private int round;
  private boolean startedAnew;
  private boolean over;
  private @Nullable OutputFormatException contradiction;

  /**
   * The elements of a stream's list.
   *
   * @param method the method's full name
   */
  Elements(
      String method,
      PromptStream<List<E>> stream,
      AnswerFormat<List<E>> format,
      CallSettings settings) {
    this.method = method;
    this.stream = stream;
    this.format = format;
    this.settings = settings;
    this.texts = stream.iterator();
  }

  @Override
  public boolean tryAdvance(Consumer<? super E> action) {
    while (handedOver == elements.size() && !over) {
      if (texts.hasNext()) {
        String text = texts.next();
        if (TextCursor.round(texts) != round) {
          startAnew();
        }
        read(text);
      } else {
        end(stream.result());
      }
    }
    if (handedOver < elements.size()) {
      action.accept(elements.get(handedOver++));
      return true;
    }
    if (contradiction != null) {
      throw contradiction;
    }
    return false;
  }

  /** What came so far was said before tools were called, and the answer comes now. */
  private void startAnew() {
    round = TextCursor.round(texts);
    startedAnew |= !elements.isEmpty();
    splitter = new ElementSplitter();
    if (startedAnew) {
      splitter.giveUp();
    }
  }

  /** An element that does not fit is left to the reader of the whole, which says so. */
  private void read(String text) {
    List<String> complete = new ArrayList<>();
    splitter.feed(text, complete);
    for (String json : complete) {
      ParsedAnswer<List<E>> parsed =
          AnswerParser.parse(
              format, "{\"value\":[" + json + "]}", settings.strict(), settings.roundIntegers());
      if (parsed instanceof ParsedAnswer.Fits<List<E>> fits
          && fits.value() != null
          && fits.value().size() == 1) {
        elements.add(fits.value().get(0));
      } else {
        splitter.giveUp();
        return;
      }
    }
  }

  private void end(PromptResult<List<E>> result) {
    over = true;
    List<E> whole = result.value();
    int known = elements.size();
    boolean agreed =
        known <= whole.size()
            && ((!startedAnew && ElementSplitter.isPlain(result.rawText()))
                || elements.equals(whole.subList(0, known)));
    if (agreed) {
      elements.addAll(whole.subList(known, whole.size()));
    } else {
      contradiction = contradiction(result, whole.size());
    }
  }

  private OutputFormatException contradiction(PromptResult<List<E>> result, int count) {
    String found = "a list of " + count + " after the first " + elements.size() + " of another one";
    AnswerProblem problem = AnswerProblem.of("", "one list", found);
    String message =
        MethodName.shortened(method)
            + ": the answer does not fit the type: "
            + problem
            + ". A stream asks only once; a method that returns the list itself asks again."
            + " (generation "
            + result.id()
            + ")";
    return new OutputFormatException(
        FailureDetails.builder(message)
            .status(200)
            .provider(result.provider().orElse(null))
            .generationId(result.id())
            .attempts(result.attempts())
            .usage(result.usage())
            .cost(result.cost())
            .text(result.rawText())
            .problems(List.of(problem))
            .build());
  }

  /** Elements come one after the other. */
  @Override
  public @Nullable Spliterator<E> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }
}
