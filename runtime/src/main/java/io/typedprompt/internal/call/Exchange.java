package io.typedprompt.internal.call;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. It runs on a thread of OkHttp, so that an interrupt of the calling thread
 * is noticed at once: a blocked read of a socket would not notice it.
 */
final class Exchange implements Callback {
  /** More than any answer; a server that sends without end must not fill the memory. */
  private static final long MAX_BODY = 64L << 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable HttpReply reply;
  private @Nullable IOException failure;

  /** Waits for the end; false if the time is over before. */
  boolean await(long nanos) throws InterruptedException {
    return done.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** The answer, after the end. */
  HttpReply reply() throws IOException {
    if (reply != null) {
      return reply;
    }
    throw failure == null ? new IOException("no answer") : failure;
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      reply = new HttpReply(response.code(), response.headers(), text(response.body()));
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException("the answer cannot be read: " + e, e);
    } finally {
      done.countDown();
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    failure = e;
    done.countDown();
  }

  private static String text(ResponseBody body) throws IOException {
    if (body.source().request(MAX_BODY + 1)) {
      throw new IOException("the answer is larger than " + MAX_BODY + " bytes");
    }
    return body.string();
  }
}
