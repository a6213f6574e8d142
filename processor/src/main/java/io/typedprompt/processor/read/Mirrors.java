package io.typedprompt.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Looks into annotations through their mirrors, so that no annotation class is ever loaded. */
final class Mirrors {
  private static final String PACKAGE = "io.typedprompt.annotations.";

  private Mirrors() {}

  /** One of this project's annotations, by simple name. */
  static Optional<AnnotationMirror> ours(AnnotatedConstruct element, String simpleName) {
    return named(element, PACKAGE + simpleName);
  }

  /** Whether an annotation type is one of this project's. */
  static boolean isOurs(TypeElement annotation) {
    return annotation.getQualifiedName().toString().startsWith(PACKAGE);
  }

  /** An annotation by its qualified name. */
  static Optional<AnnotationMirror> named(AnnotatedConstruct element, String qualifiedName) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (type(mirror).getQualifiedName().contentEquals(qualifiedName)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** Whether an annotation has this simple name: anybody's {@code Nullable}, for example. */
  static boolean hasSimpleName(AnnotatedConstruct element, String simpleName) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (type(mirror).getSimpleName().contentEquals(simpleName)) {
        return true;
      }
    }
    return false;
  }

  /** The qualified name of a class or interface. */
  static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  static TypeElement type(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** The members that the developer wrote. */
  static Map<String, AnnotationValue> written(AnnotationMirror mirror) {
    Map<String, AnnotationValue> members = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((method, value) -> members.put(method.getSimpleName().toString(), value));
    return members;
  }

  /** A member that has no default, so that it is always written. */
  static AnnotationValue member(AnnotationMirror mirror, String member) {
    return Objects.requireNonNull(written(mirror).get(member), member);
  }

  /** The text of a written member. */
  static Optional<String> text(AnnotationMirror mirror, String member) {
    return Optional.ofNullable(written(mirror).get(member)).map(v -> v.getValue().toString());
  }

  /** The elements of a written array member; empty if it is not written. */
  static List<AnnotationValue> list(AnnotationMirror mirror, String member) {
    AnnotationValue value = written(mirror).get(member);
    return value == null ? List.of() : list(value);
  }

  /** The elements of an array value. */
  @SuppressWarnings("unchecked")
  static List<AnnotationValue> list(AnnotationValue value) {
    return List.copyOf((List<? extends AnnotationValue>) value.getValue());
  }

  /** The texts of a written array member. */
  static List<String> texts(AnnotationMirror mirror, String member) {
    return list(mirror, member).stream().map(v -> v.getValue().toString()).toList();
  }
}
