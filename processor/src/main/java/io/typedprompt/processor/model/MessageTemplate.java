package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.template.ParsedTemplate;
import io.typedprompt.processor.template.Template;
import java.util.List;
import java.util.Map;

/**
 * The template of one message.
 *
 * @param annotation the annotation's simple name, such as {@code UserMessage}
 * @param template its parsed text
 * @param isWhole whether all of the text could be read; otherwise nothing can be said about names
 *     that it does not have
 * @param resources the files that its text comes from, partials included
 * @param where the annotation's value
 */
public record MessageTemplate(
    String annotation,
    ParsedTemplate template,
    boolean isWhole,
    List<Resource> resources,
    Where where) {

  /** A message of which nothing could be read. */
  public static MessageTemplate unreadable(String annotation, Where where) {
    ParsedTemplate nothing = new ParsedTemplate(new Template(List.of()), Map.of(), List.of());
    return new MessageTemplate(annotation, nothing, false, List.of(), where);
  }

  /**
   * A file on the class path.
   *
   * @param name its name from the root
   * @param sha256 the digest of its text, in hexadecimal
   */
  public record Resource(String name, String sha256) {}
}
