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
 * Reads classes that an answer can be: those that are made without arguments and then set, and
 * those with one constructor that takes what their getters return. Inherited properties come first.
 */
final class BeanReader {
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
      return Optional.empty();
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
            ? Optional.empty()
            : Optional.of(bySetters(use, element, typeName, settable));
      }
    }
    return constructors.size() == 1
        ? byConstructor(use, element, typeName, constructors.get(0), properties)
        : Optional.empty();
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
      } else if (properties.containsKey(name)
          && method.getReturnType().getKind() != TypeKind.VOID) {
        properties.get(name).getter = method; // A getter that is called like its field.
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
    Naming naming = Naming.of(element);
    Members members =
        new Members(
            () -> {
              List<Member> list = new ArrayList<>();
              for (Property property : properties) {
                ExecutableElement setter = Objects.requireNonNull(property.setter);
                TypeUse type = typeUses.parameter(use, setter, 0);
                list.add(member(property, type, naming, setter.getSimpleName().toString(), setter));
              }
              return list;
            });
    return shape(use, element, typeName, members, properties);
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

  private Shape shape(
      TypeUse use,
      TypeElement element,
      TypeName typeName,
      Members members,
      Collection<Property> properties) {
    return new Shape.RecordShape(
        typeName,
        use.nullness().ofParts(),
        MemberReader.description(element),
        members,
        AssertionReader.read(element, method -> isAccessor(method, properties), packageName),
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
