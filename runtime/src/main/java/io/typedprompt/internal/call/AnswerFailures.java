package io.typedprompt.internal.call;

import io.typedprompt.AnswerProblem;
import io.typedprompt.Attempt;
import io.typedprompt.BudgetExceededException;
import io.typedprompt.ContentFilteredException;
import io.typedprompt.EmptyResponseException;
import io.typedprompt.FailureDetails;
import io.typedprompt.FinishReason;
import io.typedprompt.OpenRouterException;
import io.typedprompt.OutputFormatException;
import io.typedprompt.RefusalException;
import io.typedprompt.TruncatedOutputException;
import io.typedprompt.Usage;
import io.typedprompt.internal.response.Redaction;
import java.math.BigDecimal;
import java.util.List;

/** Makes the exception for an answer that came and was paid for, but is not what was asked. */
final class AnswerFailures {
  /** More would fill the screen; the exception has them all. */
  private static final int MAX_PROBLEMS = 5;

  private static final String TRUNCATED = "the answer was cut at the limit of tokens";

  private final CallRecord call;
  private final Redaction redaction;

  AnswerFailures(CallRecord call, Redaction redaction) {
    this.call = call;
    this.redaction = redaction;
  }

  OpenRouterException truncated(Answer answer, String text) {
    call.end(Attempt.Outcome.FAILED, TRUNCATED, answer.completion());
    Words words = truncatedWords(answer.completion().usage());
    return new TruncatedOutputException(details(words, answer).text(text).build());
  }

  static Words truncatedWords(Usage usage) {
    long tokens = usage.completionTokens();
    String after = tokens == 0 ? "" : " after " + tokens + " of them";
    return new Words(TRUNCATED + after, "Raise maxTokens, or ask for less.");
  }

  OpenRouterException filtered(Answer answer, String text) {
    String headline = "a content filter stopped the answer";
    call.end(Attempt.Outcome.FAILED, headline, answer.completion());
    Words words = new Words(headline + at(answer), "Change the prompt or the model.");
    return new ContentFilteredException(details(words, answer).text(text).build());
  }

  OpenRouterException refused(Answer answer, String refusal) {
    String headline = "the model refused to answer";
    call.end(Attempt.Outcome.FAILED, headline, answer.completion());
    Words words = new Words(headline, redaction.error(refusal), "Change the prompt or the model.");
    return new RefusalException(details(words, answer).text(refusal).build());
  }

  OpenRouterException empty(Answer answer) {
    String headline = "the answer is empty";
    call.end(Attempt.Outcome.FAILED, headline, answer.completion());
    Words words = new Words(headline + at(answer), emptyAdvice(answer));
    return new EmptyResponseException(details(words, answer).retryable(true).build());
  }

  private static String emptyAdvice(Answer answer) {
    if (answer.choice().finishReason().equals(FinishReason.LENGTH)) {
      return "All "
          + answer.completion().usage().completionTokens()
          + " tokens that it might have were used up before any text, by reasoning perhaps: raise"
          + " maxTokens, or lower reasoning.effort.";
    }
    if (!answer.choice().toolCalls().isEmpty()) {
      return "The model called a tool instead: " + answer.choice().toolCalls().get(0).name() + ".";
    }
    return "Models that start cold do this: try again, or name further models as fallbacks.";
  }

  /** The last answer that might be asked for does not fit. */
  OpenRouterException misfit(Answer answer, String text, List<AnswerProblem> problems) {
    int asked = answers();
    return misfit(
        answer,
        text,
        problems,
        asked == 1
            ? "The model was asked once; maxAttempts allows to ask it again."
            : "The model was asked " + asked + " times; a larger model may do better.");
  }

  /** The whole text of a stream does not fit. */
  OpenRouterException misfitInStream(Answer answer, String text, List<AnswerProblem> problems) {
    return misfit(
        answer,
        text,
        problems,
        "A stream asks only once; a method that returns the value itself asks again.");
  }

  private OpenRouterException misfit(
      Answer answer, String text, List<AnswerProblem> problems, String advice) {
    Words words = new Words("the answer does not fit the type", list(problems), advice);
    return new OutputFormatException(details(words, answer).text(text).problems(problems).build());
  }

  /** The answer does not fit, and the call has cost too much to ask again. */
  OpenRouterException overBudget(
      Answer answer, String text, List<AnswerProblem> problems, BigDecimal maxCost) {
    Words words =
        new Words(
            "the answer does not fit the type, and asking again is over the budget",
            "the call has cost "
                + call.cost()
                + ", and maxCost is "
                + maxCost.toPlainString()
                + " USD. "
                + list(problems),
            "");
    return new BudgetExceededException(
        details(words, answer).text(text).problems(problems).build());
  }

  /** The model may call no more tools, and does so all the same. */
  OpenRouterException tooManyRounds(Answer answer, int maxToolRounds) {
    String headline =
        "the model still calls tools after " + maxToolRounds + " " + rounds(maxToolRounds);
    call.end(Attempt.Outcome.FAILED, headline, answer.completion());
    Words words =
        new Words(
            headline,
            answer.choice().toolCalls().get(0).name(),
            "Raise maxToolRounds, or tell the model in the prompt when it knows enough.");
    return new BudgetExceededException(details(words, answer).text(content(answer)).build());
  }

  private static String rounds(int count) {
    return count == 1 ? "round of them" : "rounds of them";
  }

  /** The model calls tools, and the call has cost too much to go on. */
  OpenRouterException overBudget(Answer answer, BigDecimal maxCost) {
    Words words =
        new Words(
            "the model calls tools, and going on is over the budget",
            "the call has cost "
                + call.cost()
                + ", and maxCost is "
                + maxCost.toPlainString()
                + " USD",
            "The tools were not run.");
    return new BudgetExceededException(details(words, answer).text(content(answer)).build());
  }

  private static String content(Answer answer) {
    return answer.choice().content();
  }

  private int answers() {
    int count = 0;
    for (Attempt attempt : call.attempts()) {
      if (attempt.kind() == Attempt.Kind.ANSWER) {
        count++;
      }
    }
    return count;
  }

  private String list(List<AnswerProblem> problems) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < problems.size() && i < MAX_PROBLEMS; i++) {
      text.append(i == 0 ? "" : "; ").append(problems.get(i));
    }
    if (problems.size() > MAX_PROBLEMS) {
      text.append("; and ").append(problems.size() - MAX_PROBLEMS).append(" more");
    }
    return redaction.error(text.toString());
  }

  private static String at(Answer answer) {
    String provider = answer.completion().provider();
    return provider == null ? "" : " (" + provider + ")";
  }

  private FailureDetails.Builder details(Words words, Answer answer) {
    HttpReply reply = answer.reply();
    return call.details(words, reply.generationId(answer.completion()))
        .status(reply.status())
        .provider(answer.completion().provider())
        .rawBody(redaction.error(reply.body()));
  }
}
