package io.typedprompt.processor.template;

import java.util.List;

/**
 * A part of a template. Comments and tags that set delimiters leave no node, and lines that only
 * hold such a tag, a section's tag or a partial are already gone from the texts around it.
 */
public sealed interface Node {

  /** Text that is printed as it is; never empty. */
  record Text(String text) implements Node {}

  /**
   * A value.
   *
   * @param tag the whole tag, delimiters included
   */
  record Variable(TemplateName name, Span tag) implements Node {}

  /**
   * A section.
   *
   * @param inverted whether the body stands for the absent value
   * @param open the whole opening tag
   * @param close the whole closing tag; of a section that nothing closes, the opening one
   */
  record Section(TemplateName name, boolean inverted, List<Node> body, Span open, Span close)
      implements Node {
    public Section {
      body = List.copyOf(body);
    }
  }

  /**
   * Another template, printed here in the scope of this place.
   *
   * @param key the key of its tree in {@link ParsedTemplate#partials()}, where it always is
   * @param tag the whole tag
   */
  record Partial(PartialKey key, Span tag) implements Node {}
}
