package io.typedprompt.internal.call;

import io.typedprompt.CallCancelledException;
import io.typedprompt.CallTimeoutException;
import io.typedprompt.FailureDetails;
import io.typedprompt.OpenRouterException;
import io.typedprompt.internal.response.Redaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the exception for a call that ended while its tools were to run. */
final class ToolFailures {
  private final CallRecord call;
  private final Redaction redaction;
  private final String text;

  /**
   * @param text what was handed on of the answer before
   */
  ToolFailures(CallRecord call, Redaction redaction, String text) {
    this.call = call;
    this.redaction = redaction;
    this.text = text;
  }

  OpenRouterException timedOut(Duration timeout, String tools, @Nullable Throwable cause) {
    Words words =
        new Words(
            "no answer within " + TransportFailures.seconds(timeout),
            "the model called " + tools,
            "Raise timeoutSeconds or the client's timeout, or let the tools take less time.");
    return new CallTimeoutException(details(words, cause));
  }

  OpenRouterException cancelled(String why, String tools, @Nullable Throwable cause) {
    Words words = new Words("cancelled because the " + why, "the model had called " + tools, "");
    return new CallCancelledException(details(words, cause));
  }

  OpenRouterException notApproved(Exception cause) {
    String message = cause.getMessage();
    String name = cause.getClass().getName();
    Words words =
        new Words(
            "cancelled because the approval of its tools failed",
            redaction.error(message == null ? name : name + ": " + message),
            "");
    return new CallCancelledException(details(words, cause));
  }

  private FailureDetails details(Words words, @Nullable Throwable cause) {
    return call.details(words, null)
        .text(redaction.answer(text))
        .cause(Causes.clean(cause, redaction))
        .build();
  }
}
