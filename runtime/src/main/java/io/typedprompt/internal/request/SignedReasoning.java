package io.typedprompt.internal.request;

import io.typedprompt.internal.json.JsonStreams;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The details of a reasoning that may go back to their provider. Anthropic signs its texts, and
 * refuses a request with one whose signature is missing; everything else goes back as it came.
 */
final class SignedReasoning {
  private static final String SIGNING = "anthropic";

  private SignedReasoning() {}

  /** Whether there are no details: none at all, or an empty array. */
  static boolean isNothing(@Nullable String details) {
    if (details == null) {
      return true;
    }
    for (int i = 0; i < details.length(); i++) {
      if (details.charAt(i) == '{') {
        return false;
      }
    }
    return true;
  }

  /**
   * The same array if all of it may go back, an array with the rest, or null if nothing is left.
   */
  static @Nullable String of(String details) {
    if (!details.contains(SIGNING)) {
      return details;
    }
    StringBuilder rest = new StringBuilder("[");
    boolean dropped = false;
    try (JsonParser in = JsonStreams.parser(details)) {
      in.nextToken();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        int start = (int) in.currentTokenLocation().getCharOffset();
        boolean refused = in.currentToken() == JsonToken.START_OBJECT && isUnsigned(in);
        if (refused) {
          dropped = true;
        } else {
          in.skipChildren();
          in.finishToken();
          int end = (int) in.currentLocation().getCharOffset();
          rest.append(rest.length() > 1 ? "," : "").append(details, start, end);
        }
      }
    }
    if (!dropped) {
      return details;
    }
    return rest.length() == 1 ? null : rest.append(']').toString();
  }

  /** Reads an object to its end. */
  private static boolean isUnsigned(JsonParser in) {
    boolean isText = false;
    boolean isSigning = false;
    boolean isSigned = false;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      String value = in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : "";
      switch (name) {
        case "type" -> isText = value.equals("reasoning.text");
        case "format" -> isSigning = value.startsWith(SIGNING);
        case "signature" -> isSigned = !value.isEmpty();
        default -> {}
      }
      in.skipChildren();
    }
    return isText && isSigning && !isSigned;
  }
}
