package io.typedprompt.internal.tool;

import io.typedprompt.ToolCall;
import io.typedprompt.ToolRun;
import io.typedprompt.internal.response.Redaction;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Runs one tool, once. An exception of the tool is a result, which the model is told; an interrupt
 * and an {@link Error} are not its business.
 */
public final class ToolTask implements Callable<ToolResult> {
  private final ToolCall call;
  private final PreparedCall.Ready<?> ready;
  private final Redaction redaction;

  /**
   * @param redaction takes secrets out of what an exception says
   */
  public ToolTask(ToolCall call, PreparedCall.Ready<?> ready, Redaction redaction) {
    this.call = call;
    this.ready = ready;
    this.redaction = redaction;
  }

  @Override
  public ToolResult call() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    try {
      String text = ToolWords.result(ready.run());
      return new ToolResult(ToolRun.of(call, ToolRun.Outcome.COMPLETED, since(start), null), text);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (Thread.interrupted()) {
        // Whatever it threw, it threw it for that.
        throw interrupted(e);
      }
      return new ToolResult(
          ToolRun.of(call, ToolRun.Outcome.FAILED, since(start), e),
          ToolWords.failed(e, redaction));
    }
  }

  private static InterruptedException interrupted(Exception cause) {
    InterruptedException interrupted = new InterruptedException();
    interrupted.initCause(cause);
    return interrupted;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
