package io.typedprompt.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that runs on another thread. Whoever completes it from outside, in whichever
 * way, ends the call at once.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final Object lock = new Object();
  private @Nullable Supplier<T> call;
  private @Nullable Thread runner;
  private boolean over;
  private @Nullable T value;
  private @Nullable Throwable failure;

  CallFuture(Supplier<T> call) {
    this.call = call;
  }

  /**
   * Makes the call, unless nobody wants it any more.
   *
   * @return whether it has an outcome for {@link #settle}
   */
  boolean perform() {
    Supplier<T> wanted = begin();
    if (wanted == null) {
      return false;
    }
    try {
      value = wanted.get();
    } catch (Throwable e) {
      failure = e;
    }
    return end();
  }

  /** Completes the future as the call has ended. What depends on it runs on this thread. */
  void settle() {
    if (failure == null) {
      super.complete(value);
    } else {
      super.completeExceptionally(failure);
    }
  }

  private @Nullable Supplier<T> begin() {
    synchronized (lock) {
      if (over) {
        return null;
      }
      Supplier<T> wanted = call;
      call = null;
      runner = Thread.currentThread();
      return wanted;
    }
  }

  /** An interrupt that was meant for this call must not reach the thread's next one. */
  private boolean end() {
    synchronized (lock) {
      boolean wanted = !over;
      over = true;
      runner = null;
      Thread.interrupted();
      return wanted;
    }
  }

  private void abort() {
    synchronized (lock) {
      if (!over && runner != null) {
        runner.interrupt();
      }
      over = true;
      call = null;
    }
  }

  @Override
  public boolean complete(T value) {
    abort();
    return super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    abort();
    return super.completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    abort();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    executor.execute(
        () -> {
          try {
            complete(supplier.get());
          } catch (Throwable e) {
            completeExceptionally(e);
          }
        });
    return this;
  }
}
