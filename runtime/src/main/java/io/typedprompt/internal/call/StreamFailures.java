package io.typedprompt.internal.call;

import io.typedprompt.Attempt;
import io.typedprompt.CallCancelledException;
import io.typedprompt.CallTimeoutException;
import io.typedprompt.FailureDetails;
import io.typedprompt.NetworkException;
import io.typedprompt.OpenRouterException;
import io.typedprompt.ProviderException;
import io.typedprompt.internal.response.Completion;
import io.typedprompt.internal.response.ErrorReader;
import io.typedprompt.internal.response.Redaction;
import org.jspecify.annotations.Nullable;

/** Makes the exception for a stream that began and did not come to its end. */
final class StreamFailures {
  private static final String BILLED =
      "What the model has written may be billed, so the request is not repeated by itself.";

  private final CallRecord call;
  private final Redaction redaction;
  private final String host;

  StreamFailures(CallRecord call, Redaction redaction, String host) {
    this.call = call;
    this.redaction = redaction;
    this.host = host;
  }

  /** The connection ended in an orderly way, but too early. */
  OpenRouterException ended(Completion completion, HttpReply head, String text) {
    Words words = new Words("the stream of " + host + " ended before the answer did", BILLED);
    return new NetworkException(details(words, completion, head, text).build());
  }

  /** No more bytes came. */
  OpenRouterException broken(
      TransportFailure failure, Completion completion, HttpReply head, String text) {
    Throwable cause = Causes.clean(failure.getCause(), redaction);
    return switch (failure.kind()) {
      case INTERRUPTED -> cancelled("thread was interrupted", cause, completion, head, text);
      case CLOSED -> cancelled("client was closed", cause, completion, head, text);
      case SILENT ->
          new CallTimeoutException(details(silent(), completion, head, text).cause(cause).build());
      case BROKEN, NOT_SENT, TIMEOUT ->
          new NetworkException(
              details(broken(failure), completion, head, text).cause(cause).build());
    };
  }

  /** The user closed the stream. */
  OpenRouterException closed(Completion completion, HttpReply head, String text) {
    return cancelled("stream was closed", null, completion, head, text);
  }

  /** An event is nothing that this client can read. */
  OpenRouterException unreadable(String data, Completion completion, HttpReply head, String text) {
    String body = redaction.error(data);
    Words words =
        new Words(
            "an event of the stream is not JSON",
            ErrorReader.readBody(body).reason(),
            "Check that the client's baseUrl is that of OpenRouter's API.");
    return new ProviderException(details(words, completion, head, text).rawBody(body).build());
  }

  private Words silent() {
    return new Words(host + " was silent for too long in the middle of the answer", BILLED);
  }

  private Words broken(TransportFailure failure) {
    return new Words(
        "the connection to " + host + " broke off in the middle of the answer",
        redaction.error(failure.reason()),
        BILLED);
  }

  private OpenRouterException cancelled(
      String why, @Nullable Throwable cause, Completion completion, HttpReply head, String text) {
    Words words = new Words("cancelled because the " + why, "");
    return new CallCancelledException(details(words, completion, head, text).cause(cause).build());
  }

  private FailureDetails.Builder details(
      Words words, Completion completion, HttpReply head, String text) {
    call.end(Attempt.Outcome.FAILED, words.headline(), completion);
    return call.details(words, head.generationId(completion))
        .status(head.status())
        .provider(completion.provider())
        .text(redaction.answer(text));
  }
}
