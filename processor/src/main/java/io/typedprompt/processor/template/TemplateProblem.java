package io.typedprompt.processor.template;

/**
 * Something wrong in a template.
 *
 * @param sentence what is wrong and what to do, with the user's text in single quotes
 * @param span the text that is wrong
 */
public record TemplateProblem(Kind kind, String sentence, Span span) {

  /** What is wrong. */
  public enum Kind {
    /** A tag without its closing delimiter. */
    UNCLOSED_TAG,
    /** A tag without a name. */
    EMPTY_TAG,
    /** A tag whose text is not a name. */
    MALFORMED_NAME,
    /** Braces that are not meant as a tag; reported once per text. */
    LITERAL_BRACES,
    /** A tag that should set the delimiters, but cannot be understood. */
    MALFORMED_DELIMITERS,
    /** A section without a closing tag. */
    UNCLOSED_SECTION,
    /** A closing tag for a section that is not open. */
    UNOPENED_SECTION,
    /** Sections within sections, far too many. */
    NESTING_TOO_DEEP,
    /** A partial that does not exist. */
    MISSING_PARTIAL,
    /** A partial that includes itself with more indentation each time. */
    ENDLESS_PARTIAL,
    /** A tag of an optional module of Mustache. */
    UNSUPPORTED_TAG
  }
}
