package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Why a class in another place cannot use a type.
 *
 * @param problem what the type is, such as "private"
 * @param fix what it should be
 */
record Visibility(String problem, String fix) {

  /** Empty if a class in the package can use the type. */
  static Optional<Visibility> of(TypeElement type, String packageName) {
    boolean samePackage = packageName.equals(Enclosing.packageName(type));
    for (Element e = type; e.getKind() != ElementKind.PACKAGE; e = Enclosing.around(e)) {
      Set<Modifier> modifiers = e.getModifiers();
      if (modifiers.contains(Modifier.PRIVATE)) {
        String inside =
            e.equals(type) ? "private" : "inside " + e.getSimpleName() + ", which is private";
        return Optional.of(new Visibility(inside, samePackage ? "package-private" : "public"));
      }
      if (!samePackage && !modifiers.contains(Modifier.PUBLIC)) {
        return Optional.of(new Visibility("not public, in another package", "public"));
      }
    }
    return Optional.empty();
  }
}
