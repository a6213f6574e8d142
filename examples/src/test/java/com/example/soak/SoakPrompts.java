package com.example.soak;

import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.PromptStream;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A method for each way in which a prompt can be called. */
@OpenRouterPrompt(models = "openai/gpt-4o-mini")
interface SoakPrompts {
  /** What the model says of a call: its number shows that answers are not mixed up. */
  record Verdict(int number, String text) {}

  @UserMessage("Call {{number}}")
  String text(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  PromptResult<String> textResult(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  Verdict verdict(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  PromptResult<Verdict> verdictResult(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  CompletableFuture<String> laterText(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  CompletableFuture<PromptResult<Verdict>> laterVerdict(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  PromptStream<String> textStream(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  PromptStream<Verdict> verdictStream(int number, PromptOptions options);

  @UserMessage("Call {{number}}")
  Stream<String> pieces(int number, PromptOptions options);
}
