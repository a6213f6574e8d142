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
        case "prompt_tokens_details", "completion_tokens_details", "cost_details" -> read(in);
        case "upstream_inference_cost" -> upstream = JsonValues.decimal(in);
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

  /**
   * Under BYOK the provider bills the inference itself. In every other case the upstream cost is
   * already in what OpenRouter charged, and adding it would count it twice.
   */
  Cost cost() {
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
