package io.typedprompt.internal.response;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads what of {@code reasoning_details} a person may read: texts and summaries. Encrypted parts
 * have neither.
 */
final class ReasoningDetailsReader {
  private static final String HIDDEN = "[REDACTED]";

  private ReasoningDetailsReader() {}

  static @Nullable String read(JsonParser in) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return null;
    }
    StringBuilder reasoning = new StringBuilder();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String part = detail(in);
      if (part != null) {
        reasoning.append(reasoning.length() == 0 ? "" : "\n\n").append(part);
      }
    }
    return reasoning.length() == 0 ? null : reasoning.toString();
  }

  /** Reasoning that may be shown; null for the word that stands for hidden reasoning. */
  static @Nullable String readable(@Nullable String reasoning) {
    return reasoning == null || reasoning.isBlank() || isHidden(reasoning) ? null : reasoning;
  }

  static boolean isHidden(String reasoning) {
    return reasoning.strip().equals(HIDDEN);
  }

  private static @Nullable String detail(JsonParser in) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return null;
    }
    String text = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "text", "summary" -> {
          String readable = readable(JsonValues.text(in));
          text = readable == null ? text : readable;
        }
        default -> in.skipChildren();
      }
    }
    return text;
  }
}
