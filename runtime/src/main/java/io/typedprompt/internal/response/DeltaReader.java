package io.typedprompt.internal.response;

import io.typedprompt.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one of the {@code choices} of an event. */
final class DeltaReader {
  private final String source;
  private long index;
  private String content = "";
  private @Nullable String refusal;
  private @Nullable String reasoning;
  private @Nullable String reasoningContent;
  private @Nullable List<String> reasoningDetails;
  private final List<ToolCallPart> toolCalls = new ArrayList<>();
  private Annotations annotations = Annotations.NONE;
  private final MediaReader media = new MediaReader();
  private List<TokenLogprob> logprobs = List.of();
  private @Nullable String finishReason;
  private @Nullable String nativeFinishReason;
  private @Nullable ApiError error;

  DeltaReader(String source) {
    this.source = source;
  }

  /** Reads from the start of the choice's object. */
  void read(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "index" -> index = JsonValues.count(in);
        case "delta" -> readDelta(in);
        case "finish_reason" -> finishReason = JsonValues.filledText(in);
        case "native_finish_reason" -> nativeFinishReason = JsonValues.filledText(in);
        case "logprobs" -> logprobs = LogprobsReader.read(in);
        case "error" -> error = ErrorReader.readError(in, source);
        default -> in.skipChildren();
      }
    }
  }

  /** Whether it is a further choice, which only a caller's own extra field can have asked for. */
  boolean isFurther() {
    return index > 0;
  }

  @Nullable ApiError error() {
    return error;
  }

  Delta delta() {
    String spoken = media.transcript;
    return new Delta(
        content.isEmpty() && spoken != null ? spoken : content,
        refusal,
        reasoning == null ? reasoningContent : reasoning,
        reasoningDetails,
        toolCalls,
        annotations,
        media.media(),
        logprobs,
        finishReason,
        nativeFinishReason);
  }

  private void readDelta(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "content" -> content = MessageReader.content(in);
        case "refusal" -> refusal = JsonValues.text(in);
        case "reasoning" -> reasoning = JsonValues.text(in);
        case "reasoning_content" -> reasoningContent = JsonValues.text(in);
        case "reasoning_details" -> readReasoningDetails(in);
        case "tool_calls" -> readToolCalls(in);
        case "annotations" -> annotations = AnnotationsReader.read(in, source);
        case "images" -> media.readImages(in);
        case "audio" -> media.readAudio(in);
        default -> in.skipChildren();
      }
    }
  }

  private void readReasoningDetails(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    List<String> details = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.START_OBJECT) {
        details.add(JsonValues.json(in, source));
      } else {
        in.skipChildren();
      }
    }
    reasoningDetails = details;
  }

  private void readToolCalls(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      toolCalls.add(ToolCallPart.read(in, source));
    }
  }
}
