package io.typedprompt.internal.call;

import io.typedprompt.internal.call.TransportFailure.Kind;
import io.typedprompt.internal.response.Redaction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.Call;
import okhttp3.Request;

/** Sends one request and waits for the whole answer. Never sends anything twice. */
final class Transport {
  private final HttpClient http;
  private final Redaction redaction;
  private final Timing timing;

  Transport(HttpClient http, Redaction redaction, Timing timing) {
    this.http = http;
    this.redaction = redaction;
    this.timing = timing;
  }

  /**
   * Sends a request once.
   *
   * @param request a request whose body is {@code body}
   * @param deadline when the call must end, on the clock of the client's {@link Timing}
   */
  HttpReply send(Request request, JsonBody body, long deadline) throws TransportFailure {
    if (Thread.currentThread().isInterrupted()) {
      throw new TransportFailure(Kind.INTERRUPTED, null);
    }
    if (http.isClosed()) {
      throw new TransportFailure(Kind.CLOSED, null);
    }
    if (deadline - timing.nanoTime() <= 0) {
      throw new TransportFailure(Kind.TIMEOUT, null);
    }
    Call call = http.client().newCall(request);
    Exchange exchange = new Exchange();
    call.enqueue(exchange);
    if (http.isClosed()) {
      call.cancel();
    }
    await(call, exchange, deadline);
    try {
      HttpReply reply = exchange.reply();
      return new HttpReply(reply.status(), reply.headers(), redaction.answer(reply.body()));
    } catch (IOException e) {
      throw new TransportFailure(kind(e, body), e);
    }
  }

  private void await(Call call, Exchange exchange, long deadline) throws TransportFailure {
    try {
      if (!exchange.await(deadline - timing.nanoTime())) {
        call.cancel();
        throw new TransportFailure(Kind.TIMEOUT, null);
      }
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      throw new TransportFailure(Kind.INTERRUPTED, e);
    }
  }

  private Kind kind(IOException e, JsonBody body) {
    if (http.isClosed()) {
      return Kind.CLOSED;
    }
    if (!body.started()) {
      return Kind.NOT_SENT;
    }
    if (e instanceof SocketTimeoutException) {
      return Kind.SILENT;
    }
    return e instanceof InterruptedIOException ? Kind.TIMEOUT : Kind.BROKEN;
  }
}
