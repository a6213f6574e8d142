package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.template.ParsedTemplate;
import java.util.List;

/**
 * The template of one message.
 *
 * @param annotation the annotation's simple name, such as {@code UserMessage}
 * @param template its parsed text
 * @param resources the files that its text comes from, partials included
 * @param where the annotation's value
 */
public record MessageTemplate(
    String annotation, ParsedTemplate template, List<Resource> resources, Where where) {

  /**
   * A file on the class path.
   *
   * @param name its name from the root
   * @param sha256 the digest of its text, in hexadecimal
   */
  public record Resource(String name, String sha256) {}
}
