package io.typedprompt.internal.call;

import io.typedprompt.PromptListener;
import java.util.List;

/**
 * How an engine behaves.
 *
 * @param retries what is repeated
 * @param listeners who is told about calls
 * @param payloads whether they are told what was sent and answered
 * @param timing the time to go by
 */
public record EngineSettings(
    RetryPolicy retries, List<PromptListener> listeners, boolean payloads, Timing timing) {
  /** Settings for when nobody decides. */
  public static EngineSettings defaults() {
    return new EngineSettings(RetryPolicy.DEFAULT, List.of(), false, new SystemTiming());
  }
}
