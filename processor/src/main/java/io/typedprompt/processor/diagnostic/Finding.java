package io.typedprompt.processor.diagnostic;

import io.typedprompt.processor.template.Span;
import org.jspecify.annotations.Nullable;

/**
 * A problem that was found.
 *
 * @param problem what it is
 * @param where where it stands
 * @param sentence what is wrong and what to do
 * @param span the place in the template, where it is about one
 */
public record Finding(Problem problem, Where where, String sentence, @Nullable Span span) {

  /** The whole text of the message. */
  String message() {
    String head = "[typedprompt/" + problem.id() + "] " + sentence;
    return span == null ? head : head + "\n" + span.excerpt();
  }
}
