package io.typedprompt;

/** The provider or OpenRouter itself failed (5xx, 408), perhaps in the middle of an answer. */
public final class ProviderException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public ProviderException(FailureDetails details) {
    super(details);
  }

  /** What the model had written; empty if it was nothing. */
  public String text() {
    return details().text();
  }
}
