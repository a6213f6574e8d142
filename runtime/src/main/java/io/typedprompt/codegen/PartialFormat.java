package io.typedprompt.codegen;

import io.typedprompt.PromptStream;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The reader of an answer that is still being written: everything may be missing from it.
 *
 * @param <P> the Java type of what has come so far
 */
public abstract class PartialFormat<P> extends AnswerFormat<P> {
  private final Set<String> texts;

  /**
   * @param texts where the strings are that may be shown before they are whole: JSON Pointers with
   *     {@code *} for an index, each once
   */
  protected PartialFormat(String... texts) {
    super("partial", "{}");
    this.texts = Set.of(texts);
  }

  /** Where strings may be shown before they are whole. */
  final Set<String> texts() {
    return texts;
  }

  /**
   * What has come of an answer, each time that it has grown; the last one is the whole of it.
   * Closing the returned stream closes {@code answer}.
   *
   * @throws IllegalStateException if the text of {@code answer} was asked for or read before
   */
  public final Stream<P> stream(PromptStream<?> answer) {
    return StreamSupport.stream(new Partials<>(this, answer.iterator()), false)
        .onClose(answer::close);
  }
}
