package io.typedprompt.testing;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the model says when no script does: a call of the function that the request forces, else
 * JSON that conforms to the schema that it asks for, else a short text.
 */
final class AutomaticAnswer {
  private final ModelStates states;

  AutomaticAnswer(ModelStates states) {
    this.states = states;
  }

  Answer to(ChatRequest request, Model model) {
    TextSample text = TextSample.about(request.userText());
    Optional<JsonNode> function = request.forcedFunction();
    if (function.isPresent()) {
      JsonNode arguments = arguments(function.get(), text);
      return Answer.toolCall(function.get().path("name").asString(""), arguments);
    }
    return withinLimit(content(request, model, text), request.maxTokens());
  }

  private String content(ChatRequest request, Model model, TextSample text) {
    if (!states.supports(model, "response_format")) {
      return text.answer(); // As in the API: a parameter that is not supported is dropped.
    }
    Optional<JsonNode> schema = request.schema();
    if (schema.isPresent()) {
      return Json.text(SchemaSample.of(schema.get(), text));
    }
    String type = request.body().path("response_format").path("type").asString("text");
    return type.startsWith("json_")
        ? Json.text(Json.object().put("answer", text.answer()))
        : text.answer();
  }

  private static JsonNode arguments(JsonNode function, TextSample text) {
    JsonNode parameters = function.path("parameters");
    return parameters.isObject() ? SchemaSample.of(parameters, text) : Json.object();
  }

  private static Answer withinLimit(String content, int maxTokens) {
    if (Tokens.of(content) <= maxTokens) {
      return Answer.text(content);
    }
    return Answer.text(Tokens.first(content, maxTokens)).finish("length");
  }
}
