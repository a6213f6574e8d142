package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Arms;
import io.typedprompt.processor.model.Shape.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads which records a sealed interface permits, and how JSON tells them apart. */
final class UnionReader {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  /** Names of the discriminator, of which the first is taken that no record has a component of. */
  private static final List<String> DISCRIMINATORS = List.of("type", "kind", "variant", "@type");

  private static final Set<String> INSIDE = Set.of("", "PROPERTY", "EXISTING_PROPERTY");

  private final ReaderContext context;
  private final ShapeReader shapes;

  UnionReader(ReaderContext context, ShapeReader shapes) {
    this.context = context;
    this.shapes = shapes;
  }

  static boolean isUnion(TypeElement element) {
    return element.getKind() == ElementKind.INTERFACE
        && element.getModifiers().contains(Modifier.SEALED);
  }

  Shape unionShape(TypeUse use, TypeElement element, TypeName typeName) {
    Arms arms = new Arms(() -> find(use, element));
    return new Shape.UnionShape(
        typeName,
        use.nullness().ofParts(),
        MemberReader.description(element),
        arms,
        Where.of(element));
  }

  /** What Jackson's annotations say. */
  private record TypeInfo(Optional<String> property, boolean byClass, boolean isInside) {}

  private Arms.Found find(TypeUse use, TypeElement element) {
    TypeInfo info = typeInfo(element);
    List<Arm> arms = new ArrayList<>();
    Optional<String> flaw = collect(use, element, info, arms);
    if (!info.isInside()) {
      flaw =
          Optional.of(
              "whose @JsonTypeInfo puts the type's name outside of the object. Write include ="
                  + " JsonTypeInfo.As.PROPERTY.");
    }
    String discriminator = info.property().orElseGet(() -> freeName(arms));
    for (Arm arm : arms) {
      flaw = flaw.or(() -> clash(discriminator, arm));
    }
    return new Arms.Found(discriminator, List.copyOf(arms), flaw);
  }

  private Optional<String> collect(
      TypeUse use, TypeElement element, TypeInfo info, List<Arm> arms) {
    Optional<String> flaw = Optional.empty();
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      TypeElement arm = (TypeElement) ((DeclaredType) permitted).asElement();
      Optional<TypeUse> resolved = resolve(use, element, arm);
      if (resolved.isEmpty()) {
        flaw =
            Optional.of(
                "whose permitted type "
                    + arm.getSimpleName()
                    + " has a type parameter that it does not pass on. Pass it on, or remove it.");
      } else if (context.types().isSubtype(resolved.get().type(), use.type())) {
        if (isUnion(arm)) {
          Optional<String> inner = collect(resolved.get(), arm, info, arms);
          flaw = flaw.isPresent() ? flaw : inner;
        } else if (arms.stream()
            .noneMatch(a -> a.shape().type().equals(typeName(resolved.get())))) {
          arms.add(arm(resolved.get(), arm, info));
        }
      }
    }
    return flaw;
  }

  private static TypeName typeName(TypeUse use) {
    return TypeName.get(use.type());
  }

  private Arm arm(TypeUse use, TypeElement element, TypeInfo info) {
    List<String> names = names(element, info);
    return new Arm(
        names.get(0), names.subList(1, names.size()), shapes.read(use, element), Where.of(element));
  }

  /** The permitted type with the type arguments that it has as a part of the use. */
  private Optional<TypeUse> resolve(TypeUse use, TypeElement element, TypeElement arm) {
    List<TypeMirror> arguments = new ArrayList<>();
    List<Nullness> nullness = new ArrayList<>();
    List<? extends TypeMirror> passedOn = passedOn(element, arm);
    for (TypeParameterElement parameter : arm.getTypeParameters()) {
      int index = -1;
      for (int i = 0; i < passedOn.size(); i++) {
        if (context.types().isSameType(passedOn.get(i), parameter.asType())) {
          index = i;
        }
      }
      if (index < 0 || index >= use.arguments().size()) {
        return Optional.empty();
      }
      arguments.add(use.arguments().get(index));
      nullness.add(use.nullness().part(index));
    }
    TypeMirror type = context.types().getDeclaredType(arm, arguments.toArray(new TypeMirror[0]));
    return Optional.of(new TypeUse(type, new Nullness(false, List.of(), List.copyOf(nullness))));
  }

  private static List<? extends TypeMirror> passedOn(TypeElement element, TypeElement arm) {
    for (TypeMirror parent : arm.getInterfaces()) {
      if (parent instanceof DeclaredType declared && declared.asElement().equals(element)) {
        return declared.getTypeArguments();
      }
    }
    return List.of();
  }

  private List<String> names(TypeElement arm, TypeInfo info) {
    if (info.byClass()) {
      return List.of(context.elements().getBinaryName(arm).toString());
    }
    List<String> names = new ArrayList<>();
    for (TypeElement type : withSealedParents(arm)) {
      Mirrors.named(type, JACKSON + "JsonSubTypes")
          .ifPresent(
              types ->
                  Mirrors.list(types, "value")
                      .forEach(value -> addNames((AnnotationMirror) value.getValue(), arm, names)));
    }
    Mirrors.named(arm, JACKSON + "JsonTypeName")
        .flatMap(name -> Mirrors.text(name, "value"))
        .filter(name -> !name.isEmpty() && !names.contains(name))
        .ifPresent(names::add);
    if (names.isEmpty()) {
      names.add(arm.getSimpleName().toString());
    }
    return names;
  }

  private static void addNames(AnnotationMirror subType, TypeElement arm, List<String> names) {
    if (Mirrors.member(subType, "value").getValue() instanceof DeclaredType declared
        && declared.asElement().equals(arm)) {
      Mirrors.text(subType, "name").filter(name -> !name.isEmpty()).ifPresent(names::add);
      names.addAll(Mirrors.texts(subType, "names"));
    }
  }

  private TypeInfo typeInfo(TypeElement element) {
    for (TypeElement type : withSealedParents(element)) {
      Optional<AnnotationMirror> info = Mirrors.named(type, JACKSON + "JsonTypeInfo");
      if (info.isPresent()) {
        String use = Mirrors.text(info.get(), "use").orElse("CLASS");
        String include = Mirrors.text(info.get(), "include").orElse("");
        Optional<String> property =
            Mirrors.text(info.get(), "property").filter(name -> !name.isEmpty());
        return new TypeInfo(
            property.or(() -> defaultProperty(use)), use.equals("CLASS"), INSIDE.contains(include));
      }
    }
    return new TypeInfo(Optional.empty(), false, true);
  }

  /** Jackson's names; where it deduces the type from the properties, this does not. */
  private static Optional<String> defaultProperty(String use) {
    return switch (use) {
      case "CLASS" -> Optional.of("@class");
      case "NAME", "SIMPLE_NAME" -> Optional.of("@type");
      default -> Optional.empty();
    };
  }

  /** A type and the sealed interfaces above it, whose annotations hold for it. */
  private static List<TypeElement> withSealedParents(TypeElement element) {
    List<TypeElement> types = new ArrayList<>(List.of(element));
    for (int i = 0; i < types.size(); i++) {
      for (TypeMirror parent : types.get(i).getInterfaces()) {
        if (parent instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement type
            && isUnion(type)
            && !types.contains(type)) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static String freeName(List<Arm> arms) {
    for (String name : DISCRIMINATORS) {
      if (arms.stream().noneMatch(arm -> component(arm, name).isPresent())) {
        return name;
      }
    }
    return "$type";
  }

  private static Optional<Member> component(Arm arm, String name) {
    return arm.shape() instanceof Shape.RecordShape record
        ? record.members().inJson().stream().filter(m -> m.jsonName().equals(name)).findFirst()
        : Optional.empty();
  }

  /** A component may be the discriminator itself if it can hold the name. */
  private static Optional<String> clash(String discriminator, Arm arm) {
    Optional<Member> member = component(arm, discriminator);
    if (member.isEmpty() || canBe(member.get().shape().present(), arm.name())) {
      return Optional.empty();
    }
    return Optional.of(
        "whose '"
            + discriminator
            + "' tells the types apart, but is also a component of the type '"
            + arm.name()
            + "' that cannot have this value. Rename one.");
  }

  private static boolean canBe(Shape shape, String name) {
    return shape instanceof Shape.StringShape
        || (shape instanceof Shape.EnumShape e
            && e.constants().stream().anyMatch(constant -> constant.name().equals(name)));
  }
}
