package io.typedprompt.codegen;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.internal.call.BareValue;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler knows of a prompt method: a constant of the generated class.
 *
 * @param <T> the type of the answer
 */
public final class PromptMethod<T> {
  private final String name;
  private final PromptOptions options;
  private final @Nullable AnswerFormat<T> format;

  private PromptMethod(String name, PromptOptions options, @Nullable AnswerFormat<T> format) {
    this.name = Objects.requireNonNull(name, "name");
    this.options = Objects.requireNonNull(options, "options");
    this.format = format;
  }

  /**
   * A method that returns the text of the answer.
   *
   * @param name such as {@code com.acme.SupportPrompts.haiku}
   * @param options those of the method over those of the interface
   */
  public static PromptMethod<String> text(String name, PromptOptions options) {
    return new PromptMethod<>(name, options, null);
  }

  /**
   * A method that returns a typed value.
   *
   * @param name such as {@code com.acme.SupportPrompts.triage}
   * @param options those of the method over those of the interface
   */
  public static <T> PromptMethod<T> typed(
      String name, PromptOptions options, AnswerFormat<T> format) {
    return new PromptMethod<>(name, options, Objects.requireNonNull(format, "format"));
  }

  /** The method with its interface. */
  public String name() {
    return name;
  }

  /** The options of the method over those of the interface. */
  public PromptOptions options() {
    return options;
  }

  /** The form of the answer; null for text. */
  public @Nullable AnswerFormat<T> format() {
    return format;
  }

  /** Makes the call and returns the value alone, which therefore must be whole. */
  public T value(OpenRouterClient client, PromptInput input) {
    return BareValue.of(name, client.call(this, input));
  }

  /** Makes the call. */
  public PromptResult<T> result(OpenRouterClient client, PromptInput input) {
    return client.call(this, input);
  }

  /** Makes the call as a stream; the answer has begun when this returns. */
  public PromptStream<T> stream(OpenRouterClient client, PromptInput input) {
    return client.stream(this, input);
  }

  /** Makes the call as a stream of which only the text is of interest; to be closed. */
  public Stream<String> texts(OpenRouterClient client, PromptInput input) {
    return client.stream(this, input).text();
  }

  /** Makes the call of a method that returns a list as a stream of its elements; to be closed. */
  public static <E> Stream<E> elements(
      PromptMethod<List<E>> method, OpenRouterClient client, PromptInput input) {
    return client.elements(method, input);
  }

  /** Makes the call on other threads, for the value alone, which therefore must be whole. */
  public CompletableFuture<T> future(OpenRouterClient client, PromptInput input) {
    return client.futureValue(this, input);
  }

  /** Makes the call on other threads. */
  public CompletableFuture<PromptResult<T>> futureResult(
      OpenRouterClient client, PromptInput input) {
    return client.future(this, input);
  }

  @Override
  public String toString() {
    return name;
  }
}
