package io.typedprompt.internal.call;

import io.typedprompt.internal.call.TransportFailure.Kind;
import io.typedprompt.internal.response.Redaction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;

/** Sends one request and waits for its answer. Never sends anything twice. */
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
   * @param streamed whether the answer may come in pieces; then its beginning ends the wait
   * @param deadline when the wait must end, on the clock of the client's {@link Timing}
   */
  HttpReply send(Request request, JsonBody body, boolean streamed, long deadline)
      throws TransportFailure {
    checkMaySend(deadline);
    Call call = http.client().newCall(request);
    if (streamed) {
      // A user's limit for whole calls; a stream may go on as long as it does.
      call.timeout().timeout(0, TimeUnit.MILLISECONDS);
    }
    Exchange exchange = new Exchange(streamed);
    call.enqueue(exchange);
    cancelIfClosed(call);
    await(call, exchange, deadline);
    Response stream = exchange.stream();
    if (stream != null) {
      ResponseBytes bytes = new ResponseBytes(http, call, stream);
      cancelIfClosed(call);
      return new HttpReply(stream.code(), clean(stream.headers()), "", bytes);
    }
    try {
      HttpReply reply = exchange.reply();
      return new HttpReply(reply.status(), clean(reply.headers()), redaction.answer(reply.body()));
    } catch (IOException e) {
      throw new TransportFailure(kind(e, body), e);
    }
  }

  /** Without headers that echo the key: some of the others go into the messages of exceptions. */
  private Headers clean(Headers headers) {
    Headers clean = headers;
    for (int i = 0; i < headers.size(); i++) {
      String value = headers.value(i);
      if (!redaction.answer(value).equals(value)) {
        clean = clean.newBuilder().removeAll(headers.name(i)).build();
      }
    }
    return clean;
  }

  private void checkMaySend(long deadline) throws TransportFailure {
    if (Thread.currentThread().isInterrupted()) {
      throw new TransportFailure(Kind.INTERRUPTED, null);
    }
    if (http.isClosed()) {
      throw new TransportFailure(Kind.CLOSED, null);
    }
    if (deadline - timing.nanoTime() <= 0) {
      throw new TransportFailure(Kind.TIMEOUT, null);
    }
  }

  /** The client may have been closed after it was looked at, and before it knew of the call. */
  private void cancelIfClosed(Call call) {
    if (http.isClosed()) {
      call.cancel();
    }
  }

  private void await(Call call, Exchange exchange, long deadline) throws TransportFailure {
    try {
      if (!exchange.await(deadline - timing.nanoTime())) {
        call.cancel();
        exchange.abandon();
        throw new TransportFailure(Kind.TIMEOUT, null);
      }
    } catch (InterruptedException e) {
      call.cancel();
      exchange.abandon();
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
