package io.typedprompt.internal.tool;

import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ParsedAnswer;
import org.jspecify.annotations.Nullable;

/** A tool call whose arguments were looked at. */
public sealed interface PreparedCall {
  /**
   * It can be run.
   *
   * @param <A> the arguments
   */
  record Ready<A>(ToolMethod<A> tool, @Nullable A arguments) implements PreparedCall {
    /**
     * Runs the tool. The arguments are null where, and only where, their reader makes null of what
     * fits.
     *
     * @throws Exception what the tool throws
     */
    @SuppressWarnings("NullAway")
    String run() throws Exception {
      return tool.call(arguments);
    }
  }

  /**
   * It cannot be run.
   *
   * @param text what the model is told instead
   */
  record Rejected(String text) implements PreparedCall {}

  /** Reads arguments that are a strict JSON object. */
  static <A> PreparedCall of(
      ToolMethod<A> tool, String arguments, boolean strict, boolean roundIntegers) {
    ParsedAnswer<A> parsed =
        AnswerParser.parse(tool.parameters(), arguments, strict, roundIntegers);
    if (parsed instanceof ParsedAnswer.Fits<A> fits) {
      return new Ready<>(tool, fits.value());
    }
    return new Rejected(ToolWords.misfit(((ParsedAnswer.Misfits<A>) parsed).problems()));
  }
}
