package io.typedprompt;

/**
 * There were too many requests (429), for OpenRouter or for the provider. {@link #retryAfter()}
 * says how long to wait, where the server did; a used up daily quota is not {@link #retryable()}.
 */
public final class RateLimitException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public RateLimitException(FailureDetails details) {
    super(details);
  }
}
