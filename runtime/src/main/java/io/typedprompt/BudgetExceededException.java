package io.typedprompt;

import java.util.List;

/** The attempts so far cost {@code maxCost} or more, so the call did not ask again. */
public final class BudgetExceededException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public BudgetExceededException(FailureDetails details) {
    super(details);
  }

  /** The last answer, which does not fit. */
  public String text() {
    return details().text();
  }

  /** What does not fit in it, and where. */
  public List<AnswerProblem> problems() {
    return details().problems();
  }
}
