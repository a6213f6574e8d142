package io.typedprompt.processor.model;

import io.typedprompt.processor.model.Shape.Member;
import java.util.List;

/**
 * A template whose names are bound to Java values: what generated code does, step by step.
 *
 * @param steps the steps in order
 * @param functions recursive partials, as functions of the value that they stand on
 */
public record Rendering(List<Step> steps, List<Function> functions) {

  /** One step. */
  public sealed interface Step {}

  /** Appends text. */
  public record Literal(String text) implements Step {}

  /** Appends a value; nothing where it is absent. */
  public record Print(Value value) implements Step {}

  /**
   * Does the body for a true or present value, and for each element of a sequence.
   *
   * @param context what the body sees as its innermost scope; unused by booleans
   */
  public record Section(Value value, Variable context, List<Step> body) implements Step {}

  /** Does the body for a false, empty or absent value. */
  public record Inverted(Value value, List<Step> body) implements Step {}

  /** Does one of two things, as a map has a key or not. */
  public record IfKey(Variable map, String key, List<Step> then, List<Step> otherwise)
      implements Step {}

  /** Calls a recursive partial with the values of the sections around. */
  public record Call(Function function, List<Variable> arguments) implements Step {}

  /** A Java variable: a parameter, or what a section stands on. */
  public static final class Variable {
    private final String name;
    private final Shape shape;

    /**
     * @param name its name, or a hint of one
     */
    public Variable(String name, Shape shape) {
      this.name = name;
      this.shape = shape;
    }

    public String name() {
      return name;
    }

    public Shape shape() {
      return shape;
    }
  }

  /** A recursive partial, for sections over certain types around it. */
  public static final class Function {
    private final String name;
    private final List<Variable> arguments;
    private List<Step> body = List.of();

    /**
     * @param name a hint of its name
     * @param arguments what the sections around it stand on, the innermost last
     */
    public Function(String name, List<Variable> arguments) {
      this.name = name;
      this.arguments = List.copyOf(arguments);
    }

    public String name() {
      return name;
    }

    public List<Variable> arguments() {
      return arguments;
    }

    public List<Step> body() {
      return body;
    }

    /** The body calls the function itself, so it comes after it. */
    public void define(List<Step> steps) {
      body = List.copyOf(steps);
    }
  }

  /**
   * A variable, or something inside it.
   *
   * @param root the variable
   * @param path from the variable to the value; empty for the variable itself
   */
  public record Value(Variable root, List<Access> path) {
    /** The value's shape. */
    public Shape shape() {
      return path.isEmpty() ? root.shape() : path.get(path.size() - 1).shape();
    }
  }

  /** A step into a value. */
  public sealed interface Access {
    /** The shape of what is reached. */
    Shape shape();

    /** The name in templates. */
    String name();
  }

  /** The value of a component or property. */
  public record MemberAccess(Member member) implements Access {
    @Override
    public Shape shape() {
      return member.shape();
    }

    @Override
    public String name() {
      return member.name();
    }
  }

  /** The value under a key of a map. */
  public record KeyAccess(String name, Shape shape) implements Access {}
}
