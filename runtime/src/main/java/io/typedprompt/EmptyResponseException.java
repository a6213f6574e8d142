package io.typedprompt;

/** The model answered, but with nothing. */
public final class EmptyResponseException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public EmptyResponseException(FailureDetails details) {
    super(details);
  }
}
