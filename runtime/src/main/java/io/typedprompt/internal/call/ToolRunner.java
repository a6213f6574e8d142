package io.typedprompt.internal.call;

import io.typedprompt.ToolApproval;
import io.typedprompt.ToolCallRequest;
import io.typedprompt.ToolRun;
import io.typedprompt.internal.response.Redaction;
import io.typedprompt.internal.tool.PreparedCall;
import io.typedprompt.internal.tool.RequestedCall;
import io.typedprompt.internal.tool.ToolResult;
import io.typedprompt.internal.tool.ToolTask;
import io.typedprompt.internal.tool.ToolWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that one answer asks for: all of them are approved first, then they run, one after
 * the other or on the threads of an executor. The results are in the order of the calls.
 */
final class ToolRunner {
  private final String methodName;
  private final @Nullable ToolApproval approval;
  private final @Nullable Executor executor;
  private final Redaction redaction;

  /**
   * @param methodName the prompt's method with its interface
   */
  ToolRunner(String methodName, EngineSettings settings, Redaction redaction) {
    this.methodName = methodName;
    this.approval = settings.toolApproval();
    this.executor = settings.toolExecutor();
    this.redaction = redaction;
  }

  /**
   * Runs tools.
   *
   * @param calls what the model asks for
   * @param prepared the same calls, looked at
   * @param round how many times it has asked, this time included
   * @throws InterruptedException if it was interrupted, or a tool was
   * @throws ApprovalFailure if the approval threw an exception
   */
  List<ToolResult> run(List<RequestedCall> calls, List<PreparedCall> prepared, int round)
      throws InterruptedException, ApprovalFailure {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<Task> tasks = new ArrayList<>(calls.size());
    for (int i = 0; i < calls.size(); i++) {
      tasks.add(task(calls.get(i), prepared.get(i), round));
    }
    return executor == null ? inTurn(tasks) : inParallel(tasks, executor);
  }

  /**
   * A tool that shall run, or what is known without running it.
   *
   * @param run null if {@code known} is there
   */
  private record Task(@Nullable ToolTask run, @Nullable ToolResult known) {}

  private Task task(RequestedCall requested, PreparedCall prepared, int round)
      throws InterruptedException, ApprovalFailure {
    if (prepared instanceof PreparedCall.Rejected rejected) {
      return notRun(requested, ToolRun.Outcome.REJECTED, rejected.text());
    }
    ToolApproval.Decision decision =
        decide(ToolCallRequest.of(methodName, requested.call(), round));
    if (!decision.isApproved()) {
      String text = ToolWords.refused(decision.reason());
      return notRun(requested, ToolRun.Outcome.REFUSED, text);
    }
    PreparedCall.Ready<?> ready = (PreparedCall.Ready<?>) prepared;
    return new Task(new ToolTask(requested.call(), ready, redaction), null);
  }

  private static Task notRun(RequestedCall requested, ToolRun.Outcome outcome, String text) {
    ToolRun run = ToolRun.of(requested.call(), outcome, Duration.ZERO, null);
    return new Task(null, new ToolResult(run, text));
  }

  private ToolApproval.Decision decide(ToolCallRequest request)
      throws InterruptedException, ApprovalFailure {
    if (approval == null) {
      return ToolApproval.Decision.approve();
    }
    try {
      return approval.decide(request);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new ApprovalFailure(e);
    }
  }

  private static List<ToolResult> inTurn(List<Task> tasks) throws InterruptedException {
    List<ToolResult> results = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      results.add(task.run() == null ? known(task) : task.run().call());
    }
    return results;
  }

  private static List<ToolResult> inParallel(List<Task> tasks, Executor executor)
      throws InterruptedException {
    List<@Nullable FutureTask<ToolResult>> running = new ArrayList<>(tasks.size());
    try {
      for (Task task : tasks) {
        running.add(task.run() == null ? null : start(task.run(), executor));
      }
      List<ToolResult> results = new ArrayList<>(tasks.size());
      for (int i = 0; i < tasks.size(); i++) {
        FutureTask<ToolResult> future = running.get(i);
        results.add(future == null ? known(tasks.get(i)) : result(future));
      }
      return results;
    } finally {
      for (FutureTask<ToolResult> future : running) {
        if (future != null) {
          future.cancel(true);
        }
      }
    }
  }

  /** An executor that takes no more leaves the work to the thread of the call. */
  private static FutureTask<ToolResult> start(ToolTask task, Executor executor) {
    FutureTask<ToolResult> future = new FutureTask<>(task);
    try {
      executor.execute(future);
    } catch (RejectedExecutionException e) {
      future.run();
    }
    return future;
  }

  private static ToolResult result(FutureTask<ToolResult> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ToolResult known(Task task) {
    if (task.known() == null) {
      throw new IllegalStateException("The tool was not run.");
    }
    return task.known();
  }

  /** The approval threw an exception. */
  static final class ApprovalFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exception thrown;

    ApprovalFailure(Exception thrown) {
      super(thrown);
      this.thrown = thrown;
    }

    Exception thrown() {
      return thrown;
    }
  }
}
