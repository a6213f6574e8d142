package io.typedprompt.processor.template;

import io.typedprompt.processor.template.TemplateProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The problems of one text, with the sentences for them. */
final class TextProblems {
  private static final int MAX_QUOTE = 40;

  private final List<TemplateProblem> problems = new ArrayList<>();
  private boolean literalBraces;

  /** All problems, in the order of the text. */
  List<TemplateProblem> inOrder() {
    return problems.stream().sorted(Comparator.comparingInt(p -> p.span().start())).toList();
  }

  /**
   * @param onlyName whether there is nothing but a name after the opening delimiter
   */
  void unclosedTag(Span tag, Delimiters delimiters, boolean onlyName) {
    String sentence =
        quote(tag) + " is never closed: write '" + delimiters.close() + "' after the name.";
    add(Kind.UNCLOSED_TAG, onlyName ? sentence : sentence + " " + literalHint(delimiters), tag);
  }

  void unclosedTriple(Span tag, Delimiters delimiters) {
    add(
        Kind.UNCLOSED_TAG,
        quote(tag)
            + " has a brace more at its start than at its end: write '"
            + delimiters.tag("name")
            + "' or '"
            + delimiters.tag("{name}")
            + "', which mean the same.",
        tag);
  }

  void unclosedComment(Span tag, Delimiters delimiters) {
    add(
        Kind.UNCLOSED_TAG,
        "The comment " + quote(tag) + " is never closed: end it with '" + delimiters.close() + "'.",
        tag);
  }

  /** Many of these have one cause, text that was not written for Mustache, so one is enough. */
  void literalBraces(Span text, Delimiters delimiters) {
    if (literalBraces) {
      return;
    }
    literalBraces = true;
    add(
        Kind.LITERAL_BRACES,
        quote(text)
            + " is not a tag: a name comes after '"
            + delimiters.open()
            + "'. "
            + literalHint(delimiters),
        text);
  }

  void emptyTag(Tag tag) {
    Delimiters delimiters = tag.delimiters();
    boolean triple = tag.type() == TagType.TRIPLE;
    String example = delimiters.tag(tag.type().sigil() + (triple ? "name}" : "name"));
    String sentence = quote(tag.span()) + " is empty: write a name in it, as in '" + example + "'.";
    // Code has empty pairs of braces, but none with a sigil between them.
    boolean code = tag.type() == TagType.VARIABLE || triple;
    add(Kind.EMPTY_TAG, code ? sentence + " " + literalHint(delimiters) : sentence, tag.span());
  }

  /**
   * @param reason what in the name is not allowed
   * @param advice what to write instead, or empty
   */
  void malformedName(Tag tag, String reason, String advice) {
    add(
        Kind.MALFORMED_NAME,
        quote(tag.content())
            + " is not a name: "
            + reason
            + ". A name has letters, digits, '_', '-' and '$', and dots between its parts, as in"
            + " 'customer.name'."
            + (advice.isEmpty() ? "" : " " + advice),
        tag.content());
  }

  void malformedResource(Tag tag) {
    add(
        Kind.MALFORMED_NAME,
        quote(tag.content())
            + " is not the name of a partial: it is named from the root of the class path, with '/'"
            + " between its parts, as in '"
            + tag.delimiters().tag(">prompts/style")
            + "'.",
        tag.content());
  }

  void malformedDelimiters(Span tag, Delimiters delimiters) {
    add(
        Kind.MALFORMED_DELIMITERS,
        quote(tag)
            + " does not set delimiters: write the opening and the closing one with a space between"
            + " them, as in '"
            + delimiters.change(delimiters.alternative())
            + "'; they hold no spaces and no '='.",
        tag);
  }

  /**
   * @param before the tag of an outer section that closes it; empty at the end of the text
   * @param delimiters those that a closing tag needs
   * @param twice the tag that opens the same section in it once more, perhaps for want of a '/'
   */
  void unclosedSection(Tag open, Optional<Tag> before, Optional<Tag> twice, Delimiters delimiters) {
    String where =
        before
            .map(tag -> " is not closed before " + quote(tag.span()) + inLine(tag))
            .orElse(" is never closed");
    String fix =
        twice
            .map(tag -> " in place of " + quote(tag.span()) + inLine(tag) + ".")
            .orElse(" where it ends.");
    add(
        Kind.UNCLOSED_SECTION,
        "The section "
            + quote(open.span())
            + where
            + ": write '"
            + closing(open, delimiters)
            + "'"
            + fix,
        open.span());
  }

  void unopenedSection(Tag close) {
    add(
        Kind.UNOPENED_SECTION,
        quote(close.span())
            + " closes a section, but none is open: write '"
            + close.delimiters().tag("#" + close.content().text())
            + "' where it starts, or remove this tag.",
        close.span());
  }

  void mismatchedClose(Tag close, Tag open) {
    add(
        Kind.UNOPENED_SECTION,
        quote(close.span())
            + " closes a section that is not open: the open one is "
            + quote(open.span())
            + inLine(open)
            + ", which '"
            + closing(open, close.delimiters())
            + "' closes.",
        close.span());
  }

  void nestingTooDeep(Tag open, int limit) {
    add(
        Kind.NESTING_TOO_DEEP,
        "The section "
            + quote(open.span())
            + " is nested too deep: at most "
            + limit
            + " sections can be open at once. Move the inner ones to a partial.",
        open.span());
  }

  void missingPartial(Span name, String resource) {
    add(
        Kind.MISSING_PARTIAL,
        "The partial '"
            + shorten(resource)
            + "' is not on the class path: create it, or correct the name, which starts at the root"
            + " of the class path.",
        name);
  }

  void endlessPartial(Span name, String resource) {
    add(
        Kind.ENDLESS_PARTIAL,
        "The partial '"
            + shorten(resource)
            + "' includes itself with more indentation each time, without end: write the tag at the"
            + " start of its line.",
        name);
  }

  void unsupported(Tag tag, String whatItIs, String advice) {
    add(
        Kind.UNSUPPORTED_TAG,
        quote(tag.span()) + " " + whatItIs + ", which is not supported: " + advice,
        tag.span());
  }

  /** How to write the opening delimiter itself. */
  static String literalHint(Delimiters delimiters) {
    Delimiters next = delimiters.alternative();
    return "For a literal '"
        + delimiters.open()
        + "', write '"
        + delimiters.change(next)
        + "' before it; tags after that are written '"
        + next.tag("name")
        + "'.";
  }

  private static String closing(Tag open, Delimiters delimiters) {
    return delimiters.tag("/" + open.content().text());
  }

  private static String inLine(Tag tag) {
    return " in line " + tag.span().line();
  }

  private static String quote(Span span) {
    return "'" + shorten(span.text()) + "'";
  }

  /** One line, not too long. */
  private static String shorten(String text) {
    StringBuilder shown = new StringBuilder();
    int length = 0;
    int at = 0;
    while (at < text.length()) {
      if (length == MAX_QUOTE) {
        return shown.append("...").toString();
      }
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (Character.isWhitespace(codePoint)) {
        shown.append(' ');
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
      } else {
        shown.append(DisplayCell.of(codePoint).text());
      }
      length++;
    }
    return shown.toString();
  }

  private void add(Kind kind, String sentence, Span span) {
    problems.add(new TemplateProblem(kind, sentence, span));
  }
}
