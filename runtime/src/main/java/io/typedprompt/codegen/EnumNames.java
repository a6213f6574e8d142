package io.typedprompt.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of an enum's constants in the schema.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {
  private final String typeName;
  private final List<Constant<E>> constants = new ArrayList<>();

  private EnumNames(String typeName) {
    this.typeName = typeName;
  }

  /** Names of the enum that people know as {@code typeName}. */
  public static <E extends Enum<E>> EnumNames<E> of(String typeName) {
    return new EnumNames<>(typeName);
  }

  /** Adds a constant. */
  public EnumNames<E> constant(E value, String name, String... aliases) {
    constants.add(new Constant<>(value, name, List.of(aliases)));
    return this;
  }

  /** The enum's simple name, for messages. */
  public String typeName() {
    return typeName;
  }

  /** The constants in order. */
  public List<Constant<E>> constants() {
    return constants;
  }

  /**
   * One constant.
   *
   * @param value the constant
   * @param name its name in the schema
   * @param aliases other spellings that are read, and reported
   */
  public record Constant<E>(E value, String name, List<String> aliases) {}
}
