package io.typedprompt.internal.call;

import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no answer came back; the engine turns it into the exception that a caller sees. */
final class TransportFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  TransportFailure(Kind kind, @Nullable Throwable cause) {
    super(cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** What the cause says, or its name. */
  String reason() {
    Throwable cause = getCause();
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** Whether the connection would fail in the same way if it were tried again. */
  boolean isLasting() {
    Throwable cause = getCause();
    return cause instanceof SSLPeerUnverifiedException
        || cause instanceof ProtocolException
        || cause instanceof UnknownServiceException
        || (cause instanceof SSLHandshakeException
            && cause.getCause() instanceof CertificateException);
  }

  enum Kind {
    /** The connection failed before anything of the request's body was written. */
    NOT_SENT,
    /** The connection broke after that: the server may have answered. */
    BROKEN,
    /** The server was silent for too long. */
    SILENT,
    /** The time for the whole call is over. */
    TIMEOUT,
    /** The calling thread was interrupted. */
    INTERRUPTED,
    /** The client was closed. */
    CLOSED
  }
}
