package io.typedprompt.internal.response;

import io.typedprompt.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A call of a tool, or the piece of one that a stream adds.
 *
 * @param index which call of the answer it belongs to; -1 if that is not said
 * @param id the call's id; empty if it is missing
 * @param name the tool's name; empty if it is missing
 * @param arguments the arguments, or the next piece of them; empty if they are missing
 */
record ToolCallPart(int index, String id, String name, String arguments) {
  /** The call, if this is the whole of it. */
  ToolCall whole() {
    return ToolCall.of(id, name, arguments.isBlank() ? "{}" : arguments);
  }

  /**
   * Reads one; the function's members are taken at either level.
   *
   * @param source the text that {@code in} reads
   */
  static ToolCallPart read(JsonParser in, String source) {
    Reader reader = new Reader(source);
    reader.read(in);
    return new ToolCallPart(reader.index, reader.id, reader.name, reader.arguments);
  }

  private static final class Reader {
    private final String source;
    private int index = -1;
    private String id = "";
    private String name = "";
    private String arguments = "";

    Reader(String source) {
      this.source = source;
    }

    void read(JsonParser in) {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        return;
      }
      for (String member = in.nextName(); member != null; member = in.nextName()) {
        JsonToken token = in.nextToken();
        switch (member) {
          case "index" -> index = (int) Math.min(JsonValues.count(in), Integer.MAX_VALUE);
          case "id" -> id = orEmpty(JsonValues.text(in));
          case "name" -> name = orEmpty(JsonValues.text(in));
          case "function" -> read(in);
          case "arguments" ->
              arguments =
                  token == JsonToken.START_OBJECT
                      ? JsonValues.json(in, source)
                      : orEmpty(JsonValues.text(in));
          default -> in.skipChildren();
        }
      }
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
