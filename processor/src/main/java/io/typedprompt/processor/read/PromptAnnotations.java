package io.typedprompt.processor.read;

import java.util.List;
import java.util.Optional;
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

  /** The simple name of one that is on the element. */
  static Optional<String> first(Element element) {
    for (String name : MESSAGES) {
      if (Mirrors.ours(element, name).isPresent()) {
        return Optional.of(name);
      }
    }
    return Mirrors.ours(element, OPTIONS).map(mirror -> OPTIONS);
  }
}
