package io.typedprompt.internal.call;

import io.typedprompt.CallCancelledException;
import io.typedprompt.CallTimeoutException;
import io.typedprompt.FailureDetails;
import io.typedprompt.NetworkException;
import io.typedprompt.OpenRouterException;
import io.typedprompt.internal.response.Redaction;
import java.math.BigDecimal;
import java.time.Duration;

/** Makes the exception for a request that had no answer. */
final class TransportFailures {
  private static final String MAY_BE_BILLED = "The model may have answered, which would be billed";
  private static final String NOT_REPEATED = ", so the request is not repeated by itself.";

  private final CallRecord call;
  private final Redaction redaction;
  private final String host;
  private final boolean retryAmbiguous;
  private final CallGuard guard;

  TransportFailures(
      CallRecord call, Redaction redaction, String host, boolean retryAmbiguous, CallGuard guard) {
    this.call = call;
    this.redaction = redaction;
    this.host = host;
    this.retryAmbiguous = retryAmbiguous;
    this.guard = guard;
  }

  OpenRouterException exception(TransportFailure failure, Duration timeout, boolean sent) {
    return switch (failure.kind()) {
      case NOT_SENT ->
          new NetworkException(details(notSent(failure), failure, false, !failure.isLasting()));
      case BROKEN -> new NetworkException(details(broken(failure), failure, true, retryAmbiguous));
      case SILENT -> new CallTimeoutException(details(silent(), failure, true, retryAmbiguous));
      case TIMEOUT -> new CallTimeoutException(details(timeout(timeout, sent), failure, sent));
      case INTERRUPTED ->
          new CallCancelledException(details(cancelled(guard.interruption()), failure, sent));
      case CLOSED ->
          new CallCancelledException(details(cancelled("client was closed"), failure, sent));
    };
  }

  private Words notSent(TransportFailure failure) {
    return new Words(
        "no connection to " + host,
        redaction.error(failure.reason()),
        "Nothing was sent. Check the network, and the client's baseUrl.");
  }

  private Words broken(TransportFailure failure) {
    return new Words(
        "the connection to " + host + " broke off",
        redaction.error(failure.reason()),
        mayBeBilled(retryAmbiguous));
  }

  private Words silent() {
    return new Words(host + " was silent for too long", mayBeBilled(retryAmbiguous));
  }

  private static Words timeout(Duration timeout, boolean sent) {
    String advice = "Raise timeoutSeconds or the client's timeout, or ask for less.";
    return new Words(
        "no answer within " + seconds(timeout), sent ? advice + " " + mayBeBilled(false) : advice);
  }

  private static String mayBeBilled(boolean repeated) {
    return repeated ? MAY_BE_BILLED + "." : MAY_BE_BILLED + NOT_REPEATED;
  }

  private static Words cancelled(String why) {
    return new Words("cancelled because the " + why, "");
  }

  private FailureDetails details(Words words, TransportFailure failure, boolean sent) {
    return details(words, failure, sent, false);
  }

  private FailureDetails details(
      Words words, TransportFailure failure, boolean charged, boolean retryable) {
    call.failed(words.headline(), null, charged);
    return call.details(words, null)
        .cause(Causes.clean(failure.getCause(), redaction))
        .retryable(retryable)
        .build();
  }

  static String seconds(Duration timeout) {
    BigDecimal seconds = BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros();
    return seconds.compareTo(BigDecimal.ONE) == 0
        ? "1 second"
        : seconds.toPlainString() + " seconds";
  }
}
