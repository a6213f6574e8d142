package io.typedprompt.internal.response;

import io.typedprompt.ToolCall;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code tool_calls}. */
public final class ToolCallsReader {
  private ToolCallsReader() {}

  /**
   * The calls in an array; none if it is something else.
   *
   * @param source the text that {@code in} reads
   */
  public static List<ToolCall> read(JsonParser in, String source) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return List.of();
    }
    List<ToolCall> calls = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      calls.add(ToolCallPart.read(in, source).whole());
    }
    return calls;
  }
}
