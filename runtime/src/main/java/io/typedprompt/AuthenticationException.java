package io.typedprompt;

/** The API key is missing, wrong or disabled (401). */
public final class AuthenticationException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public AuthenticationException(FailureDetails details) {
    super(details);
  }
}
