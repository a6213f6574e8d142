package io.typedprompt.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The property names of one object type, in the order of the schema. Generated code knows a
 * property by its index here.
 */
public final class ObjectNames {
  private final String typeName;
  private final List<Property> properties = new ArrayList<>();

  private ObjectNames(String typeName) {
    this.typeName = typeName;
  }

  /** Names of the type that people know as {@code typeName}. */
  public static ObjectNames of(String typeName) {
    return new ObjectNames(typeName);
  }

  /** Adds a property that every answer must have. */
  public ObjectNames required(String name, String... aliases) {
    properties.add(new Property(name, true, List.of(aliases)));
    return this;
  }

  /** Adds a property that may be null or missing. */
  public ObjectNames optional(String name, String... aliases) {
    properties.add(new Property(name, false, List.of(aliases)));
    return this;
  }

  /** The type's simple name, for messages. */
  public String typeName() {
    return typeName;
  }

  /** The properties in order. */
  public List<Property> properties() {
    return properties;
  }

  /**
   * One property.
   *
   * @param name its name in the schema
   * @param required whether it must be there
   * @param aliases other spellings that are read, and reported
   */
  public record Property(String name, boolean required, List<String> aliases) {}
}
