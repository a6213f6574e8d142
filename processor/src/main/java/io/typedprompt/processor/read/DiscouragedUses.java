package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.read.InheritedMethods.Declarations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Whether prompts use what javac warns of: deprecated declarations and raw types. It is for the
 * interface to say whether it may, so the generated class must not be warned of a second time.
 */
final class DiscouragedUses {
  private final Elements elements;
  private final Set<Element> seen = new HashSet<>();

  private DiscouragedUses(Elements elements) {
    this.elements = elements;
  }

  /**
   * @param tools methods that the model may call
   */
  static boolean areIn(
      List<Declarations> methods, List<ExecutableElement> tools, Elements elements) {
    DiscouragedUses uses = new DiscouragedUses(elements);
    return methods.stream().anyMatch(declarations -> uses.areIn(declarations.mostSpecific()))
        || tools.stream()
            .anyMatch(tool -> uses.areIn(tool) || uses.areIn(Enclosing.type(tool).asType()));
  }

  private boolean areIn(ExecutableElement method) {
    return elements.isDeprecated(method)
        || areIn(method.getReturnType())
        || method.getParameters().stream().map(VariableElement::asType).anyMatch(this::areIn);
  }

  private boolean areIn(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return areIn(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && areIn(wildcard.getExtendsBound());
    }
    // The kind of a type that does not exist is known only once it is asked for.
    if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    boolean isRaw = declared.getTypeArguments().size() < element.getTypeParameters().size();
    return isRaw
        || elements.isDeprecated(element)
        || declared.getTypeArguments().stream().anyMatch(this::areIn)
        || areInside(element);
  }

  /** What templates and readers may use of a type. */
  private boolean areInside(TypeElement type) {
    boolean notTheUsers =
        type.getQualifiedName().toString().startsWith("java.")
            || Enclosing.packageName(type).equals("io.typedprompt");
    if (notTheUsers || !seen.add(type)) {
      return false;
    }
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> method.getParameters().isEmpty() && areIn(method))
        || type.getEnclosedElements().stream()
            .anyMatch(e -> e.getKind() == ElementKind.ENUM_CONSTANT && elements.isDeprecated(e));
  }
}
