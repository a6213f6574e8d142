package io.typedprompt.processor.template;

import java.util.Optional;

/** Reads one text: its tags become nodes, and the lines that only hold a tag disappear. */
final class TemplateReader {

  /** Decides whether a partial can be included. */
  interface Includer {
    /**
     * Looks for a partial, and reports where it cannot be included.
     *
     * @param name the name of the partial in its tag
     * @return whether it can be included
     */
    boolean include(PartialKey key, Span name, TextProblems problems);
  }

  private final TemplateText source;
  private final String text;
  private final String indent;
  private final Includer includer;
  private final TextProblems problems;
  private final NameReader names;
  private final SectionStack sections;

  /**
   * @param indent what each line of the text is to start with
   */
  TemplateReader(TemplateText source, String indent, Includer includer, TextProblems problems) {
    this.source = source;
    this.text = source.text();
    this.indent = indent;
    this.includer = includer;
    this.problems = problems;
    this.names = new NameReader(problems);
    this.sections = new SectionStack(names, problems);
  }

  Template read() {
    TagScanner scanner = new TagScanner(source, problems);
    int textStart = 0;
    for (Tag tag = scanner.next(); tag != null; tag = scanner.next()) {
      Optional<Line> line = tag.type().mayStandAlone() ? Line.heldBy(tag) : Optional.empty();
      addText(textStart, line.map(Line::start).orElse(tag.start()), line.isEmpty());
      addTag(tag, line);
      if (sections.isTooDeep()) {
        return sections.finishPart();
      }
      textStart = line.map(Line::end).orElse(tag.end());
    }
    addText(textStart, text.length(), false);
    return scanner.gaveUp() ? sections.finishPart() : sections.finish(scanner.delimiters());
  }

  private void addTag(Tag tag, Optional<Line> line) {
    switch (tag.type()) {
      case VARIABLE, UNESCAPED, TRIPLE ->
          names
              .name(tag)
              .ifPresent(name -> sections.nodes().add(new Node.Variable(name, tag.span())));
      case SECTION, INVERTED -> sections.open(tag);
      case CLOSE -> sections.close(tag);
      case PARTIAL -> addPartial(tag, line);
      case PARENT ->
          refuse(
              tag, "inherits from a template", "include a partial, '" + instead(tag, ">") + "'.");
      case BLOCK ->
          refuse(
              tag,
              "is a block of template inheritance",
              "write its text in its place; a name that starts with '$' is written '"
                  + instead(tag, "&$")
                  + "'.");
      case COMMENT, DELIMITERS -> {}
    }
  }

  private void addPartial(Tag tag, Optional<Line> line) {
    Optional<String> resource = names.resource(tag);
    if (resource.isEmpty()) {
      return;
    }
    String lineIndent = line.map(l -> indent + text.substring(l.start(), tag.start())).orElse("");
    PartialKey key = new PartialKey(resource.get(), lineIndent);
    if (includer.include(key, tag.content(), problems)) {
      sections.nodes().add(new Node.Partial(key, tag.span()));
    }
  }

  /** The optional modules of Mustache have closing tags, which are no further problem. */
  private void refuse(Tag tag, String whatItIs, String advice) {
    problems.unsupported(tag, whatItIs, advice);
    sections.forgiveClose(tag.content().text());
  }

  private static String instead(Tag tag, String sigil) {
    return tag.delimiters().tag(sigil + tag.content().text());
  }

  /**
   * Adds a part of the text, each line with the indentation.
   *
   * @param tagFollows whether a tag comes next that stays in its line, which may start with it
   */
  private void addText(int start, int end, boolean tagFollows) {
    NodeList nodes = sections.nodes();
    if (indent.isEmpty()) {
      nodes.addText(text, start, end);
      return;
    }
    int from = start;
    for (int at = start; at < end || (at == end && tagFollows); at++) {
      if (at == 0 || text.charAt(at - 1) == '\n') {
        nodes.addText(text, from, at);
        nodes.addText(indent, 0, indent.length());
        from = at;
      }
    }
    nodes.addText(text, from, end);
  }
}
