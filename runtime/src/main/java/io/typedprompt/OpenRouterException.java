package io.typedprompt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that ended without a value. There is one subclass for each thing that a caller would
 * handle differently. Neither the message nor anything else here holds an API key or the account's
 * user id, also where the server sent them.
 */
public class OpenRouterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable FailureDetails details;

  public OpenRouterException(FailureDetails details) {
    super(details.message(), details.cause().orElse(null));
    this.details = details;
  }

  /** All that is known; only the message after the exception was serialized and read back. */
  final FailureDetails details() {
    if (details != null) {
      return details;
    }
    String message = getMessage();
    return FailureDetails.builder(message == null ? "" : message)
        .usage(Usage.unknown())
        .cost(Cost.unknown())
        .build();
  }

  /**
   * The HTTP status, or the error's own code where a failure came inside an answer with status 200;
   * 0 if there was no response. Not always a status that HTTP knows.
   */
  public int status() {
    return details().status();
  }

  /** OpenRouter's word for the kind of error, such as {@code context_length_exceeded}. */
  public Optional<String> errorType() {
    return details().errorType();
  }

  /** The provider at which it failed, under its display name. */
  public Optional<String> provider() {
    return details().provider();
  }

  /** OpenRouter's id of the request, to look it up or to ask its support. */
  public Optional<String> generationId() {
    return details().generationId();
  }

  /**
   * Whether it is sensible and safe to repeat the identical call. It is not for a call that broke
   * off after it was sent: the model may have answered, and would be billed twice.
   */
  public boolean retryable() {
    return details().retryable();
  }

  /** How long the server asks to wait before the call is repeated. */
  public Optional<Duration> retryAfter() {
    return details().retryAfter();
  }

  /** The server's answer, without keys and user ids. */
  public Optional<String> rawBody() {
    return details().rawBody();
  }

  /** Every request of the call, in order. */
  public List<Attempt> attempts() {
    return details().attempts();
  }

  /** The tokens of all attempts. */
  public Usage usage() {
    return details().usage();
  }

  /** What all attempts cost; an answer that was paid for keeps its cost when it cannot be used. */
  public Cost cost() {
    return details().cost();
  }
}
