package io.typedprompt.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The types that an object can be one of, each with the value of the discriminator that tells it.
 * Generated code knows a type by its index here.
 */
public final class VariantNames {
  private final String typeName;
  private final String discriminator;
  private final List<Variant> variants = new ArrayList<>();

  private VariantNames(String typeName, String discriminator) {
    this.typeName = typeName;
    this.discriminator = discriminator;
  }

  /**
   * Names of the types that people know together as {@code typeName}.
   *
   * @param discriminator the property whose value tells the type
   */
  public static VariantNames of(String typeName, String discriminator) {
    return new VariantNames(typeName, discriminator);
  }

  /**
   * Adds a type.
   *
   * @param name the value of the discriminator
   * @param properties the names of its properties
   * @param aliases other spellings of the discriminator's value that are read, and reported
   */
  public VariantNames variant(String name, ObjectNames properties, String... aliases) {
    variants.add(new Variant(name, properties, List.of(aliases)));
    return this;
  }

  /** The common type's simple name, for messages. */
  public String typeName() {
    return typeName;
  }

  /** The property whose value tells the type. */
  public String discriminator() {
    return discriminator;
  }

  /** The types in order. */
  public List<Variant> variants() {
    return variants;
  }

  /**
   * One type.
   *
   * @param name the value of the discriminator
   * @param properties the names of its properties
   * @param aliases other spellings of the discriminator's value that are read, and reported
   */
  public record Variant(String name, ObjectNames properties, List<String> aliases) {}
}
