package io.typedprompt;

import java.util.List;

/** The last answer that was asked for does not fit the method's type either. */
public final class OutputFormatException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public OutputFormatException(FailureDetails details) {
    super(details);
  }

  /** The answer that does not fit. */
  public String text() {
    return details().text();
  }

  /** What does not fit, and where. */
  public List<AnswerProblem> problems() {
    return details().problems();
  }
}
