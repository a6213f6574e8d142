package io.typedprompt;

import java.util.OptionalLong;

/**
 * The account or the key has too little credit (402). OpenRouter looks before the call at what the
 * answer could cost at most, so a lower {@code maxTokens} may help.
 */
public final class InsufficientCreditsException extends OpenRouterException {
  private static final long serialVersionUID = 1L;

  public InsufficientCreditsException(FailureDetails details) {
    super(details);
  }

  /** How many tokens the answer may have at most, where the server said so. */
  public OptionalLong affordableTokens() {
    return details().affordableTokens();
  }
}
