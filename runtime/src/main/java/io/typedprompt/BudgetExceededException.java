package io.typedprompt;

import java.util.List;

/**
 * The call did not ask again, because the attempts so far cost {@code maxCost} or more, or because
 * the model still called tools after {@code maxToolRounds}.
 */
public final class BudgetExceededException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public BudgetExceededException(FailureDetails details) {
    super(details);
  }

  /** The last answer, which does not fit; or what the model said when it called tools. */
  public String text() {
    return details().text();
  }

  /** What does not fit in it, and where; empty if it called tools. */
  public List<AnswerProblem> problems() {
    return details().problems();
  }
}
