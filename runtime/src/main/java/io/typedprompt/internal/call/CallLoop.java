package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Attempt;
import io.typedprompt.FinishReason;
import io.typedprompt.OpenRouterException;
import io.typedprompt.PromptCall;
import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.internal.answer.AnswerParser;
import io.typedprompt.internal.answer.ParsedAnswer;
import io.typedprompt.internal.options.CallSettings;
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
  private final Asker asker;
  private final Redaction redaction;
  private final CallObserver observer;

  CallLoop(
      PromptEngine engine,
      PromptMethod<T> method,
      PromptOptions options,
      CallMessages conversation) {
    this.options = options;
    this.settings = CallSettings.of(options);
    this.conversation = conversation;
    this.format = method.format();
    this.ladder = new SchemaLadder(format, settings.structuredOutput());
    this.record = new CallRecord(engine, PromptCall.of(method.name(), options));
    this.asker = new Asker(engine, settings.timeout(), record);
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
    for (int asked = 1; ; asked++) {
      Answer answer = ask();
      String text = checkedText(answer);
      ParsedAnswer<T> parsed = parse(text);
      if (parsed instanceof ParsedAnswer.Fits<T> fits) {
        return answered(fits, text, answer);
      }
      List<AnswerProblem> problems = rejected(parsed, answer);
      stopIfExhausted(asked, answer, text, problems);
      conversation.reject(text, problems);
    }
  }

  private Answer ask() {
    Attempt.Kind kind = Attempt.Kind.ANSWER;
    while (true) {
      ChatRequest request = new ChatRequest(options, conversation.now(), ladder.schema(), false);
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

  private AnswerStream open() {
    Attempt.Kind kind = Attempt.Kind.ANSWER;
    while (true) {
      ChatRequest request = new ChatRequest(options, conversation.now(), ladder.schema(), true);
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

  /** Asks once. The text comes as the model writes it, and is checked and read at its end. */
  TextSource<T> stream() {
    observer.started(record);
    try {
      return new StreamedCall<>(this, conversation, open());
    } catch (RuntimeException | Error e) {
      observer.failed(record, e);
      throw e;
    }
  }

  /** The time that is left for the call. */
  long nanosLeft() {
    return asker.nanosLeft();
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
    FinishReason reason = answer.choice().finishReason();
    String content = answer.text(ladder.schema());
    if (format != null && reason.equals(FinishReason.LENGTH)) {
      throw failures().truncated(answer, conversation.whole(content));
    }
    if (reason.equals(FinishReason.CONTENT_FILTER)) {
      throw failures().filtered(answer, content);
    }
    if (answer.choice().refusal() != null) {
      throw failures().refused(answer, answer.choice().refusal());
    }
    boolean saysNothing =
        content.isBlank() && (format != null || answer.choice().media().isEmpty());
    if (saysNothing) {
      throw failures().empty(answer);
    }
    return conversation.whole(content);
  }

  private void stopIfExhausted(
      int asked, Answer answer, String text, List<AnswerProblem> problems) {
    if (asked >= settings.maxAttempts()) {
      throw failures().misfit(answer, text, problems);
    }
    BigDecimal maxCost = settings.maxCost();
    if (maxCost != null && record.cost().total().compareTo(maxCost) >= 0) {
      throw failures().overBudget(answer, text, problems, maxCost);
    }
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
