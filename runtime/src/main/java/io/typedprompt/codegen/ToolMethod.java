package io.typedprompt.codegen;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A method that the model may call: what the model is told of it, and the call itself. The
 * processor makes a subclass of each {@code @Tool} method.
 *
 * @param <A> the arguments: a type made of the method's parameters
 */
public abstract class ToolMethod<A> {
  private final String name;
  private final String description;
  private final AnswerFormat<A> parameters;
  private final boolean strict;

  /**
   * A tool whose arguments the provider shall hold to their schema.
   *
   * @param name the name that the model sees, 1 to 64 of {@code A-Z a-z 0-9 _ -}
   * @param description what the tool does, in words for the model; empty if nothing says it
   * @param parameters the schema of the arguments and their reader
   */
  protected ToolMethod(String name, String description, AnswerFormat<A> parameters) {
    this(name, description, parameters, true);
  }

  /**
   * A tool.
   *
   * @param name the name that the model sees, 1 to 64 of {@code A-Z a-z 0-9 _ -}
   * @param description what the tool does, in words for the model; empty if nothing says it
   * @param parameters the schema of the arguments and their reader
   * @param strict whether the provider shall hold the arguments to their schema
   */
  protected ToolMethod(
      String name, String description, AnswerFormat<A> parameters, boolean strict) {
    this.name = Objects.requireNonNull(name, "name");
    this.description = Objects.requireNonNull(description, "description");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.strict = strict;
  }

  /** The name that the model sees. */
  public final String name() {
    return name;
  }

  /** What the tool does, in words for the model; empty if nothing says it. */
  public final String description() {
    return description;
  }

  /** The schema of the arguments and their reader. */
  public final AnswerFormat<A> parameters() {
    return parameters;
  }

  /** Whether the provider shall hold the arguments to their schema. */
  public final boolean strict() {
    return strict;
  }

  /**
   * Calls the method.
   *
   * @return its result as the model shall see it: a text as it is, anything else as JSON, and
   *     {@code done} if it returns nothing
   * @throws Exception what the method throws
   */
  public abstract String call(A arguments) throws Exception;

  /** What the model sees of a text. */
  protected static String text(@Nullable String result) {
    return result == null ? "null" : result;
  }

  /**
   * Waits for the result of a method that works on another thread; an interrupt cancels it.
   *
   * @throws Exception what the method failed with
   */
  protected static <T> T await(Future<T> result) throws Exception {
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public final String toString() {
    return name;
  }
}
