package io.typedprompt.processor.template;

import java.util.Optional;

/** A section whose closing tag is yet to come. */
final class OpenSection {
  private final Tag tag;
  private final Optional<TemplateName> name;
  private final NodeList body = new NodeList();
  private boolean excused;

  /**
   * @param name empty if the tag has a problem: the section is then left out of the tree
   */
  OpenSection(Tag tag, Optional<TemplateName> name) {
    this.tag = tag;
    this.name = name;
  }

  Tag tag() {
    return tag;
  }

  NodeList body() {
    return body;
  }

  boolean hasName() {
    return name.isPresent();
  }

  /** Says that a closing tag that fits nothing was taken for the one of this section. */
  void excuse() {
    excused = true;
  }

  boolean isExcused() {
    return excused;
  }

  /** Whether it is news that this section has no closing tag. */
  boolean mustBeClosed() {
    return hasName() && !excused;
  }

  boolean isLike(OpenSection other) {
    return tag.type() == other.tag.type()
        && tag.content().text().equals(other.tag.content().text());
  }

  boolean isClosedBy(String closeName) {
    String opened = tag.content().text();
    // What opens with {{#if x}} is closed with {{/if}} in other languages.
    return opened.equals(closeName)
        || (!hasName()
            && opened.length() > closeName.length()
            && opened.startsWith(closeName)
            && Character.isWhitespace(opened.charAt(closeName.length())));
  }

  Optional<Node> finish(Span close) {
    return name.map(
        found ->
            new Node.Section(
                found, tag.type() == TagType.INVERTED, body.finish(), tag.span(), close));
  }
}
