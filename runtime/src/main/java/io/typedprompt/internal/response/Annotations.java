package io.typedprompt.internal.response;

import io.typedprompt.Citation;
import io.typedprompt.FileAnnotation;
import java.util.List;

/**
 * What an answer refers to.
 *
 * @param citations web pages
 * @param files files of the prompt that were parsed
 */
public record Annotations(List<Citation> citations, List<FileAnnotation> files) {
  static final Annotations NONE = new Annotations(List.of(), List.of());
}
