package io.typedprompt;

/** The call was cancelled: its thread was interrupted, or the client or its stream was closed. */
public final class CallCancelledException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public CallCancelledException(FailureDetails details) {
    super(details);
  }

  /** What the model had written; empty if it was nothing. */
  public String text() {
    return details().text();
  }
}
