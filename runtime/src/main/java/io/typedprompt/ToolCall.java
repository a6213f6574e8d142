package io.typedprompt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call of a tool that a model asks for. Immutable. */
public final class ToolCall {
  private final String id;
  private final String name;
  private final String arguments;

  private ToolCall(String id, String name, String arguments) {
    this.id = id;
    this.name = name;
    this.arguments = arguments;
  }

  /**
   * A call, for those who make messages or results themselves.
   *
   * @param id see {@link #id()}
   * @param name see {@link #name()}
   * @param arguments see {@link #arguments()}
   */
  public static ToolCall of(String id, String name, String arguments) {
    return new ToolCall(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(name, "name"),
        Objects.requireNonNull(arguments, "arguments"));
  }

  /** What the tool's result refers to; empty if the provider gave none. */
  public String id() {
    return id;
  }

  /** The tool's name. */
  public String name() {
    return name;
  }

  /**
   * The arguments as the model wrote them: a JSON object, or what should be one; {@code "{}"} if
   * there are none.
   */
  public String arguments() {
    return arguments;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ToolCall that
        && id.equals(that.id)
        && name.equals(that.name)
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, arguments);
  }

  /** The tool and the id, without the arguments. */
  @Override
  public String toString() {
    return id.isEmpty() ? name : name + " " + id;
  }
}
