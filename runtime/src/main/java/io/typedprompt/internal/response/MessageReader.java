package io.typedprompt.internal.response;

import io.typedprompt.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the message of a choice. */
final class MessageReader {
  private final String source;

  final MediaReader media = new MediaReader();
  @Nullable String refusal;
  @Nullable String reasoningDetails;
  List<ToolCall> toolCalls = List.of();
  Annotations annotations = Annotations.NONE;
  private String content = "";
  private @Nullable String reasoning;

  MessageReader(String source) {
    this.source = source;
  }

  void read(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "content" -> content = content(in);
        case "refusal" -> refusal = JsonValues.filledText(in);
        case "reasoning", "reasoning_content" -> readReasoning(in);
        case "reasoning_details" -> readReasoningDetails(in);
        case "tool_calls" -> toolCalls = ToolCallsReader.read(in, source);
        case "annotations" -> annotations = AnnotationsReader.read(in, source);
        case "images" -> media.readImages(in);
        case "audio" -> media.readAudio(in);
        default -> in.skipChildren();
      }
    }
  }

  /** The text; of an answer that is only spoken, what is said. */
  String content() {
    String transcript = media.transcript;
    return content.isEmpty() && transcript != null ? transcript : content;
  }

  /** The plain text says the same as the details, where both are there. */
  @Nullable String reasoning() {
    if (reasoning != null || reasoningDetails == null) {
      return reasoning;
    }
    try (JsonParser in = JsonValues.parser(reasoningDetails)) {
      in.nextToken();
      return ReasoningDetailsReader.read(in);
    }
  }

  private void readReasoning(JsonParser in) {
    String text = ReasoningDetailsReader.readable(JsonValues.text(in));
    reasoning = text == null ? reasoning : text;
  }

  private void readReasoningDetails(JsonParser in) {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      reasoningDetails = JsonValues.json(in, source);
    } else {
      in.skipChildren();
    }
  }

  /** The content is a text, or a list of parts whose texts make it up. */
  static String content(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      String text = JsonValues.text(in);
      return text == null ? "" : text;
    }
    StringBuilder content = new StringBuilder();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() == JsonToken.START_OBJECT) {
        appendPart(in, content);
      } else {
        String text = JsonValues.text(in);
        content.append(text == null ? "" : text);
      }
    }
    return content.toString();
  }

  private static void appendPart(JsonParser in, StringBuilder content) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      if (name.equals("text")) {
        String text = JsonValues.text(in);
        content.append(text == null ? "" : text);
      } else {
        in.skipChildren();
      }
    }
  }
}
