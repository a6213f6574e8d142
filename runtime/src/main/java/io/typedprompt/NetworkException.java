package io.typedprompt;

/**
 * There was no response, or not the whole of it: the server could not be reached, or the connection
 * broke. {@link #retryable()} tells whether the request was certainly not sent.
 */
public final class NetworkException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public NetworkException(FailureDetails details) {
    super(details);
  }

  /** What the model had written, if a stream had begun; otherwise empty. */
  public String text() {
    return details().text();
  }
}
