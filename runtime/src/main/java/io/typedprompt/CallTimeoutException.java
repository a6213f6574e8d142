package io.typedprompt;

/** The call took longer than its timeout, or the server was silent for too long. */
public final class CallTimeoutException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public CallTimeoutException(FailureDetails details) {
    super(details);
  }

  /** What the model had written; empty if it was nothing. */
  public String text() {
    return details().text();
  }
}
