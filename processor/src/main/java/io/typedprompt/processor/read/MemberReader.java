package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Constant;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.Members;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads what records, enums and beans are made of, with the names and words for the model. */
final class MemberReader {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  private final Elements elements;
  private final TypeUses typeUses;
  private final ShapeReader shapes;
  private final String packageName;

  MemberReader(ReaderContext context, ShapeReader shapes, String packageName) {
    this.packageName = packageName;
    this.elements = context.elements();
    this.typeUses = context.typeUses();
    this.shapes = shapes;
  }

  Shape enumShape(TypeElement element, TypeName type) {
    List<Constant> constants = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getKind() == ElementKind.ENUM_CONSTANT) {
        String javaName = field.getSimpleName().toString();
        constants.add(
            new Constant(javaName, jsonName(javaName, field), description(field), aliases(field)));
      }
    }
    return new Shape.EnumShape(type, description(element), constants, Where.of(element));
  }

  Shape recordShape(TypeUse use, TypeElement element, TypeName typeName) {
    Members components = new Members(() -> components(use, element));
    return new Shape.RecordShape(
        typeName,
        use.nullness().ofParts(),
        description(element),
        components,
        AssertionReader.read(element, method -> isAccessor(method, element), packageName),
        "",
        Where.of(element));
  }

  private List<Member> components(TypeUse use, TypeElement element) {
    List<Member> members = new ArrayList<>();
    Naming naming = Naming.of(element);
    List<? extends VariableElement> constructor = canonicalConstructor(element);
    for (RecordComponentElement component : element.getRecordComponents()) {
      // Annotations that do not target record components are found on what javac makes of them.
      VariableElement field = field(element, component);
      List<Element> places = new ArrayList<>(List.of(component, component.getAccessor(), field));
      int index = element.getRecordComponents().indexOf(component);
      if (index < constructor.size()) {
        places.add(constructor.get(index));
      }
      String name = component.getSimpleName().toString();
      Element[] all = places.toArray(new Element[0]);
      members.add(
          new Member(
              name,
              name,
              "",
              jsonName(naming.of(name), all),
              description(all),
              aliases(all),
              shapes.read(typeUses.component(use, component), component, all),
              isIgnored(all),
              // javac knows the place of the field, but not that of the component.
              Where.of(field)));
    }
    return members;
  }

  private static boolean isAccessor(ExecutableElement method, TypeElement element) {
    return element.getRecordComponents().stream().anyMatch(c -> method.equals(c.getAccessor()));
  }

  /** Whether generated code can call a method. */
  static boolean isVisible(Element member, String fromPackage) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && Enclosing.packageName(Enclosing.type(member)).equals(fromPackage));
  }

  private static VariableElement field(TypeElement element, RecordComponentElement component) {
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return field;
      }
    }
    throw new IllegalStateException("a record has a field for each component: " + component);
  }

  private static List<? extends VariableElement> canonicalConstructor(TypeElement element) {
    List<String> components =
        element.getRecordComponents().stream().map(c -> c.asType().toString()).toList();
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(element.getEnclosedElements())) {
      if (constructor.getParameters().stream()
          .map(p -> p.asType().toString())
          .toList()
          .equals(components)) {
        return constructor.getParameters();
      }
    }
    return List.of();
  }

  boolean hasGetters(TypeElement element) {
    return !getters(element).isEmpty();
  }

  Members beanMembers(TypeUse use, TypeElement element) {
    return new Members(
        () -> {
          List<Member> members = new ArrayList<>();
          Naming naming = Naming.of(element);
          for (ExecutableElement getter : getters(element)) {
            String name = propertyName(getter).orElseThrow();
            members.add(
                new Member(
                    name,
                    getter.getSimpleName().toString(),
                    "",
                    jsonName(naming.of(name), getter),
                    description(getter),
                    aliases(getter),
                    shapes.read(typeUses.result(use, getter), getter, getter),
                    isIgnored(getter),
                    Where.of(getter)));
          }
          return members;
        });
  }

  private List<ExecutableElement> getters(TypeElement element) {
    List<ExecutableElement> getters = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(element))) {
      boolean isGetter =
          method.getModifiers().contains(Modifier.PUBLIC)
              && !method.getModifiers().contains(Modifier.STATIC)
              && method.getParameters().isEmpty()
              && !Enclosing.type(method).getQualifiedName().contentEquals("java.lang.Object");
      if (isGetter && propertyName(method).isPresent() && seen.add(propertyName(method).get())) {
        getters.add(method);
      }
    }
    return getters;
  }

  /** The property that a method gets, by the rules of JavaBeans; empty if it is not a getter. */
  static Optional<String> propertyName(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    TypeKind result = method.getReturnType().getKind();
    if (name.startsWith("get") && name.length() > 3 && result != TypeKind.VOID) {
      return Optional.of(decapitalize(name.substring(3)));
    }
    if (name.startsWith("is") && name.length() > 2 && result == TypeKind.BOOLEAN) {
      return Optional.of(decapitalize(name.substring(2)));
    }
    return Optional.empty();
  }

  static String decapitalize(String name) {
    boolean acronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  static String jsonName(String otherwise, Element... places) {
    return first(JACKSON + "JsonProperty", places).filter(s -> !s.isEmpty()).orElse(otherwise);
  }

  /** Whether JSON does not have it, by Jackson's annotation. */
  static boolean isIgnored(Element... places) {
    for (Element place : places) {
      Optional<AnnotationMirror> ignore = Mirrors.named(place, JACKSON + "JsonIgnore");
      if (ignore.isPresent()) {
        return Mirrors.text(ignore.get(), "value").map(Boolean::parseBoolean).orElse(true);
      }
    }
    return false;
  }

  static String description(Element... places) {
    return first("io.typedprompt.annotations.Description", places)
        .or(() -> first(JACKSON + "JsonPropertyDescription", places))
        .or(() -> first(JACKSON + "JsonClassDescription", places))
        .orElse("");
  }

  private static Optional<String> first(String annotation, Element... places) {
    for (Element place : places) {
      Optional<AnnotationMirror> mirror = Mirrors.named(place, annotation);
      if (mirror.isPresent()) {
        return Mirrors.text(mirror.get(), "value");
      }
    }
    return Optional.empty();
  }

  static List<String> aliases(Element... places) {
    for (Element place : places) {
      Optional<AnnotationMirror> ours = Mirrors.ours(place, "Alias");
      if (ours.isPresent()) {
        return Mirrors.texts(ours.get(), "value");
      }
      Optional<AnnotationMirror> jackson = Mirrors.named(place, JACKSON + "JsonAlias");
      if (jackson.isPresent()) {
        return Mirrors.texts(jackson.get(), "value");
      }
    }
    return List.of();
  }
}
