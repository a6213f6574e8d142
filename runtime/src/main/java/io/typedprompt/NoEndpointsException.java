package io.typedprompt;

/**
 * No provider is left that could serve the request (404): the request's options and the account's
 * settings together exclude all of them, or the model is gone.
 */
public final class NoEndpointsException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public NoEndpointsException(FailureDetails details) {
    super(details);
  }
}
