package io.typedprompt.internal.call;

import io.typedprompt.OpenRouterException;
import io.typedprompt.ToolCall;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.options.CallSettings;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.ChatMessage;
import io.typedprompt.internal.request.ToolChatMessage;
import io.typedprompt.internal.request.ToolPhase;
import io.typedprompt.internal.response.Redaction;
import io.typedprompt.internal.tool.CallIds;
import io.typedprompt.internal.tool.PreparedCall;
import io.typedprompt.internal.tool.RequestedCall;
import io.typedprompt.internal.tool.RequestedCalls;
import io.typedprompt.internal.tool.ToolResult;
import io.typedprompt.internal.tool.ToolWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a call in which the model calls tools: they are run, and what came of them is said
 * to the model. After the last round it is asked to answer without any.
 */
final class ToolRounds {
  private final List<ToolMethod<?>> tools;
  private final CallSettings settings;
  private final CallMessages messages;
  private final CallRecord record;
  private final Redaction redaction;
  private final Deadline deadline;
  private final CallGuard guard;
  private final ToolRunner runner;
  private final RequestedCalls requests;
  private int rounds;

  ToolRounds(
      List<ToolMethod<?>> tools,
      CallSettings settings,
      CallMessages messages,
      CallRecord record,
      PromptEngine engine,
      Deadline deadline,
      CallGuard guard) {
    this.tools = tools;
    this.settings = settings;
    this.messages = messages;
    this.record = record;
    this.redaction = engine.redaction();
    this.deadline = deadline;
    this.guard = guard;
    this.runner = new ToolRunner(record.call().methodName(), engine.settings(), redaction);
    this.requests = new RequestedCalls(tools, new CallIds(messages.now()), settings.strict());
  }

  /** The methods that the model may call. */
  List<ToolMethod<?>> tools() {
    return tools;
  }

  /** How far the call is with them. */
  ToolPhase phase() {
    if (rounds == 0) {
      return ToolPhase.FIRST;
    }
    return rounds < settings.maxToolRounds() ? ToolPhase.LATER : ToolPhase.LAST;
  }

  /**
   * The tool calls of an answer. A call of the function that takes the answer is none, unless it
   * came beside others; after the last round it counts before them.
   */
  List<ToolCall> calls(Answer answer, @Nullable AnswerSchema schema) {
    List<ToolCall> calls = new ArrayList<>();
    int answers = 0;
    for (ToolCall call : answer.choice().toolCalls()) {
      if (!isNothing(call)) {
        calls.add(call);
        answers += isAnswer(call, schema) ? 1 : 0;
      }
    }
    boolean isAnswered = answers > 0 && (answers == calls.size() || areOver());
    return isAnswered ? List.of() : calls;
  }

  private static boolean isNothing(ToolCall call) {
    return call.name().isBlank() && call.id().isBlank() && call.arguments().equals("{}");
  }

  private static boolean isAnswer(ToolCall call, @Nullable AnswerSchema schema) {
    return schema != null
        && schema.mode() == StructuredOutput.TOOL
        && schema.name().equals(call.name());
  }

  /** Whether the model has called tools as often as it may. */
  boolean areOver() {
    return phase() == ToolPhase.LAST;
  }

  /** Runs the tools that an answer calls, and adds that answer and the results to the messages. */
  void run(Answer answer, List<ToolCall> calls, @Nullable AnswerSchema schema) {
    rounds++;
    List<RequestedCall> requested = requests.of(calls);
    List<ToolResult> results = results(requested, prepared(requested, schema));
    messages.add(message(answer, requested));
    for (int i = 0; i < results.size(); i++) {
      ToolResult result = results.get(i);
      record.ran(result.run());
      messages.add(new ToolChatMessage(requested.get(i).call().id(), result.text()));
    }
  }

  private ChatMessage message(Answer answer, List<RequestedCall> requested) {
    List<ToolCall> calls = new ArrayList<>(requested.size());
    for (RequestedCall call : requested) {
      calls.add(call.call());
    }
    String content = answer.choice().content();
    String text = content.isBlank() ? null : messages.whole(content);
    return messages.said(answer.choice(), text, calls);
  }

  private List<PreparedCall> prepared(
      List<RequestedCall> requested, @Nullable AnswerSchema schema) {
    List<PreparedCall> prepared = new ArrayList<>(requested.size());
    for (RequestedCall call : requested) {
      prepared.add(
          isAnswer(call.written(), schema)
              ? new PreparedCall.Rejected(ToolWords.early())
              : requests.prepare(call, settings.roundIntegers()));
    }
    return prepared;
  }

  /** Within the time of the call, and until somebody ends it. */
  private List<ToolResult> results(List<RequestedCall> requested, List<PreparedCall> prepared) {
    CompletableFuture<CallGuard.End> timer = alarm();
    guard.enter();
    try {
      List<ToolResult> results = runner.run(requested, prepared, rounds);
      timer.cancel(false);
      if (guard.end() == null) {
        return results;
      }
      throw ended(requested, null);
    } catch (InterruptedException e) {
      throw ended(requested, e);
    } catch (ToolRunner.ApprovalFailure e) {
      throw failures().notApproved(e.thrown());
    } finally {
      timer.cancel(false);
      guard.leave();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nothing can go wrong in what depends on it.
  private CompletableFuture<CallGuard.End> alarm() {
    long nanos = deadline.nanosLeft();
    if (nanos <= 0) {
      guard.end(CallGuard.End.TIME_OVER);
    }
    CompletableFuture<CallGuard.End> timer = new CompletableFuture<>();
    timer.thenAccept(guard::end);
    return timer.completeOnTimeout(CallGuard.End.TIME_OVER, nanos, TimeUnit.NANOSECONDS);
  }

  private OpenRouterException ended(List<RequestedCall> requested, @Nullable Throwable cause) {
    if (guard.end() == CallGuard.End.TIME_OVER) {
      return failures().timedOut(deadline.timeout(), names(requested), cause);
    }
    if (guard.end() == null) {
      Thread.currentThread().interrupt();
    }
    return failures().cancelled(guard.interruption(), names(requested), cause);
  }

  private static String names(List<RequestedCall> requested) {
    StringBuilder names = new StringBuilder();
    for (RequestedCall call : requested) {
      names.append(names.length() == 0 ? "" : ", ").append(call.call().name());
    }
    return names.toString();
  }

  private ToolFailures failures() {
    return new ToolFailures(record, redaction, messages.handedOn());
  }
}
