package io.typedprompt.processor.diagnostic;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import org.jspecify.annotations.Nullable;

/**
 * A place in the user's sources. To everyone but the printer it is opaque: the model carries it
 * from the reader to the findings.
 */
public final class Where {
  private final Element element;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue value;

  private Where(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
  }

  /** A declaration. */
  public static Where of(Element element) {
    return new Where(element, null, null);
  }

  /** An annotation on a declaration. */
  public static Where of(Element element, AnnotationMirror annotation) {
    return new Where(element, annotation, null);
  }

  /** A value in an annotation on a declaration. */
  public static Where of(
      Element element, AnnotationMirror annotation, @Nullable AnnotationValue value) {
    return new Where(element, annotation, value);
  }

  /** Whether both are on, or in an annotation on, the same declaration. */
  public boolean isOnSameDeclarationAs(Where other) {
    return element.equals(other.element);
  }

  /** A name for people: {@code Ticket.body}, {@code SupportPrompts.triage(Ticket)}. */
  public String address() {
    return address(element);
  }

  private static String address(Element element) {
    Element owner = element.getEnclosingElement();
    if (element instanceof QualifiedNameable || owner == null) {
      return element.toString();
    }
    return element.getKind() == ElementKind.PARAMETER
        ? address(owner)
        : owner.getSimpleName() + "." + element;
  }

  Element element() {
    return element;
  }

  @Nullable AnnotationMirror annotation() {
    return annotation;
  }

  @Nullable AnnotationValue value() {
    return value;
  }
}
