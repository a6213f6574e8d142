package io.typedprompt.testing;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Writes one reply, part by part, when and as far as its delivery says. No thread waits. */
final class ReplyWriter extends IteratingCallback {
  private final Request request;
  private final Response response;
  private final Reply reply;
  private final Callback callback;
  private final List<byte[]> parts;
  private int next;

  ReplyWriter(Request request, Response response, Reply reply, Callback callback) {
    this.request = request;
    this.response = response;
    this.reply = reply;
    this.callback = callback;
    this.parts = reply.sentParts();
  }

  /** Returns at once; the reply leaves when the delivery's gate and delay are over. */
  void start() {
    reply
        .delivery()
        .gate()
        .whenComplete((value, failure) -> after(reply.delivery().delay(), this::begin));
  }

  private void begin() {
    try {
      writeHead();
      iterate();
    } catch (RuntimeException e) {
      callback.failed(e); // Nobody above would: this may run on a timer's or the test's thread.
    }
  }

  private void writeHead() {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (reply.parts().size() == 1 && !reply.delivery().chunked()) {
      response.getHeaders().put("Content-Length", String.valueOf(announcedLength()));
    }
  }

  /** A message that ends as it should has the length that is sent; a broken one promises more. */
  private long announcedLength() {
    if (reply.delivery().ending() != Delivery.Ending.COMPLETE) {
      return reply.length();
    }
    return parts.isEmpty() ? 0 : parts.get(0).length;
  }

  @Override
  protected Action process() {
    if (next == parts.size()) {
      return Action.SUCCEEDED;
    }
    ByteBuffer part = ByteBuffer.wrap(parts.get(next));
    Duration wait = next == 0 ? Duration.ZERO : reply.delivery().pace();
    next++;
    boolean isWhole = next == parts.size() && reply.delivery().isWhole();
    after(wait, () -> write(part, isWhole));
    return Action.SCHEDULED;
  }

  /** Whoever has read the last part may ask at once whether it was delivered. */
  private void write(ByteBuffer part, boolean isWhole) {
    if (isWhole) {
      reply.delivered().accept(true);
    }
    response.write(false, part, this);
  }

  @Override
  protected void onCompleteSuccess() {
    switch (reply.delivery().ending()) {
      case COMPLETE -> response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      case CLOSE -> breakOff(false);
      case RESET -> breakOff(true);
    }
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    reply.delivered().accept(false);
    callback.failed(cause);
  }

  private void breakOff(boolean reset) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    IOException cause = new IOException("broken off as scripted");
    if (reset) {
      lingerForNoTime(endPoint);
    }
    endPoint.close(cause);
    callback.failed(cause);
  }

  /** Without lingering, closing a socket sends a reset. */
  private static void lingerForNoTime(EndPoint endPoint) {
    if (endPoint instanceof SelectableChannelEndPoint selectable
        && selectable.getChannel() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // The peer was faster: the connection is gone already, which is what was asked for.
      }
    }
  }

  private void after(Duration wait, Runnable action) {
    if (wait.isZero()) {
      action.run();
    } else {
      request.getComponents().getScheduler().schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
