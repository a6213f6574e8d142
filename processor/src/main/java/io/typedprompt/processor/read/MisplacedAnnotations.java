package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds prompt annotations where they would do nothing. */
final class MisplacedAnnotations {
  private final Findings findings;

  MisplacedAnnotations(Findings findings) {
    this.findings = findings;
  }

  /** Checks a type, its own methods included; nested types are checked by themselves. */
  void check(TypeElement type) {
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      return; // It carries annotations for others.
    }
    boolean isInterface = type.getKind() == ElementKind.INTERFACE;
    boolean carriesPrompts =
        isInterface && (MetaAnnotations.isPrompt(type) || !type.getTypeParameters().isEmpty());
    Optional<AnnotationMirror> system = PromptAnnotations.marking(type, "SystemMessage");
    if (system.isPresent() && !carriesPrompts) {
      missing(type, name(system.get()), Where.of(type, system.get()));
      return;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Optional<AnnotationMirror> annotation = PromptAnnotations.first(method);
      if (annotation.isPresent()) {
        Where where = Where.of(method, annotation.get());
        if (!check(method, name(annotation.get()), where, carriesPrompts)) {
          return; // What is wrong with the type is one mistake, however many methods it has.
        }
      }
    }
  }

  private static String name(AnnotationMirror mirror) {
    return Mirrors.type(mirror).getSimpleName().toString();
  }

  private boolean check(
      ExecutableElement method, String annotation, Where where, boolean carriesPrompts) {
    TypeElement type = Enclosing.type(method);
    if (type.getKind() == ElementKind.INTERFACE
        && !method.getModifiers().contains(Modifier.ABSTRACT)) {
      String kind =
          method.getModifiers().contains(Modifier.STATIC)
              ? "static"
              : method.getModifiers().contains(Modifier.PRIVATE) ? "private" : "a default method";
      findings.add(
          Problem.MISPLACED_MESSAGE,
          where,
          annotation,
          method.getSimpleName() + " is " + kind,
          "Remove the body, or the annotation.");
    } else if (type.getKind() != ElementKind.INTERFACE) {
      if (!MetaAnnotations.isPrompt(type)) {
        findings.add(
            Problem.MISPLACED_MESSAGE,
            where,
            annotation,
            type.getSimpleName() + " is no interface",
            "Move the method into an interface with @OpenRouterPrompt.");
      }
      return false;
    } else if (!carriesPrompts) {
      missing(type, annotation, where);
      return false;
    }
    return true;
  }

  private void missing(TypeElement type, String annotation, Where where) {
    findings.add(Problem.NOT_A_PROMPT_INTERFACE, where, annotation, type.getSimpleName());
  }
}
