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

  /**
   * The whole text of the message.
   *
   * @param place where it is, if javac cannot point there; else empty
   * @param note words to put after it
   */
  String message(String place, String note) {
    String intro = place.isEmpty() || sentence.startsWith(place) ? "" : "In " + place + ": ";
    String head = "[typedprompt/" + problem.id() + "] " + intro + sentence + note;
    return span == null ? head : head + "\n" + span.excerpt();
  }

  /** What is the same for the same mistake in the same place. */
  String identity() {
    if (span == null) {
      return problem + " " + where.address() + " " + sentence;
    }
    // A file is the same file wherever it is included.
    String text = span.source().resource().isPresent() ? "" : where.address() + where.annotation();
    return problem + " " + text + " " + span;
  }
}
