package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Names of types for generated code. */
final class TypeNames {
  private TypeNames() {}

  /** The name of a type whose parts all exist. */
  static TypeName of(TypeMirror type, Element user) {
    requireExists(type, user);
    return TypeName.get(type);
  }

  /** The classes and interfaces that a type is written with. */
  static List<TypeElement> parts(TypeMirror type) {
    List<TypeElement> parts = new ArrayList<>();
    collect(type, parts);
    return parts;
  }

  private static void collect(TypeMirror type, List<TypeElement> into) {
    if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
      into.add((TypeElement) declared.asElement());
      declared.getTypeArguments().forEach(argument -> collect(argument, into));
    } else if (type instanceof ArrayType array) {
      collect(array.getComponentType(), into);
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      collect(wildcard.getExtendsBound(), into);
    }
  }

  private static void requireExists(TypeMirror type, Element user) {
    if (type.getKind() == TypeKind.ERROR) {
      throw new MissingTypeException(type.toString(), user);
    }
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> requireExists(argument, user));
    } else if (type instanceof ArrayType array) {
      requireExists(array.getComponentType(), user);
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      requireExists(wildcard.getExtendsBound(), user);
    }
  }
}
