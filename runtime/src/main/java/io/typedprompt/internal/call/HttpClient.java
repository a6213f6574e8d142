package io.typedprompt.internal.call;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp client of one {@code OpenRouterClient}: one of its own, or one derived from the
 * user's, whose connections, interceptors and threads it shares and never shuts down.
 */
public final class HttpClient implements AutoCloseable {
  /** OkHttp's own limit is five calls per host, beyond which it queues without a word. */
  public static final int DEFAULT_MAX_CONCURRENT_CALLS = 64;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SILENCE_TIMEOUT = Duration.ofMinutes(5);

  /** What OkHttp takes where nobody decided: much too short for a model that thinks. */
  private static final int OKHTTP_DEFAULT_MILLIS = 10_000;

  private final OkHttpClient client;
  private final boolean owned;

  /** OkHttp takes a call for ended once its answer has begun, and would not cancel it. */
  private final Set<Call> streams =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Set<CallGuard> guards = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);

  private HttpClient(OkHttpClient client, boolean owned) {
    this.client = client;
    this.owned = owned;
  }

  /**
   * A client for {@code user}'s settings, or for ours if there is none.
   *
   * @param maxConcurrentCalls how many requests may wait for their answers at once, 1 or more
   */
  public static HttpClient of(@Nullable OkHttpClient user, int maxConcurrentCalls) {
    return user == null ? ours(maxConcurrentCalls) : derived(user, maxConcurrentCalls);
  }

  private static HttpClient ours(int maxConcurrentCalls) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(SILENCE_TIMEOUT)
            .writeTimeout(SILENCE_TIMEOUT);
    return new HttpClient(
        configured(builder, dispatcher(daemons("typedprompt-http"), maxConcurrentCalls)), true);
  }

  private static HttpClient derived(OkHttpClient user, int maxConcurrentCalls) {
    OkHttpClient.Builder builder = user.newBuilder();
    if (user.readTimeoutMillis() == OKHTTP_DEFAULT_MILLIS) {
      builder.readTimeout(SILENCE_TIMEOUT);
    }
    if (user.writeTimeoutMillis() == OKHTTP_DEFAULT_MILLIS) {
      builder.writeTimeout(SILENCE_TIMEOUT);
    }
    // A dispatcher of our own, so that closing cancels our calls only; the threads stay the user's.
    Dispatcher dispatcher = dispatcher(user.dispatcher().executorService(), maxConcurrentCalls);
    return new HttpClient(configured(builder, dispatcher), false);
  }

  private static Dispatcher dispatcher(ExecutorService threads, int maxConcurrentCalls) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(maxConcurrentCalls);
    dispatcher.setMaxRequestsPerHost(maxConcurrentCalls);
    return dispatcher;
  }

  /** Whatever would send a request a second time is off: it may be billed a second time. */
  private static OkHttpClient configured(OkHttpClient.Builder builder, Dispatcher dispatcher) {
    return builder
        .dispatcher(dispatcher)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
  }

  /** Threads that neither outlive their use for long nor keep the program from ending. */
  static ExecutorService daemons(String name) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new DaemonThreads(name));
  }

  OkHttpClient client() {
    return client;
  }

  /** Whether it is derived from a client of the user's, with whatever that has. */
  boolean hasUser() {
    return !owned;
  }

  int maxConcurrentCalls() {
    return client.dispatcher().getMaxRequests();
  }

  boolean isClosed() {
    return end.getCount() == 0;
  }

  /** Opens when this client is closed. */
  CountDownLatch end() {
    return end;
  }

  /** Runs something short on a thread of the client. */
  void execute(Runnable task) {
    client.dispatcher().executorService().execute(task);
  }

  /** A stream has begun; it is remembered as long as somebody can read it. */
  void opened(Call call) {
    streams.add(call);
  }

  /** A stream has ended. */
  void ended(Call call) {
    streams.remove(call);
  }

  /** Tools run for a call, which cannot see that the client is closed meanwhile. */
  void entered(CallGuard guard) {
    guards.add(guard);
    if (isClosed()) {
      guard.end(CallGuard.End.CLIENT_CLOSED);
    }
  }

  /** They have run. */
  void left(CallGuard guard) {
    guards.remove(guard);
  }

  private void cancelStreams() {
    synchronized (streams) {
      for (Call call : streams) {
        call.cancel();
      }
    }
  }

  /** Cancels the running calls, and shuts down what is not the user's. */
  @Override
  public void close() {
    end.countDown();
    client.dispatcher().cancelAll();
    cancelStreams();
    for (CallGuard guard : guards) {
      guard.end(CallGuard.End.CLIENT_CLOSED);
    }
    if (owned) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static final class DaemonThreads implements ThreadFactory {
    private final String name;

    DaemonThreads(String name) {
      this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    }
  }
}
