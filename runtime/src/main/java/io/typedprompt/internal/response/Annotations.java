package io.typedprompt.internal.response;

import io.typedprompt.Citation;
import io.typedprompt.FileAnnotation;
import java.util.List;

/**
 * What an answer refers to.
 *
 * @param citations web pages
 * @param files files of the prompt that were parsed
 * @param fileJson for each of the files, the annotation as JSON, to be sent back as it is
 */
public record Annotations(
    List<Citation> citations, List<FileAnnotation> files, List<String> fileJson) {
  static final Annotations NONE = new Annotations(List.of(), List.of(), List.of());
}
