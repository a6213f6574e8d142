package io.typedprompt.internal.response;

import static io.typedprompt.internal.response.JsonValues.ABSENT;

import io.typedprompt.Cost;
import io.typedprompt.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the object {@code usage}: tokens, and what they cost. */
final class UsageReader {
  private final Usage.Builder usage = Usage.builder();
  private long audioTokens = ABSENT;
  private @Nullable BigDecimal charged;
  private @Nullable BigDecimal upstream;
  private @Nullable BigDecimal upstreamPrompt;
  private @Nullable BigDecimal upstreamCompletion;
  private boolean byok;

  void read(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "cost" -> charged = JsonValues.decimal(in);
        case "is_byok" -> byok = JsonValues.isTrue(in);
        case "prompt_tokens_details",
            "completion_tokens_details",
            "cost_details",
            "server_tool_use",
            "server_tool_use_details" ->
            read(in);
        case "upstream_inference_cost" -> upstream = JsonValues.decimal(in);
        case "upstream_inference_prompt_cost" -> upstreamPrompt = JsonValues.decimal(in);
        case "upstream_inference_completions_cost" -> upstreamCompletion = JsonValues.decimal(in);
        default -> readCount(name, in);
      }
    }
  }

  /** The names of all levels are distinct, but for the audio tokens, which both details have. */
  private void readCount(String name, JsonParser in) {
    long count = JsonValues.count(in);
    if (count == ABSENT) {
      return;
    }
    switch (name) {
      case "prompt_tokens" -> usage.promptTokens(count);
      case "completion_tokens" -> usage.completionTokens(count);
      case "total_tokens" -> usage.totalTokens(count);
      case "cached_tokens" -> usage.cachedTokens(count);
      case "cache_write_tokens" -> usage.cacheWriteTokens(count);
      case "reasoning_tokens" -> usage.reasoningTokens(count);
      case "image_tokens" -> usage.imageTokens(count);
      case "video_tokens" -> usage.videoTokens(count);
      case "accepted_prediction_tokens" -> usage.acceptedPredictionTokens(count);
      case "rejected_prediction_tokens" -> usage.rejectedPredictionTokens(count);
      case "tool_calls_requested" -> usage.serverToolCallsRequested(count);
      case "tool_calls_executed" -> usage.serverToolCallsExecuted(count);
      case "web_search_requests" -> usage.webSearchRequests(count);
      case "audio_tokens" -> audioTokens = audioTokens == ABSENT ? count : audioTokens + count;
      default -> {
        // A counter that this version does not know.
      }
    }
  }

  Usage usage() {
    if (audioTokens != ABSENT) {
      usage.audioTokens(audioTokens);
    }
    return usage.build();
  }

  Cost cost() {
    return bill().withInference(upstream, upstreamPrompt, upstreamCompletion);
  }

  /**
   * Under BYOK the provider bills the inference itself. In every other case the upstream cost is
   * already in what OpenRouter charged, and adding it would count it twice.
   */
  private Cost bill() {
    if (!byok) {
      return charged == null ? Cost.unknown() : Cost.of(charged);
    }
    if (charged != null && upstream != null) {
      return Cost.byok(charged, upstream);
    }
    if (charged != null) {
      return Cost.of(charged).incomplete();
    }
    return upstream == null ? Cost.unknown() : Cost.byok(BigDecimal.ZERO, upstream).incomplete();
  }
}
