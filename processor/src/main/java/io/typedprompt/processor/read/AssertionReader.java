package io.typedprompt.processor.read;

import io.typedprompt.processor.model.Shape.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads the methods of a type that say whether its components go together. */
final class AssertionReader {
  private AssertionReader() {}

  /**
   * The methods with {@code @AssertTrue} or {@code @AssertFalse}.
   *
   * @param isAccessor which methods only return a component, whose rule it then is
   * @param fromPackage where generated code calls them
   */
  static List<Assertion> read(
      TypeElement type, Predicate<ExecutableElement> isAccessor, String fromPackage) {
    List<Assertion> assertions = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!isAccessor.test(method)) {
        for (AnnotationMirror mirror : ConstraintReader.on(method)) {
          ConstraintReader.assertion(method, mirror, flaw(method, fromPackage))
              .ifPresent(assertions::add);
        }
      }
    }
    return assertions;
  }

  /** Why generated code cannot ask a method whether all is right; empty if it can. */
  private static String flaw(ExecutableElement method, String fromPackage) {
    boolean isQuestion =
        method.getParameters().isEmpty()
            && method.getReturnType().getKind() == TypeKind.BOOLEAN
            && !method.getModifiers().contains(Modifier.STATIC);
    if (!isQuestion) {
      return "is for a method of an object that takes nothing and returns a boolean. Change the"
          + " method, or remove the annotation.";
    }
    return MemberReader.isVisible(method, fromPackage)
        ? ""
        : "is not checked, because the generated class cannot call the method. Make it public.";
  }
}
