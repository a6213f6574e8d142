package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat completion request as the server received it. */
public final class ChatRequest {
  private final ObjectNode body;
  private final Map<String, List<String>> headers;

  ChatRequest(ObjectNode body, Map<String, List<String>> headers) {
    this.body = body;
    Map<String, List<String>> lowerCase = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    this.headers = Collections.unmodifiableMap(lowerCase);
  }

  /** The request's body. */
  public JsonNode body() {
    return body;
  }

  /**
   * The request's headers under their names in lower case. The value of {@code authorization} is
   * never kept: it reads {@code [redacted]}.
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.stream().findFirst();
  }

  /**
   * The models asked for, in the order in which they are tried: {@code model}, then {@code models}.
   */
  public List<String> models() {
    List<String> models = new ArrayList<>();
    if (body.path("model").isString()) {
      models.add(body.path("model").stringValue());
    }
    for (JsonNode model : body.path("models")) {
      if (model.isString() && !models.contains(model.stringValue())) {
        models.add(model.stringValue());
      }
    }
    return List.copyOf(models);
  }

  /** The text of the last user message; empty if there is none. */
  public String userText() {
    return text("user");
  }

  /**
   * What the last user message shows beside its text, in order: {@code image_url}, {@code file},
   * {@code input_audio} or {@code video_url} for each part.
   */
  public List<String> userMedia() {
    List<String> media = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asString("").equals("user")) {
        media.clear();
        for (JsonNode part : message.path("content")) {
          String type = part.path("type").asString("text");
          if (!type.equals("text")) {
            media.add(type);
          }
        }
      }
    }
    return List.copyOf(media);
  }

  /** The text of the last system message; empty if there is none. */
  public String systemText() {
    return text("system");
  }

  /** True if the answer is to be streamed. */
  public boolean isStreaming() {
    return body.path("stream").asBoolean(false);
  }

  /** The schema of {@code response_format}, if the request has one. */
  public Optional<JsonNode> schema() {
    JsonNode schema = body.path("response_format").path("json_schema").path("schema");
    return schema.isObject() ? Optional.of(schema) : Optional.empty();
  }

  /**
   * What the tools that the model called last have answered, in the order of its calls; empty if
   * the last message is not of a tool. With {@link OpenRouterServer#respond} an answer can depend
   * on it.
   */
  public List<String> toolResults() {
    List<String> results = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asString("").equals("tool")) {
        results.add(textOf(message.path("content")));
      } else {
        results.clear();
      }
    }
    return List.copyOf(results);
  }

  /** The function that the model must call, if {@code tool_choice} forces one. */
  Optional<JsonNode> forcedFunction() {
    JsonNode choice = body.path("tool_choice");
    if (choice.isString()) {
      return choice.stringValue().equals("required") ? anyFunction() : Optional.empty();
    }
    String name = choice.path("function").path("name").asString("");
    return name.isEmpty() ? Optional.empty() : function(name);
  }

  /** The most tokens that the answer may have. */
  int maxTokens() {
    int most = body.path("max_tokens").asInt(Integer.MAX_VALUE);
    return Math.min(most, body.path("max_completion_tokens").asInt(Integer.MAX_VALUE));
  }

  /** Names the models and the number of messages, never their text. */
  @Override
  public String toString() {
    return "ChatRequest[models="
        + models()
        + ", messages="
        + body.path("messages").size()
        + ", stream="
        + isStreaming()
        + "]";
  }

  /** The first one; when a tool has answered, the last one, so that calls come to an end. */
  private Optional<JsonNode> anyFunction() {
    List<JsonNode> functions = functions();
    if (functions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(functions.get(toolResults().isEmpty() ? 0 : functions.size() - 1));
  }

  private Optional<JsonNode> function(String name) {
    return functions().stream()
        .filter(function -> function.path("name").asString("").equals(name))
        .findFirst();
  }

  private List<JsonNode> functions() {
    List<JsonNode> functions = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      if (tool.path("function").isObject()) {
        functions.add(tool.path("function"));
      }
    }
    return functions;
  }

  private String text(String role) {
    String text = "";
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asString("").equals(role)) {
        text = textOf(message.path("content"));
      }
    }
    return text;
  }

  private static String textOf(JsonNode content) {
    if (content.isString()) {
      return content.stringValue();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode part : content) {
      if (part.path("text").isString()) {
        texts.add(part.path("text").stringValue());
      }
    }
    return String.join("\n", texts);
  }
}
