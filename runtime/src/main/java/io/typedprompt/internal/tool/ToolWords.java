package io.typedprompt.internal.tool;

import io.typedprompt.AnswerProblem;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.answer.ProblemList;
import io.typedprompt.internal.request.CompactSchema;
import io.typedprompt.internal.response.Redaction;
import java.util.List;

/** What a model is told of a tool call that has no result. */
public final class ToolWords {
  /** More of what the model wrote would not tell it more. */
  private static final int MOST_WRITTEN = 500;

  private ToolWords() {}

  static String unreadable(ToolMethod<?> tool, String written) {
    String shown =
        written.length() <= MOST_WRITTEN ? written : written.substring(0, MOST_WRITTEN) + "…";
    return "The tool was not called, because its arguments are not one JSON object: "
        + shown
        + "\nCall it again with one of this form:\n"
        + CompactSchema.of(tool.parameters().schema());
  }

  static String misfit(List<AnswerProblem> problems) {
    return "The tool was not called, because its arguments do not fit. Their problems are:\n"
        + ProblemList.json(problems)
        + "\nCall it again with all of them corrected.";
  }

  /** The tool threw an exception. */
  public static String failed(Exception failure, Redaction redaction) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    String text = name.isEmpty() ? "Exception" : name;
    return "The tool failed: "
        + redaction.error(message == null || message.isBlank() ? text : text + ": " + message);
  }

  /** The application does not allow the call. */
  public static String refused(String reason) {
    return reason.isBlank() ? "The call was refused." : "The call was refused: " + reason;
  }

  /** The answer was given beside calls whose results it cannot know. */
  public static String early() {
    return "The answer was not taken, because it came together with calls of tools. Give it again"
        + " now that their results are there.";
  }

  /** Some providers refuse a message without any text. */
  static String result(String text) {
    return text.isBlank() ? "(empty)" : text;
  }
}
