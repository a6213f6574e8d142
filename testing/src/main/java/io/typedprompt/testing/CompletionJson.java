package io.typedprompt.testing;

import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an answer in the shape of a response that is not streamed. */
final class CompletionJson {
  private CompletionJson() {}

  static ObjectNode of(Generation generation) {
    ObjectNode body =
        Json.object()
            .put("id", generation.id())
            .put("object", "chat.completion")
            .put("created", generation.created().getEpochSecond())
            .put("model", generation.model().canonicalSlug())
            .put("provider", generation.provider().name())
            .putNull("system_fingerprint")
            .put("service_tier", "default");
    body.putArray("choices").add(choice(generation));
    body.set("usage", generation.usage().toJson());
    for (Consumer<ObjectNode> edit : generation.message().edits()) {
      edit.accept(body);
    }
    return body;
  }

  private static ObjectNode choice(Generation generation) {
    ObjectNode choice = Json.object().put("index", 0);
    choice.set("logprobs", Logprobs.of(generation));
    choice.put("finish_reason", generation.finishReason());
    choice.put("native_finish_reason", generation.nativeFinishReason());
    choice.set("message", message(generation));
    Content.Breakdown breakdown = generation.message().breakdown();
    if (breakdown != null) {
      choice.set("error", withErrorType(breakdown.error()));
    }
    return choice;
  }

  /** The error of a breakdown, which says its type also where the test did not. */
  static ObjectNode withErrorType(ApiError error) {
    ObjectNode json = error.error();
    json.putObject("metadata").put("error_type", ApiError.errorType(error.status()));
    return json;
  }

  private static ObjectNode message(Generation generation) {
    Content.Message said = generation.message();
    ObjectNode message = Json.object().put("role", "assistant");
    if (said.refusal() != null) {
      message.putNull("content");
    } else {
      message.put("content", generation.sentText());
    }
    message.put("refusal", said.refusal());
    message.put("reasoning", said.reasoning());
    if (said.reasoning() != null) {
      message.set("reasoning_details", reasoningDetails(said.reasoning()));
    }
    if (!said.toolCalls().isEmpty()) {
      ArrayNode calls = message.putArray("tool_calls");
      for (Content.ToolCall call : said.toolCalls()) {
        ObjectNode json = toolCall(generation, calls.size(), call.name());
        json.withObject("function").put("arguments", call.arguments());
        calls.add(json);
      }
    }
    return message;
  }

  static ArrayNode reasoningDetails(String reasoning) {
    ArrayNode details = Json.array();
    details
        .addObject()
        .put("type", "reasoning.text")
        .put("text", reasoning)
        .put("format", "unknown")
        .put("index", 0);
    return details;
  }

  /** A function call without its arguments. */
  static ObjectNode toolCall(Generation generation, int index, String name) {
    String unique = generation.id().substring(generation.id().length() - 8);
    ObjectNode call =
        Json.object()
            .put("index", index)
            .put("id", "call_" + unique + "_" + index)
            .put("type", "function");
    call.putObject("function").put("name", name);
    return call;
  }
}
