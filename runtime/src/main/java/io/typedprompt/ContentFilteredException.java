package io.typedprompt;

/** The provider's filter held the answer back, or a part of it. */
public final class ContentFilteredException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public ContentFilteredException(FailureDetails details) {
    super(details);
  }

  /** What the model had written; empty if it was nothing. */
  public String text() {
    return details().text();
  }
}
