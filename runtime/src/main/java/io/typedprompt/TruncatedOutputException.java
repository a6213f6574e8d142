package io.typedprompt;

/** The answer was cut at the limit of tokens, and the method's type cannot show that. */
public final class TruncatedOutputException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public TruncatedOutputException(FailureDetails details) {
    super(details);
  }

  /** What the model had written; empty if it was nothing. */
  public String text() {
    return details().text();
  }
}
