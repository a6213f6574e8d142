package io.typedprompt.processor.diagnostic;

import io.typedprompt.processor.diagnostic.Problem.Severity;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import javax.tools.Diagnostic;

/** Prints findings through javac, each once, as bad as the user wants to take it. */
public final class FindingPrinter {
  private final Messager messager;
  private final Map<Problem, Optional<Severity>> decisions;
  private final Predicate<TypeElement> inSource;
  private final Set<String> printed = new HashSet<>();

  /**
   * @param decisions severities that the user chose; empty is "ignore"
   * @param inSource whether a top-level class is compiled now, so that javac can point into it
   */
  public FindingPrinter(
      Messager messager,
      Map<Problem, Optional<Severity>> decisions,
      Predicate<TypeElement> inSource) {
    this.messager = messager;
    this.decisions = decisions;
    this.inSource = inSource;
  }

  /**
   * Prints what was found in an interface.
   *
   * @return whether anything is an error
   */
  public boolean print(Findings findings, Element subject) {
    boolean errors = false;
    for (Finding finding : findings.list()) {
      Optional<Severity> severity = severity(finding);
      if (severity.isPresent()) {
        print(finding, severity.get(), subject);
        errors |= severity.get() != Severity.WARNING;
      }
    }
    return errors;
  }

  private void print(Finding finding, Severity severity, Element subject) {
    Diagnostic.Kind kind =
        severity == Severity.WARNING ? Diagnostic.Kind.MANDATORY_WARNING : Diagnostic.Kind.ERROR;
    if (!printed.add(finding.identity())) {
      return;
    }
    Where where = finding.where();
    Element element = where.element();
    if (!inSource.test(Enclosing.topLevelType(element))) {
      // javac cannot point into a class file, so the message stands on the interface.
      messager.printMessage(kind, finding.message(where.address(), ""), subject);
      return;
    }
    String note = isInherited(element, subject) ? " (" + subject + " inherits it.)" : "";
    String message = finding.message("", note);
    messager.printMessage(kind, message, element, where.annotation(), where.value());
  }

  /** Whether the element is a part of an interface above the subject. */
  private static boolean isInherited(Element element, Element subject) {
    TypeElement owner = Enclosing.type(element);
    return owner.getKind() == ElementKind.INTERFACE
        && !owner.equals(subject)
        && isAbove(owner, (TypeElement) subject);
  }

  private static boolean isAbove(TypeElement owner, TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && (element.equals(owner) || isAbove(owner, element))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Severity> severity(Finding finding) {
    Problem problem = finding.problem();
    if (problem.severity() == Severity.FATAL) {
      return Optional.of(Severity.FATAL);
    }
    if (isSuppressed(finding)) {
      return Optional.empty();
    }
    return decisions.getOrDefault(problem, Optional.of(problem.severity()));
  }

  private static boolean isSuppressed(Finding finding) {
    String name = "typedprompt/" + finding.problem().id();
    for (Element e = finding.where().element(); e != null; e = e.getEnclosingElement()) {
      for (AnnotationMirror mirror : e.getAnnotationMirrors()) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")
            && mirror.getElementValues().values().stream().anyMatch(v -> mentions(v, name))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mentions(AnnotationValue value, String text) {
    return value.accept(
        new SimpleAnnotationValueVisitor14<Boolean, Void>(false) {
          @Override
          public Boolean visitString(String s, Void p) {
            return s.equals(text);
          }

          @Override
          public Boolean visitArray(java.util.List<? extends AnnotationValue> values, Void p) {
            return values.stream().anyMatch(v -> mentions(v, text));
          }
        },
        null);
  }

  /** Reads {@code ignore}, {@code warn} or {@code error}; empty for anything else. */
  public static Optional<Optional<Severity>> decision(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "ignore" -> Optional.of(Optional.empty());
      case "warn" -> Optional.of(Optional.of(Severity.WARNING));
      case "error" -> Optional.of(Optional.of(Severity.ERROR));
      default -> Optional.empty();
    };
  }
}
