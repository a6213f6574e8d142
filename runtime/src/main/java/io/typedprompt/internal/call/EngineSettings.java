package io.typedprompt.internal.call;

import io.typedprompt.PromptListener;
import io.typedprompt.ToolApproval;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves.
 *
 * @param retries what is repeated
 * @param listeners who is told about calls
 * @param payloads whether they are told what was sent and answered
 * @param timing the time to go by
 * @param toolApproval who is asked before a tool is run, or null
 * @param toolExecutor where tools run, or null for the thread of the call
 */
public record EngineSettings(
    RetryPolicy retries,
    List<PromptListener> listeners,
    boolean payloads,
    Timing timing,
    @Nullable ToolApproval toolApproval,
    @Nullable Executor toolExecutor) {
  /** Settings for when nobody decides. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        RetryPolicy.DEFAULT, List.of(), false, new SystemTiming(), null, null);
  }
}
