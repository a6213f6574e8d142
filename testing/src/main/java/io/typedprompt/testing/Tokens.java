package io.typedprompt.testing;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A simple, deterministic estimate of token counts: one token for every four bytes of UTF-8. */
final class Tokens {
  private static final int BYTES_PER_TOKEN = 4;
  private static final int PER_MESSAGE = 4;
  private static final int PER_MEDIA_PART = 85;

  private Tokens() {}

  static int of(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  /** The longest beginning of a text that has no more tokens than this. */
  static String first(String text, int tokens) {
    long bytesLeft = (long) tokens * BYTES_PER_TOKEN;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      bytesLeft -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytesLeft < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  /** What a request counts: its messages, its tools and its schema. */
  static int ofPrompt(JsonNode body) {
    int tokens = 0;
    for (JsonNode message : body.path("messages")) {
      tokens +=
          PER_MESSAGE + ofContent(message.path("content")) + ofJson(message.path("tool_calls"));
    }
    return tokens + ofJson(body.path("tools")) + ofJson(body.path("response_format"));
  }

  private static int ofContent(JsonNode content) {
    if (content.isString()) {
      return of(content.stringValue());
    }
    int tokens = 0;
    for (JsonNode part : content) {
      tokens += part.has("text") ? of(part.path("text").asString("")) : PER_MEDIA_PART;
    }
    return tokens;
  }

  private static int ofJson(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? 0 : of(Json.text(node));
  }
}
