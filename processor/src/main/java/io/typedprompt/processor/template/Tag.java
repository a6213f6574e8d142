package io.typedprompt.processor.template;

/**
 * A tag as the scanner finds it.
 *
 * @param span the whole tag
 * @param content what stands between the sigil and the closing delimiter, without the whitespace
 *     around it
 * @param delimiters the delimiters it is written with
 */
record Tag(TagType type, Span span, Span content, Delimiters delimiters) {
  int start() {
    return span.start();
  }

  int end() {
    return span.end();
  }
}
