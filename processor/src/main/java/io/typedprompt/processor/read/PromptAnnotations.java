package io.typedprompt.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** The annotations that make a method a prompt. */
final class PromptAnnotations {
  /** Those that say something to the model. */
  static final List<String> MESSAGES =
      List.of("UserMessage", "SystemMessage", "AssistantMessage", "Example", "Examples");

  private static final String OPTIONS = "OpenRouterPrompt";

  private PromptAnnotations() {}

  /** Whether any of them is on the element. */
  static boolean isOn(Element element) {
    return first(element).isPresent();
  }

  /** One that is on the element, or carries one. */
  static Optional<AnnotationMirror> first(Element element) {
    for (String name : MESSAGES) {
      Optional<AnnotationMirror> message = Mirrors.ours(element, name);
      if (message.isPresent()) {
        return message;
      }
    }
    return marking(element, OPTIONS).or(() -> marking(element, "SystemMessage"));
  }

  /** The annotation by which an element has one of this project's: that one, or one with it. */
  static Optional<AnnotationMirror> marking(Element element, String name) {
    return Mirrors.ours(element, name)
        .or(() -> MetaAnnotations.carrying(element, name).stream().findFirst());
  }
}
