package io.typedprompt.internal.call;

import io.typedprompt.PromptEvent;
import io.typedprompt.PromptListener;
import io.typedprompt.ToolRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Tells the listeners of a client what happens in its calls. What they throw harms no call. */
final class CallObserver {
  private final List<PromptListener> listeners;
  private final boolean payloads;
  private final Logger log;

  CallObserver(EngineSettings settings, Logger log) {
    this.listeners = settings.listeners();
    this.payloads = settings.payloads();
    this.log = log;
  }

  /** A call begins. */
  void started(CallRecord call) {
    tell(Moment.START, call, null, null);
  }

  /** One of its requests has ended. */
  void attempted(CallRecord call) {
    tell(Moment.ATTEMPT, call, null, null);
  }

  /** A request will be repeated. */
  void repeating(CallRecord call, Throwable failure, Duration delay) {
    tell(Moment.RETRY, call, failure, delay);
  }

  /** A tool has run, or was not run. */
  void ran(CallRecord call, ToolRun run) {
    if (!listeners.isEmpty()) {
      tell(Moment.TOOL_RUN, call, call.event(payloads).toolRun(run).build());
    }
  }

  /** The call has its answer. */
  void succeeded(CallRecord call) {
    tell(Moment.SUCCESS, call, null, null);
  }

  /** The call ends with an exception. */
  void failed(CallRecord call, Throwable failure) {
    tell(Moment.FAILURE, call, failure, null);
  }

  private void tell(
      Moment moment, CallRecord call, @Nullable Throwable failure, @Nullable Duration delay) {
    if (listeners.isEmpty()) {
      return;
    }
    tell(moment, call, call.event(payloads).failure(failure).delay(delay).build());
  }

  private void tell(Moment moment, CallRecord call, PromptEvent event) {
    for (PromptListener listener : listeners) {
      try {
        tell(moment, listener, event);
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable e) {
        log.warn("{}: {} failed at {}", call.method(), listener.getClass().getName(), moment, e);
      }
    }
  }

  private static void tell(Moment moment, PromptListener listener, PromptEvent event) {
    switch (moment) {
      case START -> listener.onStart(event);
      case ATTEMPT -> listener.onAttempt(event);
      case RETRY -> listener.onRetry(event);
      case TOOL_RUN -> listener.onToolRun(event);
      case SUCCESS -> listener.onSuccess(event);
      case FAILURE -> listener.onFailure(event);
    }
  }

  private enum Moment {
    START,
    ATTEMPT,
    RETRY,
    TOOL_RUN,
    SUCCESS,
    FAILURE
  }
}
