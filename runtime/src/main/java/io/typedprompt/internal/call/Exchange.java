package io.typedprompt.internal.call;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. It runs on a thread of OkHttp, so that an interrupt of the calling thread
 * is noticed at once: a blocked read of a socket would not notice it. An answer is read whole,
 * unless it is a stream that was asked for.
 */
final class Exchange implements Callback {
  /** More than any answer; a server that sends without end must not fill the memory. */
  private static final long MAX_BODY = 64L << 20;

  private final boolean streamed;
  private final CountDownLatch done = new CountDownLatch(1);
  private boolean abandoned;
  private @Nullable Response stream;
  private @Nullable HttpReply reply;
  private @Nullable IOException failure;

  /**
   * @param streamed whether the answer may come in pieces
   */
  Exchange(boolean streamed) {
    this.streamed = streamed;
  }

  /** Waits for the end, or for the beginning of a stream; false if the time is over before. */
  boolean await(long nanos) throws InterruptedException {
    return done.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** The stream that has begun, after the wait; null if there is none. */
  synchronized @Nullable Response stream() {
    return stream;
  }

  /** The answer, after the wait, if it is no stream. */
  HttpReply reply() throws IOException {
    if (reply != null) {
      return reply;
    }
    throw failure == null ? new IOException("no answer") : failure;
  }

  /** Nobody waits any more: a stream that has begun, or still begins, is closed. */
  synchronized void abandon() {
    abandoned = true;
    if (stream != null) {
      stream.close();
    }
  }

  @Override
  public void onResponse(Call call, Response response) {
    boolean close = true;
    try {
      if (streamed && isStream(response)) {
        handOver(response);
        close = false;
      } else {
        reply = new HttpReply(response.code(), response.headers(), text(response.body()));
      }
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException("the answer cannot be read: " + e, e);
    } finally {
      if (close) {
        response.close();
      }
      done.countDown();
    }
  }

  private synchronized void handOver(Response response) {
    stream = response;
    if (abandoned) {
      response.close();
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    failure = e;
    done.countDown();
  }

  /** Where the type does not say it, the first character does. */
  private static boolean isStream(Response response) throws IOException {
    if (!response.isSuccessful()) {
      return false;
    }
    MediaType type = response.body().contentType();
    String subtype = type == null ? "" : type.subtype();
    if (subtype.equals("event-stream")) {
      return true;
    }
    int first = firstCharacter(response.body().source());
    // JSON may come after comments, which keep a connection alive.
    return first == ':' ? !subtype.endsWith("json") : first >= 'a' && first <= 'z';
  }

  private static int firstCharacter(BufferedSource source) throws IOException {
    for (long i = 0; source.request(i + 1); i++) {
      byte b = source.getBuffer().getByte(i);
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b;
      }
    }
    return -1;
  }

  private static String text(ResponseBody body) throws IOException {
    if (body.source().request(MAX_BODY + 1)) {
      throw new IOException("the answer is larger than " + MAX_BODY + " bytes");
    }
    return body.string();
  }
}
