package io.typedprompt.internal.request;

import io.typedprompt.ToolCall;
import io.typedprompt.internal.json.JsonSlices;
import io.typedprompt.internal.response.ToolCallsReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one message. */
final class StoredMessageReader {
  private static final String ROLES = "system, developer, user, assistant and tool";
  private static final String CONTENT = "a text or an array of parts";

  private final JsonParser in;
  private final String source;
  private final String where;
  private @Nullable String role;
  private @Nullable JsonToken contentToken;
  private List<ContentPart> content = List.of();
  private List<ToolCall> toolCalls = List.of();
  private @Nullable String toolCallId;
  private @Nullable String reasoning;
  private @Nullable String reasoningDetails;
  private @Nullable String annotations;
  private List<ContentPart> images = List.of();

  /**
   * A reader of the message at whose first token the parser is.
   *
   * @param source the text that {@code in} reads
   * @param where what the message is called in exceptions
   */
  StoredMessageReader(JsonParser in, String source, String where) {
    this.in = in;
    this.source = source;
    this.where = where;
  }

  ChatMessage read() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw StoredMessages.misfit(where, in.currentToken(), "a JSON object with a role");
    }
    int start = JsonSlices.start(in);
    Set<String> names = new HashSet<>();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (!names.add(name)) {
        throw new IllegalArgumentException(where + " has \"" + name + "\" twice.");
      }
      in.nextToken();
      member(name);
    }
    String json = source.substring(start, JsonSlices.end(in));
    ChatMessage known = known();
    return known.role().equals(role) && known.toJson().equals(json)
        ? known
        : new StoredChatMessage(role == null ? known.role() : role, known, json);
  }

  private void member(String name) {
    switch (name) {
      case "role" -> role = text(name);
      case "content" -> readContent();
      case "tool_calls" -> readToolCalls();
      case "tool_call_id" -> toolCallId = text(name);
      case "reasoning" -> reasoning = text(name);
      case "reasoning_details" -> reasoningDetails = array(name);
      case "annotations" -> annotations = array(name);
      case "images" -> readImages();
      default -> in.skipChildren();
    }
  }

  private ChatMessage known() {
    if (role == null) {
      throw new IllegalArgumentException(
          where + " has no role. A message has one of the roles " + ROLES + ".");
    }
    return switch (role) {
      case "system", "developer" -> ChatMessage.system(requiredText());
      case "user" -> {
        requiredText();
        yield new UserChatMessage(content, null);
      }
      case "assistant" -> assistant();
      case "tool" -> tool();
      default ->
          throw new IllegalArgumentException(
              where + " has the role \"" + role + "\". The roles are " + ROLES + ".");
    };
  }

  private AssistantChatMessage assistant() {
    boolean silent = contentToken == null || contentToken == JsonToken.VALUE_NULL;
    return new AssistantChatMessage(
        silent && !toolCalls.isEmpty() ? null : joined(),
        toolCalls,
        reasoning,
        reasoningDetails,
        annotations,
        images,
        null);
  }

  private ToolChatMessage tool() {
    if (toolCallId == null) {
      throw new IllegalArgumentException(
          where + " has no tool_call_id, which says what call of the assistant it answers.");
    }
    return new ToolChatMessage(toolCallId, requiredText());
  }

  private String requiredText() {
    if (contentToken == null || contentToken == JsonToken.VALUE_NULL) {
      throw StoredMessages.misfit(where + ".content", contentToken, CONTENT);
    }
    return joined();
  }

  private String joined() {
    return new UserChatMessage(content, null).text();
  }

  private void readContent() {
    contentToken = in.currentToken();
    switch (contentToken) {
      case VALUE_STRING -> content = List.of(new TextPart(in.getString()));
      case START_ARRAY -> content = parts("content");
      case VALUE_NULL -> {}
      default -> throw StoredMessages.misfit(where + ".content", contentToken, CONTENT);
    }
  }

  private List<ContentPart> parts(String name) {
    List<ContentPart> parts = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        String part = where + "." + name + "[" + parts.size() + "]";
        throw StoredMessages.misfit(part, in.currentToken(), "an object with a type");
      }
      parts.add(part());
    }
    return parts;
  }

  private ContentPart part() {
    int start = JsonSlices.start(in);
    String type = "";
    String text = "";
    int members = 0;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      String value = in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : "";
      type = name.equals("type") ? value : type;
      text = name.equals("text") ? value : text;
      members++;
      in.skipChildren();
    }
    if (type.equals("text") && members == 2) {
      return new TextPart(text);
    }
    String json = source.substring(start, JsonSlices.end(in));
    MediaPart media = type.equals("text") ? null : MediaPartReader.read(json);
    return media == null ? new RawPart(json, text) : media;
  }

  private void readImages() {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      images = parts("images");
    } else if (in.currentToken() != JsonToken.VALUE_NULL) {
      throw StoredMessages.misfit(where + ".images", in.currentToken(), "an array");
    }
  }

  private void readToolCalls() {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      toolCalls = ToolCallsReader.read(in, source);
    } else if (in.currentToken() != JsonToken.VALUE_NULL) {
      throw StoredMessages.misfit(where + ".tool_calls", in.currentToken(), "an array");
    }
  }

  private @Nullable String text(String name) {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    throw StoredMessages.misfit(where + "." + name, in.currentToken(), "a string");
  }

  private @Nullable String array(String name) {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      return JsonSlices.value(in, source);
    }
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    throw StoredMessages.misfit(where + "." + name, in.currentToken(), "an array");
  }
}
