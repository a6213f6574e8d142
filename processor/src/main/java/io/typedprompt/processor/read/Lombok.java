package io.typedprompt.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Knows what Lombok's annotations promise. Lombok adds members to classes in javac's first round,
 * and the order of the processor path decides whether this processor sees them in that round or in
 * the next.
 */
final class Lombok {
  private static final List<String> WITH_GETTERS = List.of("Getter", "Data", "Value");
  private static final List<String> WITH_TEXT = List.of("ToString", "Data", "Value");

  private Lombok() {}

  /** Whether a class, or what it extends, has not got yet what its annotations promise. */
  static boolean isYetToAddTo(TypeElement type) {
    TypeElement element = type;
    while (true) {
      if (lacksText(element) || lacksGetter(element)) {
        return true;
      }
      TypeMirror parent = element.getSuperclass();
      if (parent.getKind() != TypeKind.DECLARED) {
        return false;
      }
      element = (TypeElement) ((DeclaredType) parent).asElement();
    }
  }

  private static boolean lacksText(TypeElement type) {
    return has(type, WITH_TEXT) && !getterNames(type).contains("tostring");
  }

  private static boolean lacksGetter(TypeElement type) {
    Set<String> names = getterNames(type);
    boolean all = has(type, WITH_GETTERS);
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      String name = field.getSimpleName().toString().toLowerCase(Locale.ROOT);
      if ((all || has(field, WITH_GETTERS))
          && !field.getModifiers().contains(Modifier.STATIC)
          && !names.contains("get" + name)
          && !names.contains("is" + name)
          && !names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The names of methods without parameters, in small letters. */
  private static Set<String> getterNames(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getParameters().isEmpty())
        .map(ExecutableElement::getSimpleName)
        .map(name -> name.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static boolean has(Element element, List<String> annotations) {
    return annotations.stream()
        .anyMatch(name -> Mirrors.named(element, "lombok." + name).isPresent());
  }
}
