package io.typedprompt.processor.diagnostic;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What is around a declaration. */
public final class Enclosing {
  private Enclosing() {}

  /** The type that declares a member, a parameter's method included; the type itself for a type. */
  public static TypeElement type(Element element) {
    Element e = element;
    while (!(e instanceof TypeElement type)) {
      e = around(e);
    }
    return type;
  }

  /** The type that is not nested in another one. */
  public static TypeElement topLevelType(Element element) {
    TypeElement type = type(element);
    while (around(type) instanceof TypeElement outer) {
      type = outer;
    }
    return type;
  }

  /** The name of the package; empty for the unnamed one. */
  public static String packageName(Element element) {
    Element e = element;
    while (!(e instanceof PackageElement named)) {
      e = around(e);
    }
    return named.getQualifiedName().toString();
  }

  /** What encloses a declaration that is not a package or module. */
  public static Element around(Element element) {
    return Objects.requireNonNull(
        element.getEnclosingElement(), "only packages and modules stand alone");
  }
}
