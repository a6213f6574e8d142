package io.typedprompt.internal.call;

import io.typedprompt.internal.call.TransportFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response, read when they are asked for. While one waits for more, a thread of
 * OkHttp reads: the wait then notices an interrupt or a cancel at once, which a blocked read of a
 * socket would not. No thread is held between two reads.
 */
final class ResponseBytes {
  private final HttpClient http;
  private final Call call;
  private final Response response;
  private final BufferedSource source;
  private volatile boolean cancelled;
  private volatile @Nullable Fill fill;

  ResponseBytes(HttpClient http, Call call, Response response) {
    this.http = http;
    this.call = call;
    this.response = response;
    this.source = response.body().source();
    http.opened(call);
  }

  /** Reads what is there, and waits if nothing is. Minus one at the end. */
  int read(byte[] target) throws TransportFailure {
    try {
      if (source.getBuffer().exhausted() && !fill()) {
        return -1;
      }
      return source.getBuffer().read(target);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw abandon(new TransportFailure(Kind.INTERRUPTED, e));
    } catch (RejectedExecutionException e) {
      throw abandon(new TransportFailure(Kind.CLOSED, e));
    } catch (IOException e) {
      throw abandon(new TransportFailure(kind(e), e));
    }
  }

  /** Waits for at least one byte; false at the end. */
  private boolean fill() throws IOException, InterruptedException {
    Fill next = new Fill(source, response);
    fill = next;
    if (cancelled) {
      throw new IOException("cancelled");
    }
    http.execute(next);
    next.await();
    if (cancelled) {
      throw new IOException("cancelled");
    }
    fill = null;
    return next.result();
  }

  private TransportFailure abandon(TransportFailure failure) {
    call.cancel();
    close();
    return failure;
  }

  private Kind kind(IOException e) {
    if (http.isClosed()) {
      return Kind.CLOSED;
    }
    if (e instanceof SocketTimeoutException) {
      return Kind.SILENT;
    }
    return e instanceof InterruptedIOException ? Kind.TIMEOUT : Kind.BROKEN;
  }

  /** From any thread: ends a wait, and closes the connection. The reader still has to close. */
  void cancel() {
    cancelled = true;
    call.cancel();
    Fill waiting = fill;
    if (waiting != null) {
      waiting.wake();
    }
  }

  /** Gives the connection back. Only the thread that reads may do so. */
  void close() {
    http.ended(call);
    Fill running = fill;
    if (running == null || !running.closesAtEnd()) {
      response.close();
    }
  }

  /** Waits for bytes on a thread of its own. */
  private static final class Fill implements Runnable {
    private final BufferedSource source;
    private final Response response;
    private final CountDownLatch awake = new CountDownLatch(1);
    private boolean started;
    private boolean finished;
    private boolean abandoned;
    private boolean any;
    private @Nullable IOException failure;

    Fill(BufferedSource source, Response response) {
      this.source = source;
      this.response = response;
    }

    @Override
    public void run() {
      if (!start()) {
        return;
      }
      boolean bytes = false;
      IOException thrown = null;
      try {
        bytes = source.request(1);
      } catch (IOException e) {
        thrown = e;
      } catch (RuntimeException e) {
        thrown = new IOException("the answer cannot be read: " + e, e);
      }
      finish(bytes, thrown);
    }

    private synchronized boolean start() {
      started = !abandoned;
      return started;
    }

    private synchronized void finish(boolean bytes, @Nullable IOException thrown) {
      any = bytes;
      failure = thrown;
      finished = true;
      awake.countDown();
      if (abandoned) {
        response.close();
      }
    }

    void await() throws InterruptedException {
      awake.await();
    }

    void wake() {
      awake.countDown();
    }

    synchronized boolean result() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return any;
    }

    /** Two threads must not use the response at the same time: the one that reads closes it. */
    synchronized boolean closesAtEnd() {
      abandoned = true;
      return started && !finished;
    }
  }
}
