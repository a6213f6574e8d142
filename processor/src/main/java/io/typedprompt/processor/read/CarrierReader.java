package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Looks at an annotation type that carries annotations of prompts for others. */
final class CarrierReader {
  private final Findings findings;

  CarrierReader(Findings findings) {
    this.findings = findings;
  }

  void check(TypeElement annotation) {
    Mirrors.ours(annotation, "OpenRouterPrompt")
        .ifPresent(mirror -> checkClassName(annotation, mirror));
    Optional<AnnotationMirror> retention =
        Mirrors.named(annotation, "java.lang.annotation.Retention");
    if (retention.isPresent()) {
      AnnotationValue policy = Mirrors.member(retention.get(), "value");
      if (policy.getValue().toString().equals("SOURCE")) {
        findings.add(
            Problem.LOST_ANNOTATION,
            Where.of(annotation, retention.get(), policy),
            annotation.getSimpleName());
      }
    }
  }

  private void checkClassName(TypeElement annotation, AnnotationMirror mirror) {
    AnnotationValue className = Mirrors.written(mirror).get("className");
    if (className != null) {
      findings.add(
          Problem.MISPLACED_CLASS_NAME,
          Where.of(annotation, mirror, className),
          "an annotation that several can have");
    }
  }
}
