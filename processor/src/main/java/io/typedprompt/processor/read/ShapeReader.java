package io.typedprompt.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.NumberKind;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.model.TextForm;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Turns javac's types into shapes, for the eyes of a class in one package. */
final class ShapeReader {
  private static final Map<String, NumberKind> NUMBERS =
      Map.of(
          "java.lang.Byte", NumberKind.BYTE,
          "java.lang.Short", NumberKind.SHORT,
          "java.lang.Integer", NumberKind.INT,
          "java.lang.Long", NumberKind.LONG,
          "java.lang.Float", NumberKind.FLOAT,
          "java.lang.Double", NumberKind.DOUBLE,
          "java.math.BigInteger", NumberKind.BIG_INTEGER,
          "java.math.BigDecimal", NumberKind.BIG_DECIMAL);

  private static final Map<String, Shape> OPTIONAL_NUMBERS =
      Map.of(
          "java.util.OptionalInt", optional(OptionalInt.class, Integer.class, NumberKind.INT),
          "java.util.OptionalLong", optional(OptionalLong.class, Long.class, NumberKind.LONG),
          "java.util.OptionalDouble",
              optional(OptionalDouble.class, Double.class, NumberKind.DOUBLE));

  private static final Set<String> MEDIA =
      Set.of(
          "io.typedprompt.Media",
          "io.typedprompt.Image",
          "io.typedprompt.Document",
          "io.typedprompt.Audio",
          "io.typedprompt.Video");

  private static final String NO_TEXT = "Pass a String, or a record with what the template needs.";

  /** What types are read for: answers are made of some that templates only print. */
  enum Purpose {
    TEMPLATE,
    ANSWER
  }

  private final ReaderContext context;
  private final TypeUses typeUses;
  private final String packageName;
  private final Purpose purpose;
  private final MemberReader members;
  private final BeanReader classes;
  private final UnionReader unions;

  ShapeReader(ReaderContext context, String packageName, Purpose purpose) {
    this.context = context;
    this.typeUses = context.typeUses();
    this.packageName = packageName;
    this.purpose = purpose;
    this.members = new MemberReader(context, this, packageName);
    this.classes = new BeanReader(context, this, packageName);
    this.unions = new UnionReader(context, this);
  }

  /**
   * The shape of a type.
   *
   * @param use the type
   * @param user the declaration that has it: a parameter, a method, a record component
   */
  Shape read(TypeUse use, Element user) {
    Shape shape = present(use, user);
    if (purpose == Purpose.ANSWER) {
      shape = ConstraintReader.apply(shape, use.nullness().rules(), use.mayBeNull());
    }
    return use.mayBeNull() ? new Shape.NullableShape(shape) : shape;
  }

  private Shape present(TypeUse use, Element user) {
    TypeMirror type = use.type();
    return switch (type.getKind()) {
      case BOOLEAN -> new Shape.BooleanShape(TypeName.BOOLEAN);
      case BYTE -> new Shape.NumberShape(TypeName.BYTE, NumberKind.BYTE);
      case SHORT -> new Shape.NumberShape(TypeName.SHORT, NumberKind.SHORT);
      case INT -> new Shape.NumberShape(TypeName.INT, NumberKind.INT);
      case LONG -> new Shape.NumberShape(TypeName.LONG, NumberKind.LONG);
      case FLOAT -> new Shape.NumberShape(TypeName.FLOAT, NumberKind.FLOAT);
      case DOUBLE -> new Shape.NumberShape(TypeName.DOUBLE, NumberKind.DOUBLE);
      case CHAR -> new Shape.TextualShape(TypeName.CHAR, Optional.of(TextForm.CHARACTER));
      case ARRAY -> array(use, user);
      case DECLARED -> declared(use, user);
      case ERROR -> throw new MissingTypeException(type.toString(), user);
      case TYPEVAR -> present(use.bound(((TypeVariable) type).getUpperBound()), user);
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? opaque(ClassName.OBJECT, NO_TEXT) : present(use.bound(bound), user);
      }
      default -> opaque(TypeName.get(type), NO_TEXT);
    };
  }

  private static Shape optional(Class<?> type, Class<?> value, NumberKind kind) {
    return new Shape.OptionalShape(
        ClassName.get(type), new Shape.NumberShape(ClassName.get(value), kind));
  }

  private Shape array(TypeUse use, Element user) {
    TypeName type = TypeName.get(use.type());
    if (purpose == Purpose.ANSWER && type.toString().equals("byte[]")) {
      return new Shape.TextualShape(type, Optional.of(TextForm.BYTES));
    }
    return new Shape.SequenceShape(type, SequenceKind.ARRAY, read(use.component(), user));
  }

  private Shape declared(TypeUse use, Element user) {
    DeclaredType type = (DeclaredType) use.type();
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    TypeName typeName = TypeNames.of(type, user);
    if (name.equals("java.lang.String")) {
      return new Shape.StringShape(typeName);
    }
    if (name.equals("java.lang.Boolean")) {
      return new Shape.BooleanShape(typeName);
    }
    if (NUMBERS.containsKey(name)) {
      return new Shape.NumberShape(typeName, NUMBERS.get(name));
    }
    Shape optionalNumber = OPTIONAL_NUMBERS.get(name);
    if (optionalNumber != null) {
      return optionalNumber;
    }
    if (name.equals("tools.jackson.databind.JsonNode")) {
      return new Shape.JsonShape(typeName);
    }
    if (MEDIA.contains(name)) {
      return new Shape.MediaShape(typeName);
    }
    Optional<TextForm> form = TextForm.of(name);
    if (form.isPresent()) {
      return new Shape.TextualShape(typeName, form);
    }
    Optional<Shape> hidden =
        Visibility.of(element, packageName).map(v -> hidden(typeName, v, element));
    if (hidden.isPresent()) {
      return hidden.get();
    }
    if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
      return raw(typeName, element);
    }
    if (name.equals("java.util.Optional")) {
      return new Shape.OptionalShape(typeName, read(use.argument(0), user));
    }
    return container(use, typeName, user).orElseGet(() -> plain(use, element, typeName));
  }

  private static Shape hidden(TypeName type, Visibility visibility, TypeElement element) {
    return new Shape.HiddenShape(type, visibility.problem(), visibility.fix(), Where.of(element));
  }

  /** Maps, collections and iterables; raw ones mean nothing. */
  private Optional<Shape> container(TypeUse use, TypeName typeName, Element user) {
    Optional<TypeUse> map = typeUses.supertype(use, "java.util.Map");
    if (map.isPresent()) {
      return Optional.of(map(map.get(), typeName, user));
    }
    if (typeUses.supertype(use, "java.nio.file.Path").isPresent()) {
      return Optional.empty(); // It iterates over paths without end, but people print it.
    }
    Optional<TypeUse> iterable = typeUses.supertype(use, "java.lang.Iterable");
    if (iterable.isEmpty()) {
      return Optional.empty();
    }
    if (iterable.get().arguments().isEmpty()) {
      return Optional.of(opaque(typeName, NO_TEXT));
    }
    if (isOf(iterable.get().arguments().get(0), ((DeclaredType) use.type()).asElement())) {
      return Optional.empty(); // It consists of itself, without end.
    }
    SequenceKind kind =
        switch (qualifiedName(use)) {
          case "java.util.List" -> SequenceKind.LIST;
          case "java.util.Set" -> SequenceKind.SET;
          case "java.util.Collection" -> SequenceKind.COLLECTION;
          default -> SequenceKind.ITERABLE;
        };
    Shape element = read(iterable.get().argument(0), user);
    return Optional.of(new Shape.SequenceShape(typeName, kind, element));
  }

  /** Whether a type is a class without type parameters. */
  private static boolean isOf(TypeMirror type, Element plainClass) {
    return type instanceof DeclaredType declared
        && declared.asElement().equals(plainClass)
        && declared.getTypeArguments().isEmpty();
  }

  private Shape map(TypeUse map, TypeName typeName, Element user) {
    if (map.arguments().size() == 2) {
      Shape key = read(map.argument(0), user);
      if (isKey(key.present())) {
        Shape present = key instanceof Shape.NullableShape nullable ? nullable.value() : key;
        return new Shape.MapShape(typeName, present, read(map.argument(1), user));
      }
    }
    return opaque(
        typeName,
        "Use a map whose keys are Strings, enums, integers or UUIDs, or a list of records.");
  }

  private static boolean isKey(Shape key) {
    return key instanceof Shape.StringShape
        || key instanceof Shape.EnumShape
        || (key instanceof Shape.NumberShape number && number.kind().isInteger())
        || (key instanceof Shape.TextualShape text
            && text.form().equals(Optional.of(TextForm.UUID)));
  }

  private static String qualifiedName(TypeUse use) {
    return ((TypeElement) ((DeclaredType) use.type()).asElement()).getQualifiedName().toString();
  }

  private Shape plain(TypeUse use, TypeElement element, TypeName typeName) {
    if (element.getKind() == ElementKind.ENUM) {
      return members.enumShape(element, typeName);
    }
    if (element.getKind() == ElementKind.RECORD) {
      return members.recordShape(use, element, typeName);
    }
    if (UnionReader.isUnion(element) && isUnionHere(element)) {
      return unions.unionShape(use, element, typeName);
    }
    if (context.waits() && Lombok.isYetToAddTo(element)) {
      throw new UnfinishedTypeException(element);
    }
    if (purpose == Purpose.ANSWER && isOfUsers(element)) {
      Optional<Shape> made = classes.shape(use, element, typeName);
      if (made.isPresent()) {
        return made.get();
      }
    }
    boolean ofThePlatform = element.getQualifiedName().toString().startsWith("java.");
    if (overridesToString(element) || (ofThePlatform && extendsNumber(use))) {
      return ofThePlatform
          ? new Shape.TextualShape(typeName, Optional.empty())
          : new Shape.BeanShape(typeName, true, members.beanMembers(use, element));
    }
    if (ofThePlatform) {
      boolean stream = typeUses.supertype(use, "java.util.stream.BaseStream").isPresent();
      return opaque(typeName, stream ? "Pass a List." : NO_TEXT);
    }
    return !members.hasGetters(element)
        ? opaque(typeName, "Give it public getters or a toString method, or make it a record.")
        : new Shape.BeanShape(typeName, false, members.beanMembers(use, element));
  }

  private static boolean isOfUsers(TypeElement element) {
    String name = element.getQualifiedName().toString();
    return !name.startsWith("java.")
        && !name.startsWith("javax.")
        && !name.startsWith("io.typedprompt.Prompt");
  }

  /** Templates look at what a sealed interface itself has, if it has anything. */
  private boolean isUnionHere(TypeElement element) {
    return purpose == Purpose.ANSWER
        || (!members.hasGetters(element) && !overridesToString(element));
  }

  private static Shape raw(TypeName type, TypeElement element) {
    String arguments = "String" + ", String".repeat(element.getTypeParameters().size() - 1);
    String example = element.getSimpleName() + "<" + arguments + ">";
    return new Shape.OpaqueShape(type, true, "Write what is in it, as in " + example + ".");
  }

  private static Shape opaque(TypeName type, String advice) {
    return new Shape.OpaqueShape(type, false, advice);
  }

  private boolean extendsNumber(TypeUse use) {
    return typeUses.supertype(use, "java.lang.Number").isPresent();
  }

  private boolean overridesToString(TypeElement element) {
    for (ExecutableElement method :
        ElementFilter.methodsIn(context.elements().getAllMembers(element))) {
      if (method.getSimpleName().contentEquals("toString")
          && method.getParameters().isEmpty()
          && !Enclosing.type(method).getQualifiedName().contentEquals("java.lang.Object")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a declaration says that its value may be null. */
  static boolean isNullable(Element... declarations) {
    for (Element declaration : declarations) {
      if (Mirrors.hasSimpleName(declaration, "Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** A shape that may be null also where one of the declarations says so. */
  Shape read(TypeUse use, Element user, Element... declarations) {
    TypeUse whole = use.orNullable(isNullable(declarations));
    return read(whole.with(ConstraintReader.on(declarations)), user);
  }
}
