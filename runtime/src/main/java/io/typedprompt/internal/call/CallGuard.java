package io.typedprompt.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * Ends what a call waits for in the hands of its user, or on behalf of a stream: by an interrupt of
 * the thread, which is taken back where nothing noticed it. Thread-safe.
 */
final class CallGuard {
  private final HttpClient http;
  private @Nullable Thread thread;
  private @Nullable End end;
  private boolean interrupted;

  CallGuard(HttpClient http) {
    this.http = http;
  }

  /** From here on this thread is interrupted when the call must end. */
  void enter() {
    register(Thread.currentThread());
    http.entered(this);
  }

  private synchronized void register(Thread current) {
    thread = current;
    if (end != null) {
      interrupt(current);
    }
  }

  /** From here on it is not any more. */
  void leave() {
    http.left(this);
    unregister();
  }

  private synchronized void unregister() {
    thread = null;
    if (interrupted) {
      interrupted = false;
      Thread.interrupted();
    }
  }

  /** From any thread: the call must end. The first reason counts. */
  synchronized void end(End why) {
    if (end == null) {
      end = why;
      if (thread != null) {
        interrupt(thread);
      }
    }
  }

  private void interrupt(Thread waiting) {
    interrupted = true;
    waiting.interrupt();
  }

  /** Why the call must end; null if it need not. */
  synchronized @Nullable End end() {
    return end;
  }

  /** What has ended a wait that was interrupted, in words. */
  synchronized String interruption() {
    if (end == End.STREAM_CLOSED) {
      return "stream was closed";
    }
    return end == End.CLIENT_CLOSED ? "client was closed" : "thread was interrupted";
  }

  /** Why a call must end. */
  enum End {
    /** Its time is over. */
    TIME_OVER,
    /** The client was closed. */
    CLIENT_CLOSED,
    /** The stream was closed by its reader. */
    STREAM_CLOSED
  }
}
