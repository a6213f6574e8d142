package io.typedprompt;

import java.util.List;

/**
 * The request is not allowed (403): moderation flagged it, a guardrail or budget of the account
 * blocked it, or the model is not open to this account or region.
 */
public final class PermissionDeniedException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public PermissionDeniedException(FailureDetails details) {
    super(details);
  }

  /** Why, in the words of the server: categories of moderation, or patterns of a guardrail. */
  public List<String> reasons() {
    return details().reasons();
  }
}
