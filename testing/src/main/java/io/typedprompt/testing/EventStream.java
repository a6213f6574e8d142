package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes an answer as the server-sent events of a streamed response. */
final class EventStream {
  private static final String COMMENT = ": OPENROUTER PROCESSING\n\n";

  private final Generation generation;
  private final List<String> events = new ArrayList<>();

  private EventStream(Generation generation) {
    this.generation = generation;
  }

  /** The events in order, comments included. */
  static List<String> of(Generation generation) {
    EventStream stream = new EventStream(generation);
    stream.writeAll();
    return List.copyOf(stream.events);
  }

  private void writeAll() {
    events.add(COMMENT);
    Content.Message message = generation.message();
    if (message.reasoning() != null) {
      writeReasoning(message.reasoning());
    }
    writeText();
    if (message.refusal() != null) {
      write(chunk(delta("").put("refusal", message.refusal()), false));
    }
    writeToolCalls(message.toolCalls());
    if (message.breakdown() != null) {
      writeBreakdown(message.breakdown());
    } else {
      writeEnd();
    }
    events.add("data: [DONE]\n\n");
  }

  private void writeReasoning(String reasoning) {
    for (String piece : Pieces.of(reasoning)) {
      ObjectNode delta = delta("").put("reasoning", piece);
      delta.set("reasoning_details", CompletionJson.reasoningDetails(piece));
      write(chunk(delta, false));
    }
  }

  private void writeText() {
    List<String> pieces = Pieces.of(generation.sentText());
    for (int i = 0; i < pieces.size(); i++) {
      write(chunk(delta(pieces.get(i)), false));
      if (i == pieces.size() / 2) {
        events.add(COMMENT);
      }
    }
  }

  /** The first delta of a call names it; the arguments come in pieces after it. */
  private void writeToolCalls(List<Content.ToolCall> calls) {
    for (int index = 0; index < calls.size(); index++) {
      Content.ToolCall call = calls.get(index);
      ObjectNode first = CompletionJson.toolCall(generation, index, call.name());
      first.withObject("function").put("arguments", "");
      writeToolCall(first);
      for (String piece : Pieces.of(call.arguments())) {
        ObjectNode further = Json.object().put("index", index);
        further.putObject("function").put("arguments", piece);
        writeToolCall(further);
      }
    }
  }

  private void writeToolCall(ObjectNode call) {
    ObjectNode delta = Json.object().put("role", "assistant").putNull("content");
    delta.putArray("tool_calls").add(call);
    write(chunk(delta, false));
  }

  private void writeBreakdown(Content.Breakdown breakdown) {
    ObjectNode chunk = chunk(delta(""), true);
    chunk.set("error", CompletionJson.withErrorType(breakdown.error()));
    chunk.set("usage", generation.usage().toJson());
    write(chunk);
  }

  /** The finish reason comes twice: alone, then with the usage. */
  private void writeEnd() {
    write(chunk(delta(""), true));
    ObjectNode last = chunk(delta(""), true).put("service_tier", "default");
    last.set("usage", generation.usage().toJson());
    write(last);
  }

  private static ObjectNode delta(String content) {
    return Json.object().put("content", content).put("role", "assistant");
  }

  private ObjectNode chunk(ObjectNode delta, boolean finished) {
    ObjectNode chunk =
        Json.object()
            .put("id", generation.id())
            .put("object", "chat.completion.chunk")
            .put("created", generation.created().getEpochSecond())
            .put("model", generation.model().canonicalSlug())
            .put("provider", generation.provider().name());
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finished ? generation.finishReason() : null);
    choice.put("native_finish_reason", finished ? generation.nativeFinishReason() : null);
    return chunk;
  }

  private void write(ObjectNode chunk) {
    events.add("data: " + Json.text(chunk) + "\n\n");
  }
}
