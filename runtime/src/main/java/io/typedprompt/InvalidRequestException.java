package io.typedprompt;

/**
 * OpenRouter or the provider does not take the request as it is: a wrong option or model, a prompt
 * that is too long (400, 413, 422 and other refusals of the 400s). Repeating it does not help.
 */
public final class InvalidRequestException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public InvalidRequestException(FailureDetails details) {
    super(details);
  }
}
