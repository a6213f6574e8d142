package io.typedprompt.internal.call;

import io.typedprompt.FailureDetails;
import io.typedprompt.FinishReason;
import io.typedprompt.PromptResult;
import io.typedprompt.TruncatedOutputException;

/**
 * The value of a result whose other facts the caller does not see. A text that was cut is a result
 * as long as one can see that it was; alone it would pass for the whole.
 */
public final class BareValue {
  private BareValue() {}

  /**
   * The value, if it is whole.
   *
   * @param method the method's full name
   * @throws TruncatedOutputException if the answer was cut
   */
  public static <T> T of(String method, PromptResult<T> result) {
    if (!result.finishReason().equals(FinishReason.LENGTH)) {
      return result.value();
    }
    Words words = AnswerFailures.truncatedWords(result.usage());
    throw new TruncatedOutputException(
        FailureDetails.builder(words.message(MethodName.shortened(method), result.id()))
            .status(200)
            .generationId(result.id().isEmpty() ? null : result.id())
            .provider(result.provider().orElse(null))
            .attempts(result.attempts())
            .usage(result.usage())
            .cost(result.cost())
            .text(result.rawText())
            .rawBody(result.raw().toString())
            .build());
  }
}
