package io.typedprompt.processor.model;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Where;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as templates, schemas, readers and writers see it. One model feeds them all, so they
 * cannot disagree.
 */
public sealed interface Shape {
  /** The type as generated code writes it. */
  TypeName type();

  /** A {@code String}. */
  record StringShape(TypeName type) implements Shape {}

  /** {@code boolean} or {@code Boolean}. */
  record BooleanShape(TypeName type) implements Shape {}

  /** A number type, boxed or not. */
  record NumberShape(TypeName type, NumberKind kind) implements Shape {}

  /** Which number type it is. */
  enum NumberKind {
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BIG_INTEGER,
    BIG_DECIMAL;

    /** Whether it has no fraction. */
    public boolean isInteger() {
      return this != FLOAT && this != DOUBLE && this != BIG_DECIMAL;
    }
  }

  /** An enum. */
  record EnumShape(TypeName type, String description, List<Constant> constants, Where where)
      implements Shape {}

  /**
   * An enum constant.
   *
   * @param javaName its name in Java
   * @param name its name in JSON
   * @param description words for the model, or empty
   * @param aliases other spellings
   */
  record Constant(String javaName, String name, String description, List<String> aliases) {}

  /**
   * A record: its components are read from JSON and written to it. In answers, also a class that is
   * made of its properties by its constructor or setters.
   *
   * @param typeArguments which parts of its type arguments may be null, if any may
   * @param assertions methods of a record that say whether the whole is right
   * @param builder the static method that returns its builder, whose methods are the members'
   *     setters; empty if it has none
   */
  record RecordShape(
      TypeName type,
      String typeArguments,
      String description,
      Members members,
      List<Assertion> assertions,
      String builder,
      Where where)
      implements Shape {
    /** Whether it is a class that is made empty, and its members then set. */
    public boolean usesSetters() {
      return builder.isEmpty()
          && members.list().stream().anyMatch(member -> !member.setter().isEmpty());
    }
  }

  /**
   * A method of a record that says whether its components go together.
   *
   * @param method its name
   * @param expected what it must return
   * @param words the rule in words that follow "expected"
   * @param returns the type of what it returns
   * @param flaw why it cannot be asked, and what to do; empty if it can
   */
  record Assertion(
      String method, boolean expected, String words, TypeName returns, String flaw, Where where) {}

  /**
   * A sealed interface: one of several records, told apart by a property.
   *
   * @param typeArguments which parts of its type arguments may be null, if any may
   */
  record UnionShape(TypeName type, String typeArguments, String description, Arms arms, Where where)
      implements Shape {}

  /**
   * What a sealed interface can be.
   *
   * @param name the value of the discriminator
   * @param aliases other values that are read
   * @param shape a record; anything else is a mistake of the declaration
   * @param where its declaration
   */
  record Arm(String name, List<String> aliases, Shape shape, Where where) {
    /** The record that it is. */
    public RecordShape record() {
      return (RecordShape) shape;
    }
  }

  /** What a sealed interface can be, found when first asked for, as with {@link Members}. */
  final class Arms {
    /**
     * What is found.
     *
     * @param discriminator the property that tells them apart
     * @param list in the order of the declaration
     * @param flaw why they cannot be told apart, as the end of a sentence
     */
    public record Found(String discriminator, List<Arm> list, Optional<String> flaw) {}

    private final Supplier<Found> source;
    private @Nullable Found found;

    public Arms(Supplier<Found> source) {
      this.source = source;
    }

    private Found found() {
      Found result = found;
      if (result == null) {
        result = source.get();
        found = result;
      }
      return result;
    }

    /** The property that tells them apart. */
    public String discriminator() {
      return found().discriminator();
    }

    /** In the order of the declaration. */
    public List<Arm> list() {
      return found().list();
    }

    /** Why they cannot be told apart, as the end of a sentence. */
    public Optional<String> flaw() {
      return found().flaw();
    }
  }

  /**
   * A class of the user's: templates read its getters, answers cannot be one.
   *
   * @param hasText whether its {@code toString} is its own, and so what it prints as
   */
  record BeanShape(TypeName type, boolean hasText, Members members) implements Shape {}

  /** A sequence of elements. */
  record SequenceShape(TypeName type, SequenceKind kind, Shape element) implements Shape {}

  /** Which kind of sequence it is. */
  enum SequenceKind {
    LIST,
    SET,
    COLLECTION,
    ITERABLE,
    ARRAY
  }

  /** An {@code Optional}, also one of the primitive ones. */
  record OptionalShape(TypeName type, Shape value) implements Shape {}

  /** A map whose keys are texts, enum constants, integers or UUIDs. */
  record MapShape(TypeName type, Shape key, Shape value) implements Shape {
    /** Whether the keys are texts, so that a template can name them. */
    public boolean hasTextKeys() {
      return key.present() instanceof StringShape;
    }
  }

  /** A {@code JsonNode}: JSON of any form. */
  record JsonShape(TypeName type) implements Shape {}

  /** An {@code Image} or its like: no text, but a part of the user message. */
  record MediaShape(TypeName type) implements Shape {}

  /** A value for which there are rules that its type does not tell; only answers have them. */
  record ConstrainedShape(Shape value, List<Constraint> constraints) implements Shape {
    @Override
    public TypeName type() {
      return value.type();
    }
  }

  /** A value that may be null, because it says so with {@code @Nullable}. */
  record NullableShape(Shape value) implements Shape {
    @Override
    public TypeName type() {
      return value.type();
    }
  }

  /**
   * Another type whose {@code toString} is what a person would write: dates, URIs, characters.
   *
   * @param form the form of the text, if texts of that form can be read back
   */
  record TextualShape(TypeName type, Optional<TextForm> form) implements Shape {}

  /**
   * A type that means nothing to templates and schemas.
   *
   * @param isRaw whether that is for want of its type arguments
   * @param advice what to write instead
   */
  record OpaqueShape(TypeName type, boolean isRaw, String advice) implements Shape {}

  /**
   * A type that generated code cannot use.
   *
   * @param problem what it is, such as "private"
   * @param fix what it should be
   * @param where its declaration
   */
  record HiddenShape(TypeName type, String problem, String fix, Where where) implements Shape {}

  /**
   * Named parts of a record or bean, found when first asked for: types refer to each other in
   * circles.
   */
  final class Members {
    private final Supplier<List<Member>> source;
    private @Nullable List<Member> found;

    public Members(Supplier<List<Member>> source) {
      this.source = source;
    }

    /** The parts in declaration order. */
    public List<Member> list() {
      List<Member> list = found;
      if (list == null) {
        list = List.copyOf(source.get());
        found = list;
      }
      return list;
    }

    /** The parts that JSON has. */
    public List<Member> inJson() {
      return list().stream().filter(member -> !member.ignored()).toList();
    }

    /** The part with a name in templates. */
    public Optional<Member> find(String name) {
      return list().stream().filter(member -> member.name().equals(name)).findFirst();
    }
  }

  /**
   * A record component or a bean's property.
   *
   * @param name its name in templates
   * @param accessor the method that returns it
   * @param setter the method that sets it; empty if the constructor does
   * @param jsonName its name in JSON
   * @param description words for the model, or empty
   * @param aliases other spellings of the JSON name
   * @param shape its type
   * @param ignored whether JSON does not have it
   * @param where where it is declared
   */
  record Member(
      String name,
      String accessor,
      String setter,
      String jsonName,
      String description,
      List<String> aliases,
      Shape shape,
      boolean ignored,
      Where where) {}

  /** The same shape without {@link NullableShape} and {@link ConstrainedShape}. */
  default Shape present() {
    if (this instanceof NullableShape nullable) {
      return nullable.value().present();
    }
    return this instanceof ConstrainedShape constrained ? constrained.value() : this;
  }

  /** The media that a value is or that a sequence of values consists of, if it is nothing else. */
  default Optional<MediaShape> media() {
    if (this instanceof NullableShape nullable) {
      return nullable.value().media();
    }
    if (this instanceof OptionalShape optional) {
      return optional.value().media();
    }
    if (this instanceof SequenceShape sequence) {
      return sequence.element().media();
    }
    return this instanceof MediaShape media ? Optional.of(media) : Optional.empty();
  }

  /** Whether a value may be null or an empty {@code Optional}. */
  default boolean mayBeAbsent() {
    return this instanceof NullableShape || this instanceof OptionalShape;
  }
}
