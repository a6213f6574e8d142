package io.typedprompt;

/**
 * Is told about every call of a client, for metrics, traces and logs:
 *
 * <pre>{@code
 * OpenRouterClient.builder().listener(new PromptListener() {
 *   @Override
 *   public void onSuccess(PromptEvent event) {
 *     meter.record(event.methodName(), event.cost().total(), event.duration());
 *   }
 * })
 * }</pre>
 *
 * <p>Each call has one {@link #onStart} first and one of {@link #onSuccess} and {@link #onFailure}
 * last; between them an {@link #onAttempt} for each request that ended, an {@link #onRetry} after
 * it where that request will be repeated, and an {@link #onToolRun} after it for each tool that its
 * answer called. The methods run on threads of the call, which waits for them: they should be
 * quick. What they throw is logged and otherwise ignored. Calls run at the same time, so a listener
 * must be thread-safe.
 */
public interface PromptListener {
  /** A call begins; nothing was sent yet. */
  default void onStart(PromptEvent event) {}

  /** A request has ended, well or not: the last one of {@link PromptEvent#attempts()}. */
  default void onAttempt(PromptEvent event) {}

  /** The request that has just failed will be repeated after {@link PromptEvent#delay()}. */
  default void onRetry(PromptEvent event) {}

  /** A tool that the model called has run, or was not run: {@link PromptEvent#toolRun()}. */
  default void onToolRun(PromptEvent event) {}

  /** The call has an answer. */
  default void onSuccess(PromptEvent event) {}

  /** The call ends with {@link PromptEvent#failure()}. */
  default void onFailure(PromptEvent event) {}
}
