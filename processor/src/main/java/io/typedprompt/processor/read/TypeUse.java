package io.typedprompt.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A type at a place where it is written.
 *
 * @param type the type
 * @param nullness which of its parts may be null there; the annotations of the type itself do not
 *     count, since javac loses them in class files and where it replaces type variables
 */
record TypeUse(TypeMirror type, Nullness nullness) {

  boolean mayBeNull() {
    return nullness.nullable() && !type.getKind().isPrimitive();
  }

  TypeUse orNullable(boolean nullable) {
    return new TypeUse(type, nullness.or(nullable));
  }

  /**
   * With the rules of its declaration. Java takes what stands before an array's declaration for an
   * annotation of the elements' type too, which is not what is meant.
   */
  TypeUse with(List<AnnotationMirror> rules) {
    Nullness own = type.getKind() == TypeKind.ARRAY ? nullness.withoutInParts(rules) : nullness;
    return new TypeUse(type, own.with(rules));
  }

  /** The type arguments of a declared type. */
  List<TypeMirror> arguments() {
    return List.copyOf(((DeclaredType) type).getTypeArguments());
  }

  /** A type argument of a declared type. */
  TypeUse argument(int index) {
    return new TypeUse(arguments().get(index), nullness.part(index));
  }

  /** What an array consists of. */
  TypeUse component() {
    return new TypeUse(((ArrayType) type).getComponentType(), nullness.part(0));
  }

  /** The bound of a type variable or wildcard, which stands for that. */
  TypeUse bound(TypeMirror bound) {
    return new TypeUse(bound, nullness);
  }
}
