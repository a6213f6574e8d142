package io.typedprompt;

/** The model refused to answer. */
public final class RefusalException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public RefusalException(FailureDetails details) {
    super(details);
  }

  /** The words in which it refused. */
  public String text() {
    return details().text();
  }
}
