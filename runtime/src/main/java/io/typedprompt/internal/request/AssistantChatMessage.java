package io.typedprompt.internal.request;

import io.typedprompt.ToolCall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What the model says, with everything that the provider wants back when the conversation goes on.
 *
 * @param content the text; null or blank if the message only calls tools
 * @param toolCalls the tools that are to be called
 * @param reasoning the reasoning as text, where there are no details of it
 * @param reasoningDetails the reasoning as the provider wants it back: a JSON array, as it came
 * @param annotations what was read from files, so that it is not read again: a JSON array
 * @param images the pictures that the model drew, which it wants back to draw on them
 * @param cacheTtl how long the prompt up to the end of this message is cached, or null
 */
public record AssistantChatMessage(
    @Nullable String content,
    List<ToolCall> toolCalls,
    @Nullable String reasoning,
    @Nullable String reasoningDetails,
    @Nullable String annotations,
    List<ContentPart> images,
    @Nullable String cacheTtl)
    implements ChatMessage {
  /** Takes copies of the lists, and checks that the message says anything. */
  public AssistantChatMessage {
    toolCalls = List.copyOf(toolCalls);
    images = List.copyOf(images);
    if (toolCalls.isEmpty()) {
      Objects.requireNonNull(content, "text");
    }
  }

  @Override
  public String role() {
    return "assistant";
  }

  @Override
  public String text() {
    return content == null ? "" : content;
  }

  /** This message at the end of a part to cache, or not if {@code ttl} is null. */
  public AssistantChatMessage cached(@Nullable String ttl) {
    return new AssistantChatMessage(
        content, toolCalls, reasoning, reasoningDetails, annotations, images, ttl);
  }

  /** Without reasoning that its provider would refuse. */
  @Override
  public AssistantChatMessage sendable() {
    if (reasoningDetails == null) {
      return this;
    }
    String signed = SignedReasoning.of(reasoningDetails);
    // The details are the same array if nothing had to be dropped.
    return reasoningDetails.equals(signed)
        ? this
        : new AssistantChatMessage(content, toolCalls, null, signed, annotations, images, cacheTtl);
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("role", "assistant");
    writeContent(out);
    if (reasoning != null) {
      out.writeStringProperty("reasoning", reasoning);
    }
    if (reasoningDetails != null) {
      out.writeName("reasoning_details");
      out.writeRawValue(reasoningDetails);
    }
    if (!toolCalls.isEmpty()) {
      writeToolCalls(out);
    }
    if (annotations != null) {
      out.writeName("annotations");
      out.writeRawValue(annotations);
    }
    if (!images.isEmpty()) {
      writeImages(out);
    }
    out.writeEndObject();
  }

  /** Some providers refuse an empty text beside tool calls. */
  private void writeContent(JsonGenerator out) {
    if (content == null || (content.isBlank() && !toolCalls.isEmpty())) {
      out.writeNullProperty("content");
    } else {
      TextPart.writeContent(out, content, cacheTtl);
    }
  }

  private void writeToolCalls(JsonGenerator out) {
    out.writeName("tool_calls");
    out.writeStartArray();
    for (ToolCall call : toolCalls) {
      out.writeStartObject();
      out.writeStringProperty("id", call.id());
      out.writeStringProperty("type", "function");
      out.writeName("function");
      out.writeStartObject();
      out.writeStringProperty("name", call.name());
      out.writeStringProperty("arguments", call.arguments());
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeImages(JsonGenerator out) {
    out.writeName("images");
    out.writeStartArray();
    for (ContentPart image : images) {
      image.write(out);
    }
    out.writeEndArray();
  }

  @Override
  public int size() {
    int size = TextPart.size(text()) + length(reasoning);
    size += length(reasoningDetails) + length(annotations);
    for (ToolCall call : toolCalls) {
      size += 96 + call.name().length() + call.arguments().length();
    }
    for (ContentPart image : images) {
      size += image.size();
    }
    return size;
  }

  private static int length(@Nullable String json) {
    return json == null ? 0 : 16 + json.length();
  }

  @Override
  public String toString() {
    return switch (toolCalls.size()) {
      case 0 -> summary();
      case 1 -> summary() + ", 1 tool call";
      default -> summary() + ", " + toolCalls.size() + " tool calls";
    };
  }
}
