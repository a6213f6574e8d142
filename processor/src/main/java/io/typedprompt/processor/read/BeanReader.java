package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.Members;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads classes that an answer can be: those that are made without arguments and then set, those
 * with one constructor that takes what their getters return, and those with a builder. Inherited
 * properties come first.
 */
final class BeanReader {
  private static final Set<String> BUILDER_NAMES = Set.of("builder", "newBuilder");

  private final TypeUses typeUses;
  private final ShapeReader shapes;
  private final String packageName;

  BeanReader(ReaderContext context, ShapeReader shapes, String packageName) {
    this.typeUses = context.typeUses();
    this.shapes = shapes;
    this.packageName = packageName;
  }

  /** The class as something like a record; empty if nothing says how it is made. */
  Optional<Shape> shape(TypeUse use, TypeElement element, TypeName typeName) {
    boolean canBeMade =
        element.getKind() == ElementKind.CLASS
            && !element.getModifiers().contains(Modifier.ABSTRACT)
            && (element.getNestingKind() == NestingKind.TOP_LEVEL
                || element.getModifiers().contains(Modifier.STATIC));
    if (!canBeMade) {
      return byBuilder(use, element, typeName);
    }
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(this::isVisible)
            .toList();
    Map<String, Property> properties = properties(element);
    for (ExecutableElement constructor : constructors) {
      if (constructor.getParameters().isEmpty()) {
        List<Property> settable =
            properties.values().stream().filter(p -> p.setter != null).toList();
        return settable.isEmpty()
            ? byBuilder(use, element, typeName)
            : Optional.of(bySetters(use, element, typeName, settable));
      }
    }
    Optional<Shape> constructed =
        constructors.size() == 1
            ? byConstructor(use, element, typeName, constructors.get(0), properties)
            : Optional.empty();
    return constructed.or(() -> byBuilder(use, element, typeName));
  }

  private boolean isVisible(Element member) {
    return MemberReader.isVisible(member, packageName);
  }

  /** A property with what is known about it. */
  private static final class Property {
    private final String name;
    private @Nullable ExecutableElement getter;
    private @Nullable ExecutableElement setter;
    private @Nullable VariableElement field;

    Property(String name) {
      this.name = name;
    }

    /** Where annotations of the property may stand. */
    Element[] places(Element... more) {
      List<Element> places = new ArrayList<>();
      for (Element place : new Element[] {getter, field, setter}) {
        if (place != null) {
          places.add(place);
        }
      }
      places.addAll(List.of(more));
      return places.toArray(new Element[0]);
    }
  }

  /** By name, those of the superclass first; what a class overrides stays where it was. */
  private Map<String, Property> properties(TypeElement element) {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (TypeElement type : withSuperclasses(element)) {
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        if (!field.getModifiers().contains(Modifier.STATIC)) {
          String name = field.getSimpleName().toString();
          properties.computeIfAbsent(name, Property::new).field = field;
        }
      }
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (!method.getModifiers().contains(Modifier.STATIC) && isVisible(method)) {
          addMethod(method, properties);
        }
      }
    }
    return properties;
  }

  private static void addMethod(ExecutableElement method, Map<String, Property> properties) {
    String name = method.getSimpleName().toString();
    if (method.getParameters().isEmpty()) {
      Optional<String> property = MemberReader.propertyName(method);
      if (property.isPresent()) {
        properties.computeIfAbsent(property.get(), Property::new).getter = method;
      } else if (method.getReturnType().getKind() != TypeKind.VOID
          && (properties.containsKey(name) || method.getModifiers().contains(Modifier.ABSTRACT))) {
        // A getter that is called like its field, which may be a generated subclass's.
        properties.computeIfAbsent(name, Property::new).getter = method;
      }
    } else if (name.startsWith("set") && name.length() > 3 && method.getParameters().size() == 1) {
      String property = MemberReader.decapitalize(name.substring(3));
      properties.computeIfAbsent(property, Property::new).setter = method;
    }
  }

  private static List<TypeElement> withSuperclasses(TypeElement element) {
    List<TypeElement> types = new ArrayList<>();
    TypeElement type = element;
    while (!type.getQualifiedName().contentEquals("java.lang.Object")) {
      types.add(0, type);
      TypeMirror parent = type.getSuperclass();
      if (parent.getKind() != TypeKind.DECLARED) {
        break;
      }
      type = (TypeElement) ((DeclaredType) parent).asElement();
    }
    return types;
  }

  private Shape bySetters(
      TypeUse use, TypeElement element, TypeName typeName, List<Property> properties) {
    Members members = set(use, Naming.of(element), properties);
    return shape(use, element, typeName, members, properties);
  }

  /** What the setters of a class, or of its builder, take. */
  private Members set(TypeUse owner, Naming naming, List<Property> properties) {
    return new Members(
        () -> {
          List<Member> list = new ArrayList<>();
          for (Property property : properties) {
            ExecutableElement setter = Objects.requireNonNull(property.setter);
            TypeUse type = typeUses.parameter(owner, setter, 0);
            list.add(member(property, type, naming, setter.getSimpleName().toString(), setter));
          }
          return list;
        });
  }

  private Optional<Shape> byConstructor(
      TypeUse use,
      TypeElement element,
      TypeName typeName,
      ExecutableElement constructor,
      Map<String, Property> properties) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    for (VariableElement parameter : parameters) {
      Property property = properties.get(parameter.getSimpleName().toString());
      if (property == null || property.getter == null) {
        return Optional.empty();
      }
    }
    Naming naming = Naming.of(element);
    Members members =
        new Members(
            () -> {
              List<Member> list = new ArrayList<>();
              for (int i = 0; i < parameters.size(); i++) {
                VariableElement parameter = parameters.get(i);
                Property property =
                    Objects.requireNonNull(properties.get(parameter.getSimpleName().toString()));
                TypeUse type = typeUses.parameter(use, constructor, i);
                list.add(member(property, type, naming, "", parameter));
              }
              return list;
            });
    return Optional.of(shape(use, element, typeName, members, properties.values()));
  }

  /**
   * A class with a static method that returns a builder: a type with a method for each property,
   * and with one that builds the class.
   */
  private Optional<Shape> byBuilder(TypeUse use, TypeElement element, TypeName typeName) {
    if (!element.getTypeParameters().isEmpty()) {
      return Optional.empty(); // Java would not find out the builder's type arguments.
    }
    for (ExecutableElement factory : ElementFilter.methodsIn(element.getEnclosedElements())) {
      boolean isFactory =
          BUILDER_NAMES.contains(factory.getSimpleName().toString())
              && factory.getModifiers().contains(Modifier.STATIC)
              && factory.getParameters().isEmpty()
              && factory.getReturnType().getKind() == TypeKind.DECLARED
              && isVisible(factory);
      TypeUse builder = isFactory ? typeUses.result(use, factory) : null;
      if (builder != null && builds(element(builder), element)) {
        List<Property> settable = settable(element, element(builder));
        return settable.isEmpty()
            ? Optional.empty()
            : Optional.of(
                shape(
                    use,
                    element,
                    typeName,
                    set(builder, Naming.of(element), settable),
                    settable,
                    factory.getSimpleName().toString()));
      }
    }
    return Optional.empty();
  }

  private static TypeElement element(TypeUse use) {
    return (TypeElement) ((DeclaredType) use.type()).asElement();
  }

  private boolean builds(TypeElement builder, TypeElement element) {
    return ElementFilter.methodsIn(builder.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                method.getSimpleName().contentEquals("build")
                    && method.getParameters().isEmpty()
                    && isVisible(method)
                    && method.getReturnType() instanceof DeclaredType built
                    && built.asElement().equals(element));
  }

  /** The properties that a builder takes and the class returns, in the order of the builder. */
  private List<Property> settable(TypeElement element, TypeElement builder) {
    Map<String, Property> properties = properties(element);
    Map<String, Property> settable = new LinkedHashMap<>();
    for (ExecutableElement method : ElementFilter.methodsIn(builder.getEnclosedElements())) {
      String name = propertyOfBuilder(method.getSimpleName().toString());
      Property property = properties.get(name);
      boolean isSetter =
          method.getParameters().size() == 1
              && !method.getModifiers().contains(Modifier.STATIC)
              && isVisible(method);
      if (isSetter && property != null && property.getter != null && takes(method, property)) {
        property.setter = method;
        settable.putIfAbsent(name, property);
      }
    }
    return new ArrayList<>(settable.values());
  }

  /** A builder may have more methods for a property, which take something like it. */
  private static boolean takes(ExecutableElement method, Property property) {
    TypeMirror returned = Objects.requireNonNull(property.getter).getReturnType();
    return method.getParameters().get(0).asType().toString().equals(returned.toString());
  }

  private static String propertyOfBuilder(String method) {
    for (String prefix : List.of("set", "with")) {
      if (method.startsWith(prefix)
          && method.length() > prefix.length()
          && Character.isUpperCase(method.charAt(prefix.length()))) {
        return MemberReader.decapitalize(method.substring(prefix.length()));
      }
    }
    return method;
  }

  private Shape shape(
      TypeUse use,
      TypeElement element,
      TypeName typeName,
      Members members,
      Collection<Property> properties) {
    return shape(use, element, typeName, members, properties, "");
  }

  private Shape shape(
      TypeUse use,
      TypeElement element,
      TypeName typeName,
      Members members,
      Collection<Property> properties,
      String builder) {
    return new Shape.RecordShape(
        typeName,
        use.nullness().ofParts(),
        MemberReader.description(element),
        members,
        AssertionReader.read(element, method -> isAccessor(method, properties), packageName),
        builder,
        Where.of(element));
  }

  /** A getter of something that is not set only says something about the rest. */
  private static boolean isAccessor(ExecutableElement method, Collection<Property> properties) {
    return properties.stream()
        .anyMatch(p -> method.equals(p.getter) && (p.setter != null || p.field != null));
  }

  private Member member(
      Property property, TypeUse type, Naming naming, String setter, Element place) {
    Element[] places = property.places(place);
    ExecutableElement getter = property.getter;
    return new Member(
        property.name,
        getter == null ? "" : getter.getSimpleName().toString(),
        setter,
        MemberReader.jsonName(naming.of(property.name), places),
        MemberReader.description(places),
        MemberReader.aliases(places),
        shapes.read(type, place, places),
        MemberReader.isIgnored(places),
        Where.of(place));
  }
}
