package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Attempt;
import io.typedprompt.FinishReason;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptCall;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.ToolCall;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ParsedAnswer;
import io.typedprompt.internal.options.CallSettings;
import io.typedprompt.internal.request.AnswerSchema;
import io.typedprompt.internal.request.ChatMessage;
import io.typedprompt.internal.request.ChatRequest;
import io.typedprompt.internal.response.Redaction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call: asks, checks, reads, and asks again while the answer does not fit. */
final class CallLoop<T> {
  private final PromptOptions options;
  private final CallSettings settings;
  private final CallMessages conversation;
  private final @Nullable AnswerFormat<T> format;
  private final SchemaLadder ladder;
  private final CallRecord record;
  private final Timing timing;
  private final Deadline deadline;
  private final CallGuard guard;
  private final @Nullable ToolRounds rounds;
  private final Asker asker;
  private final Redaction redaction;
  private final CallObserver observer;

  CallLoop(
      PromptEngine engine,
      PromptMethod<T> method,
      PromptOptions options,
      CallMessages conversation,
      List<ToolMethod<?>> tools) {
    this.options = options;
    this.settings = CallSettings.of(options);
    this.conversation = conversation;
    this.format = method.format();
    this.ladder = new SchemaLadder(format, settings.structuredOutput(), tools);
    this.record = new CallRecord(engine, PromptCall.of(method.name(), options));
    this.timing = engine.settings().timing();
    this.deadline = new Deadline(timing, settings.timeout());
    this.guard = new CallGuard(engine.http());
    this.rounds =
        tools.isEmpty()
            ? null
            : new ToolRounds(tools, settings, conversation, record, engine, deadline, guard);
    this.asker = new Asker(engine, deadline, record, guard);
    this.observer = engine.observer();
    this.redaction = engine.redaction();
  }

  PromptResult<T> run() {
    observer.started(record);
    PromptResult<T> result;
    try {
      result = result();
    } catch (RuntimeException | Error e) {
      observer.failed(record, e);
      throw e;
    }
    observer.succeeded(record);
    return result;
  }

  private PromptResult<T> result() {
    int asked = 1;
    Answer answer = ask(Attempt.Kind.ANSWER);
    while (true) {
      if (ranTools(answer)) {
        answer = ask(Attempt.Kind.TOOL_ROUND);
        continue;
      }
      String text = checkedText(answer);
      ParsedAnswer<T> parsed = parse(text);
      if (parsed instanceof ParsedAnswer.Fits<T> fits) {
        return answered(fits, text, answer);
      }
      List<AnswerProblem> problems = rejected(parsed, answer);
      stopIfExhausted(asked, answer, text, problems);
      conversation.reject(text, problems);
      asked++;
      answer = ask(Attempt.Kind.ANSWER);
    }
  }

  /** Runs the tools that an answer calls; false if it calls none. */
  private boolean ranTools(Answer answer) {
    List<ToolCall> calls = rounds == null ? List.of() : rounds.calls(answer, ladder.schema());
    if (rounds == null || calls.isEmpty()) {
      return false;
    }
    checkWhole(answer, answer.choice().content(), true);
    if (rounds.areOver()) {
      throw failures().tooManyRounds(answer, settings.maxToolRounds());
    }
    record.calledTools(answer.completion());
    BigDecimal maxCost = settings.maxCost();
    if (maxCost != null && isReached(maxCost)) {
      throw failures().overBudget(answer, maxCost);
    }
    rounds.run(answer, calls, ladder.schema());
    return true;
  }

  private ChatRequest request(boolean stream) {
    List<ChatMessage> messages = conversation.now();
    AnswerSchema schema = ladder.schema();
    if (rounds == null) {
      return new ChatRequest(options, messages, schema, stream);
    }
    boolean toolRequired = ladder.toolRequired();
    return new ChatRequest(
        options, messages, schema, stream, rounds.tools(), rounds.phase(), toolRequired);
  }

  private Answer ask(Attempt.Kind why) {
    Attempt.Kind kind = why;
    while (true) {
      ChatRequest request = request(false);
      try {
        Answer answer = asker.ask(request, kind);
        ladder.settle(record);
        return answer;
      } catch (OpenRouterException failure) {
        ladder.step(request, failure);
        kind = Attempt.Kind.LADDER_STEP;
      }
    }
  }

  private AnswerStream open(Attempt.Kind why) {
    Attempt.Kind kind = why;
    while (true) {
      ChatRequest request = request(true);
      try {
        AnswerStream stream = asker.open(request, kind, conversation);
        ladder.settle(record);
        return stream;
      } catch (OpenRouterException failure) {
        ladder.step(request, failure);
        kind = Attempt.Kind.LADDER_STEP;
      }
    }
  }

  /**
   * Asks once, and goes on after tools. The text comes as the model writes it, and is checked and
   * read at its end.
   */
  TextSource<T> stream() {
    observer.started(record);
    try {
      return new StreamedCall<>(this, conversation, timing, open(Attempt.Kind.ANSWER));
    } catch (RuntimeException | Error e) {
      observer.failed(record, e);
      throw e;
    }
  }

  /** The time that is left for the call. */
  long nanosLeft() {
    return deadline.nanosLeft();
  }

  /**
   * Goes on after a stream has come to its end: runs the tools that its answer calls.
   *
   * @param nanos how long the stream took, which does not count for the time of the call
   * @return the stream of the next answer; null if no tools were called
   */
  @Nullable AnswerStream afterTools(AnswerStream ended, long nanos) {
    Answer answer = ended.answer();
    if (rounds == null || rounds.calls(answer, ladder.schema()).isEmpty()) {
      return null;
    }
    deadline.extend(nanos);
    conversation.handOn(ended.text());
    ranTools(answer);
    guard.enter();
    try {
      return open(Attempt.Kind.TOOL_ROUND);
    } finally {
      guard.leave();
    }
  }

  /** From any thread: the reader of a stream has closed it. */
  void cancel() {
    guard.end(CallGuard.End.STREAM_CLOSED);
  }

  /** Whether that was so. */
  boolean isCancelled() {
    return guard.end() == CallGuard.End.STREAM_CLOSED;
  }

  /** The result of a stream that has come to its end. */
  PromptResult<T> result(Answer answer) {
    String text = checkedText(answer);
    ParsedAnswer<T> parsed = parse(text);
    if (parsed instanceof ParsedAnswer.Fits<T> fits) {
      return answered(fits, text, answer);
    }
    throw failures().misfitInStream(answer, text, rejected(parsed, answer));
  }

  /** A stream has its result. */
  void succeeded() {
    observer.succeeded(record);
  }

  /** A stream has ended without a result. */
  void failed(Throwable failure) {
    observer.failed(record, failure);
  }

  /** A method without a format is one that {@code PromptMethod.text} made: its type is String. */
  @SuppressWarnings("unchecked")
  private ParsedAnswer<T> parse(String text) {
    return format == null
        ? new ParsedAnswer.Fits<>((T) text, List.of())
        : AnswerParser.parse(format, text, settings.strict(), settings.roundIntegers());
  }

  private PromptResult<T> answered(ParsedAnswer.Fits<T> fits, String text, Answer answer) {
    record.answered(answer.completion());
    return Results.of(fits, text, answer, conversation, options, record);
  }

  private List<AnswerProblem> rejected(ParsedAnswer<T> parsed, Answer answer) {
    List<AnswerProblem> problems = ((ParsedAnswer.Misfits<T>) parsed).problems();
    record.end(Attempt.Outcome.REJECTED, rejection(problems), answer.completion());
    return problems;
  }

  /** Whatever is not a whole answer leaves here as an exception. */
  private String checkedText(Answer answer) {
    String content = answer.text(ladder.schema());
    checkWhole(answer, content, format != null);
    boolean saysNothing =
        content.isBlank() && (format != null || answer.choice().media().isEmpty());
    if (saysNothing) {
      throw failures().empty(answer);
    }
    return conversation.whole(content);
  }

  private void checkWhole(Answer answer, String content, boolean toItsEnd) {
    FinishReason reason = answer.choice().finishReason();
    if (toItsEnd && reason.equals(FinishReason.LENGTH)) {
      throw failures().truncated(answer, conversation.whole(content));
    }
    if (reason.equals(FinishReason.CONTENT_FILTER)) {
      throw failures().filtered(answer, content);
    }
    if (answer.choice().refusal() != null) {
      throw failures().refused(answer, answer.choice().refusal());
    }
  }

  private void stopIfExhausted(
      int asked, Answer answer, String text, List<AnswerProblem> problems) {
    if (asked >= settings.maxAttempts()) {
      throw failures().misfit(answer, text, problems);
    }
    BigDecimal maxCost = settings.maxCost();
    if (maxCost != null && isReached(maxCost)) {
      throw failures().overBudget(answer, text, problems, maxCost);
    }
  }

  private boolean isReached(BigDecimal maxCost) {
    return record.cost().total().compareTo(maxCost) >= 0;
  }

  /** Made on demand, as most calls need none of its classes. */
  private AnswerFailures failures() {
    return new AnswerFailures(record, redaction);
  }

  private static String rejection(List<AnswerProblem> problems) {
    return problems.size() == 1
        ? "does not fit: 1 problem"
        : "does not fit: " + problems.size() + " problems";
  }
}
