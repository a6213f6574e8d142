package io.typedprompt;

import io.typedprompt.internal.call.TextCursor;
import io.typedprompt.internal.call.TextSource;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes: pieces of text first, then the {@linkplain #result() result}.
 *
 * <pre>{@code
 * try (PromptStream<String> stream = prompts.story("the sea")) {
 *   for (String text : stream) {
 *     System.out.print(text);
 *   }
 *   System.out.println(stream.result().cost());
 * }
 * }</pre>
 *
 * <p>The request was sent before the method returned. Nothing is read ahead: a piece is read when
 * it is asked for, and only the silence of the server is limited then. A stream must be closed,
 * unless it came to its end or failed. It is read once, by one thread at a time; {@link #close} may
 * come from any thread.
 *
 * <p>The pieces make up {@link PromptResult#rawText()}; where the method's type is not a string,
 * that is JSON. With tools, what the model says when it calls them comes first, and is no part of
 * the raw text and the value. Tools run when the piece after them is asked for. An answer that is
 * refused, filtered or empty, and every failure on the way, is an {@link OpenRouterException} from
 * the piece that does not come. A whole text that is no value of the type is one from {@link
 * #result()} only.
 *
 * @param <T> the type of the value that the whole text is read as
 */
public final class PromptStream<T> implements AutoCloseable, Iterable<String> {
  private final TextSource<T> source;
  private final ReentrantLock reading = new ReentrantLock();
  private boolean claimed;
  private @Nullable RuntimeException failure;
  private volatile boolean over;

  PromptStream(TextSource<T> source) {
    this.source = source;
  }

  /**
   * A stream for tests that fake a prompt's interface. If {@code texts} throws on the way, the
   * stream fails with that.
   *
   * @param texts the pieces; read once, when they are asked for
   * @param result what {@link #result()} returns
   */
  public static <T> PromptStream<T> of(Iterable<String> texts, PromptResult<T> result) {
    return new PromptStream<>(new GivenTexts<>(texts, result));
  }

  /**
   * The pieces of text, none of them empty.
   *
   * @throws IllegalStateException if the text was asked for before, or has been read by {@link
   *     #result()}
   */
  @Override
  public Iterator<String> iterator() {
    claim();
    return new Cursor();
  }

  /**
   * The pieces of text, none of them empty. Closing the returned stream closes this one.
   *
   * @throws IllegalStateException if the text was asked for before, or has been read by {@link
   *     #result()}
   */
  public Stream<String> text() {
    claim();
    return StreamSupport.stream(new Pieces(), false).onClose(this::close);
  }

  /**
   * The result, after whatever is left of the text has been read and passed over. May be called
   * again.
   *
   * @throws OpenRouterException why there is none; the same exception every time, and after an
   *     early {@link #close} a {@link CallCancelledException} with the text so far
   */
  public PromptResult<T> result() {
    reading.lock();
    try {
      claimed = true;
      while (pull() != null) {
        // Only the end is of interest.
      }
      return source.result();
    } finally {
      reading.unlock();
    }
  }

  /**
   * Ends the stream. If it has not come to its end, the call is cancelled and its connection
   * closed: some providers then stop, and bill only what was written. May come from another thread,
   * whose reader then gets a {@link CallCancelledException}; may be called again.
   */
  @Override
  public void close() {
    if (over) {
      return;
    }
    source.cancel();
    reading.lock();
    try {
      pull();
    } catch (OpenRouterException e) {
      // The reader is told, if there is one.
    } finally {
      reading.unlock();
    }
  }

  private void claim() {
    reading.lock();
    try {
      if (claimed) {
        throw new IllegalStateException(
            "The text of this PromptStream was asked for or read before; it is read only once."
                + " result().rawText() has the whole of it.");
      }
      claimed = true;
    } finally {
      reading.unlock();
    }
  }

  /** The next piece; null at the end. */
  private @Nullable String pull() {
    reading.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      String text = over ? null : source.next();
      over = text == null;
      return text;
    } catch (RuntimeException e) {
      failure = e;
      over = true;
      throw e;
    } finally {
      reading.unlock();
    }
  }

  private final class Cursor implements TextCursor {
    private @Nullable String next;

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = pull();
      }
      return next != null;
    }

    @Override
    public String next() {
      String text = hasNext() ? next : null;
      if (text == null) {
        throw new NoSuchElementException("The stream has come to its end.");
      }
      next = null;
      return text;
    }

    @Override
    public int round() {
      return source.round();
    }
  }

  private final class Pieces implements Spliterator<String> {
    @Override
    public boolean tryAdvance(Consumer<? super String> action) {
      String text = pull();
      if (text != null) {
        action.accept(text);
      }
      return text != null;
    }

    /** Text comes one piece after the other. */
    @Override
    public @Nullable Spliterator<String> trySplit() {
      return null;
    }

    @Override
    public long estimateSize() {
      return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
      return ORDERED | NONNULL | IMMUTABLE;
    }
  }
}
