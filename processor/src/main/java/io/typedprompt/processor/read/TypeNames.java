package io.typedprompt.processor.read;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Element;
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
