package io.typedprompt.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.NumberKind;
import io.typedprompt.processor.model.Shape.SequenceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

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

  private static final String NO_TEXT =
      "Pass a String, or a record with what the template needs.";

  private final Elements elements;
  private final Types types;
  private final String packageName;
  private final MemberReader members;

  ShapeReader(Elements elements, Types types, String packageName) {
    this.elements = elements;
    this.types = types;
    this.packageName = packageName;
    this.members = new MemberReader(elements, types, this);
  }

  /**
   * The shape of a type.
   *
   * @param type the type
   * @param user the declaration that has it: a parameter, a method, a record component
   */
  Shape read(TypeMirror type, Element user) {
    Shape shape = withoutNullness(type, user);
    return Mirrors.hasSimpleName(type, "Nullable") && !type.getKind().isPrimitive()
        ? new Shape.NullableShape(shape)
        : shape;
  }

  private Shape withoutNullness(TypeMirror type, Element user) {
    return switch (type.getKind()) {
      case BOOLEAN -> new Shape.BooleanShape(TypeName.BOOLEAN);
      case BYTE -> new Shape.NumberShape(TypeName.BYTE, NumberKind.BYTE);
      case SHORT -> new Shape.NumberShape(TypeName.SHORT, NumberKind.SHORT);
      case INT -> new Shape.NumberShape(TypeName.INT, NumberKind.INT);
      case LONG -> new Shape.NumberShape(TypeName.LONG, NumberKind.LONG);
      case FLOAT -> new Shape.NumberShape(TypeName.FLOAT, NumberKind.FLOAT);
      case DOUBLE -> new Shape.NumberShape(TypeName.DOUBLE, NumberKind.DOUBLE);
      case CHAR -> new Shape.TextualShape(TypeName.CHAR);
      case ARRAY -> {
        TypeMirror element = ((ArrayType) type).getComponentType();
        yield new Shape.SequenceShape(TypeName.get(type), SequenceKind.ARRAY, read(element, user));
      }
      case DECLARED -> declared((DeclaredType) type, user);
      case ERROR -> throw new MissingTypeException(type.toString(), user);
      case TYPEVAR -> read(((TypeVariable) type).getUpperBound(), user);
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? opaque(ClassName.OBJECT, NO_TEXT) : read(bound, user);
      }
      default -> opaque(TypeName.get(type), NO_TEXT);
    };
  }

  private Shape declared(DeclaredType type, Element user) {
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
    Optional<Shape> hidden =
        Visibility.of(element, packageName).map(v -> hidden(typeName, v, element));
    if (hidden.isPresent()) {
      return hidden.get();
    }
    if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
      return raw(typeName, element);
    }
    if (name.equals("java.util.Optional")) {
      return new Shape.OptionalShape(typeName, read(type.getTypeArguments().get(0), user));
    }
    return container(type, typeName, user).orElseGet(() -> plain(type, element, typeName));
  }

  private static Shape hidden(TypeName type, Visibility visibility, TypeElement element) {
    return new Shape.HiddenShape(type, visibility.problem(), visibility.fix(), Where.of(element));
  }

  /** Maps, collections and iterables; raw ones mean nothing. */
  private Optional<Shape> container(DeclaredType type, TypeName typeName, Element user) {
    Optional<DeclaredType> map = supertype(type, "java.util.Map");
    if (map.isPresent()) {
      List<? extends TypeMirror> arguments = map.get().getTypeArguments();
      boolean typed = arguments.size() == 2 && isString(arguments.get(0));
      return Optional.of(
          typed
              ? new Shape.MapShape(typeName, read(arguments.get(1), user))
              : opaque(typeName, "Pass a map whose keys are Strings, or a list of records."));
    }
    if (supertype(type, "java.nio.file.Path").isPresent()) {
      return Optional.empty(); // It iterates over paths without end, but people print it.
    }
    Optional<DeclaredType> iterable = supertype(type, "java.lang.Iterable");
    if (iterable.isEmpty()) {
      return Optional.empty();
    }
    if (iterable.get().getTypeArguments().isEmpty()) {
      return Optional.of(opaque(typeName, NO_TEXT));
    }
    SequenceKind kind =
        switch (((TypeElement) type.asElement()).getQualifiedName().toString()) {
          case "java.util.List" -> SequenceKind.LIST;
          case "java.util.Set" -> SequenceKind.SET;
          case "java.util.Collection" -> SequenceKind.COLLECTION;
          default -> SequenceKind.ITERABLE;
        };
    Shape element = read(iterable.get().getTypeArguments().get(0), user);
    return Optional.of(new Shape.SequenceShape(typeName, kind, element));
  }

  private Shape plain(DeclaredType type, TypeElement element, TypeName typeName) {
    if (element.getKind() == ElementKind.ENUM) {
      return members.enumShape(element, typeName);
    }
    if (element.getKind() == ElementKind.RECORD) {
      return members.recordShape(type, element, typeName);
    }
    boolean ofThePlatform = element.getQualifiedName().toString().startsWith("java.");
    if (overridesToString(element) || (ofThePlatform && extendsNumber(type))) {
      return ofThePlatform
          ? new Shape.TextualShape(typeName)
          : new Shape.BeanShape(typeName, true, members.beanMembers(type, element));
    }
    if (ofThePlatform) {
      boolean stream = supertype(type, "java.util.stream.BaseStream").isPresent();
      return opaque(typeName, stream ? "Pass a List." : NO_TEXT);
    }
    return !members.hasGetters(element)
        ? opaque(typeName, "Give it public getters or a toString method, or make it a record.")
        : new Shape.BeanShape(typeName, false, members.beanMembers(type, element));
  }

  private static Shape raw(TypeName type, TypeElement element) {
    String arguments = "String" + ", String".repeat(element.getTypeParameters().size() - 1);
    String example = element.getSimpleName() + "<" + arguments + ">";
    return new Shape.OpaqueShape(type, true, "Write what is in it, as in " + example + ".");
  }

  private static Shape opaque(TypeName type, String advice) {
    return new Shape.OpaqueShape(type, false, advice);
  }

  private boolean extendsNumber(DeclaredType type) {
    return supertype(type, "java.lang.Number").isPresent();
  }

  private boolean overridesToString(TypeElement element) {
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(element))) {
      if (method.getSimpleName().contentEquals("toString")
          && method.getParameters().isEmpty()
          && !method.getEnclosingElement().toString().equals("java.lang.Object")) {
        return true;
      }
    }
    return false;
  }

  private boolean isString(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals("java.lang.String");
  }

  /** The type as one of its supertypes, with the type arguments that it has there. */
  private Optional<DeclaredType> supertype(TypeMirror type, String qualifiedName) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    DeclaredType declared = (DeclaredType) type;
    if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals(qualifiedName)) {
      return Optional.of(declared);
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      Optional<DeclaredType> found = supertype(parent, qualifiedName);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
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

  /** A shape that may be null where one of the declarations says so. */
  Shape read(TypeMirror type, Element user, Element... declarations) {
    Shape shape = read(type, user);
    return isNullable(declarations)
            && !(shape instanceof Shape.NullableShape)
            && !type.getKind().isPrimitive()
        ? new Shape.NullableShape(shape)
        : shape;
  }

  static boolean isStatic(VariableElement field) {
    return field.getModifiers().contains(Modifier.STATIC);
  }
}
