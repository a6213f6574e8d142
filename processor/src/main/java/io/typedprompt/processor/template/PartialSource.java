package io.typedprompt.processor.template;

import java.util.Optional;

/** Where partials come from. */
@FunctionalInterface
public interface PartialSource {
  /**
   * The text of a partial. It is asked for once per template and resource.
   *
   * @param resource its name from the root of the class path, such as {@code
   *     prompts/style.mustache}
   * @return the text, or empty if there is no such resource
   */
  Optional<TemplateText> load(String resource);
}
