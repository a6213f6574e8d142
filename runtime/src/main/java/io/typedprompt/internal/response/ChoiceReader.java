package io.typedprompt.internal.response;

import io.typedprompt.FinishReason;
import io.typedprompt.TokenLogprob;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one of the {@code choices}. */
final class ChoiceReader {
  private final String source;
  private final MessageReader message;
  private List<TokenLogprob> logprobs = List.of();
  private @Nullable String finishReason;
  private @Nullable String nativeFinishReason;
  private @Nullable ApiError error;

  ChoiceReader(String source) {
    this.source = source;
    this.message = new MessageReader(source);
  }

  /** Reads from the start of the choice's object. */
  Choice read(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "message" -> message.read(in);
        case "finish_reason" -> finishReason = JsonValues.filledText(in);
        case "native_finish_reason" -> nativeFinishReason = JsonValues.filledText(in);
        case "logprobs" -> logprobs = LogprobsReader.read(in);
        case "error" -> error = ErrorReader.readError(in, source);
        default -> in.skipChildren();
      }
    }
    return new Choice(
        message.content(),
        message.refusal,
        message.reasoning(),
        message.reasoningDetails,
        message.toolCalls,
        message.annotations,
        message.media.media(),
        logprobs,
        finishReason(),
        nativeFinishReason,
        error);
  }

  /** Some providers leave the reason out, also when they ask for tools. */
  private FinishReason finishReason() {
    if (finishReason != null) {
      return FinishReason.of(finishReason);
    }
    return message.toolCalls.isEmpty() ? FinishReason.UNKNOWN : FinishReason.TOOL_CALLS;
  }
}
