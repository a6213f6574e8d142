package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The types that declarations use, as seen from a type that has them: in a {@code Page<Ticket>},
 * the {@code List<T>} of {@code Page<T>} is a {@code List<Ticket>}. javac does that for types, but
 * not for their annotations, and older ones know no type annotations of class files at all.
 */
final class TypeUses {
  private final Elements elements;
  private final Types types;
  private final ClassFiles classFiles;

  TypeUses(Elements elements, Types types, ClassFiles classFiles) {
    this.elements = elements;
    this.types = types;
    this.classFiles = classFiles;
  }

  /** What a method returns. */
  TypeUse result(TypeUse owner, ExecutableElement method) {
    Set<String> paths = written(method).ofResult(signature(method));
    Nullness nullness = nullness(method.getReturnType(), paths, owner, method);
    return new TypeUse(member(owner, method).getReturnType(), nullness);
  }

  /** What a method takes. */
  TypeUse parameter(TypeUse owner, ExecutableElement method, int index) {
    Set<String> paths = written(method).ofParameter(signature(method), index);
    TypeMirror declared = method.getParameters().get(index).asType();
    Nullness nullness = nullness(declared, paths, owner, method);
    return new TypeUse(member(owner, method).getParameterTypes().get(index), nullness);
  }

  /** What a record is made of; a hand-written accessor may say more than the component. */
  TypeUse component(TypeUse owner, RecordComponentElement component) {
    Set<String> paths = written(component).ofComponent(component.getSimpleName().toString());
    TypeUse accessor = result(owner, component.getAccessor());
    Nullness own = nullness(component.asType(), paths, owner, component);
    return new TypeUse(accessor.type(), accessor.nullness().or(own));
  }

  /** The type as one of its supertypes, with the type arguments that it has there. */
  Optional<TypeUse> supertype(TypeUse use, String qualifiedName) {
    if (use.type().getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    if (element(use.type()).getQualifiedName().contentEquals(qualifiedName)) {
      return Optional.of(use);
    }
    for (TypeMirror parent : types.directSupertypes(use.type())) {
      if (parent.getKind() == TypeKind.ERROR) {
        throw new MissingTypeException(parent.toString(), element(use.type()));
      }
      Optional<TypeUse> found = supertype(parent(use, parent), qualifiedName);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private TypeUse parent(TypeUse use, TypeMirror parent) {
    TypeElement element = element(use.type());
    List<TypeMirror> declared = new ArrayList<>(element.getInterfaces());
    declared.add(element.getSuperclass());
    for (int i = 0; i < declared.size(); i++) {
      if (parent.getKind() == TypeKind.DECLARED
          && declared.get(i).getKind() == TypeKind.DECLARED
          && element(declared.get(i)).equals(element(parent))) {
        int index = i == declared.size() - 1 ? -1 : i;
        Set<String> paths = written(element).ofSupertype(index);
        return new TypeUse(parent, nullness(declared.get(i), "", new Scope(paths, arguments(use))));
      }
    }
    return new TypeUse(parent, Nullness.NONE);
  }

  private ExecutableType member(TypeUse owner, ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) owner.type(), method);
  }

  /** What the class file of a declaration says, if it comes from one. */
  private NullablePaths written(Element declaration) {
    return classFiles.nullablePaths(Enclosing.type(declaration));
  }

  /**
   * What is known around a written type.
   *
   * @param paths the annotated parts that only the class file tells
   * @param arguments what the type arguments of the class that writes the type are
   */
  private record Scope(Set<String> paths, Map<Element, Nullness> arguments) {}

  private Nullness nullness(
      TypeMirror declared, Set<String> paths, TypeUse owner, Element declaration) {
    TypeElement declaring = Enclosing.type(declaration);
    Map<Element, Nullness> arguments =
        supertype(owner, declaring.getQualifiedName().toString())
            .map(TypeUses::arguments)
            .orElseGet(Map::of);
    return nullness(declared, "", new Scope(paths, arguments));
  }

  private static Map<Element, Nullness> arguments(TypeUse use) {
    Map<Element, Nullness> arguments = new HashMap<>();
    for (TypeParameterElement parameter : element(use.type()).getTypeParameters()) {
      arguments.put(parameter, use.nullness().part(arguments.size()));
    }
    return arguments;
  }

  /**
   * @param path how to get to the type, in the notation of {@link NullablePaths}
   */
  private static Nullness nullness(TypeMirror type, String path, Scope scope) {
    if (type.getKind() == TypeKind.ERROR) {
      return Nullness.NONE; // A class that is missing: javac throws when it is asked for more.
    }
    String self = path + ".".repeat(depth(type));
    boolean nullable = Mirrors.hasSimpleName(type, "Nullable") || scope.paths().contains(self);
    if (type instanceof TypeVariable variable) {
      return scope
          .arguments()
          .getOrDefault(variable.asElement(), Nullness.NONE)
          .or(nullable)
          .with(ConstraintReader.on(type));
    }
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return nullness(wildcard.getExtendsBound(), self + "*", scope)
          .or(nullable)
          .with(ConstraintReader.on(type));
    }
    List<Nullness> parts = new ArrayList<>();
    if (type instanceof ArrayType array) {
      parts.add(nullness(array.getComponentType(), self + "[", scope));
    } else if (type instanceof DeclaredType declared) {
      for (TypeMirror argument : declared.getTypeArguments()) {
        parts.add(nullness(argument, self + parts.size() + ";", scope));
      }
    }
    return new Nullness(nullable, ConstraintReader.on(type), List.copyOf(parts));
  }

  /** How many types are around a type that needs an instance of each. */
  private static int depth(TypeMirror type) {
    int depth = 0;
    TypeMirror t = type;
    while (t instanceof DeclaredType declared
        && declared.getEnclosingType().getKind() == TypeKind.DECLARED) {
      t = declared.getEnclosingType();
      depth++;
    }
    return depth;
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }

  /** A method's name and the descriptor of its parameters. */
  private String signature(ExecutableElement method) {
    StringBuilder signature = new StringBuilder(method.getSimpleName()).append('(');
    method.getParameters().forEach(p -> signature.append(descriptor(types.erasure(p.asType()))));
    return signature.append(')').toString();
  }

  private String descriptor(TypeMirror erased) {
    return switch (erased.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case CHAR -> "C";
      case DOUBLE -> "D";
      case FLOAT -> "F";
      case INT -> "I";
      case LONG -> "J";
      case SHORT -> "S";
      case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
      case DECLARED ->
          "L" + elements.getBinaryName(element(erased)).toString().replace('.', '/') + ";";
      default -> erased.toString();
    };
  }
}
