package io.typedprompt.internal.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls whose callers do not wait: each on a thread, and at most so many at once; further ones
 * queue for a place. A call gives its place back before its future completes, so whatever depends
 * on the future may block without keeping another call from running.
 */
final class AsyncCalls implements AutoCloseable {
  private final int limit;
  private final ExecutorService threads = HttpClient.daemons("typedprompt-call");
  private final Queue<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
  private int running;
  private boolean closed;

  /**
   * @param limit how many calls may run at once, 1 or more
   */
  AsyncCalls(int limit) {
    this.limit = limit;
  }

  /**
   * Runs a call as soon as there is a place for it.
   *
   * @param call notices an interrupt at once, and fails at once when its time is over
   * @param nanosLeft how long it may queue; then it runs without a place, to fail
   */
  @SuppressWarnings("FutureReturnValueIgnored") // What is thrown completes the returned future.
  <T> CompletableFuture<T> start(Supplier<T> call, long nanosLeft) {
    CallFuture<T> future = new CallFuture<>(call);
    place(nanosLeft).thenAcceptAsync(given -> run(future, given), this::execute);
    return future;
  }

  private void run(CallFuture<?> future, boolean hasPlace) {
    boolean ended = future.perform();
    if (hasPlace) {
      leave();
    }
    if (ended) {
      future.settle();
    }
  }

  /** Completes with true when there is a place, or with false when the time is over. */
  private synchronized CompletableFuture<Boolean> place(long nanosLeft) {
    if (running < limit) {
      running++;
      return CompletableFuture.completedFuture(true);
    }
    CompletableFuture<Boolean> place = new CompletableFuture<>();
    waiting.add(place);
    return place.completeOnTimeout(false, nanosLeft, TimeUnit.NANOSECONDS);
  }

  /** Gives a place to the next that still waits for one. */
  private void leave() {
    CompletableFuture<Boolean> next;
    do {
      next = nextOrNone();
    } while (next != null && !next.complete(true));
  }

  private synchronized @Nullable CompletableFuture<Boolean> nextOrNone() {
    CompletableFuture<Boolean> next = waiting.poll();
    if (next == null) {
      running--;
      shutDownIfOver();
    }
    return next;
  }

  /** Once there are no threads any more, the client is closed, and a call fails without waiting. */
  private void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  /** The calls that run or queue still end; it is for the client to see that they do so soon. */
  @Override
  public synchronized void close() {
    closed = true;
    shutDownIfOver();
  }

  private void shutDownIfOver() {
    if (closed && running == 0) {
      threads.shutdown();
    }
  }
}
