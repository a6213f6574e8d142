package io.typedprompt.internal.request;

import io.typedprompt.internal.json.JsonSlices;
import io.typedprompt.internal.json.JsonStreams;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The details of a reasoning that may go back to their provider. Anthropic signs its texts, and
 * refuses a request with one whose signature is missing; everything else goes back as it came.
 */
final class SignedReasoning {
  private static final String SIGNING = "anthropic";

  private SignedReasoning() {}

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
        String detail = JsonSlices.value(in, details);
        if (isUnsigned(detail)) {
          dropped = true;
        } else {
          rest.append(rest.length() > 1 ? "," : "").append(detail);
        }
      }
    }
    if (!dropped) {
      return details;
    }
    return rest.length() == 1 ? null : rest.append(']').toString();
  }

  /** The JSON of a message, in which the reasoning is what {@link #of} leaves of it. */
  static String ofMessage(String json) {
    StringWriter signed = new StringWriter(json.length());
    try (JsonParser in = JsonStreams.parser(json);
        JsonGenerator out = JsonStreams.generator(signed)) {
      out.writeStartObject();
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        String value = JsonSlices.value(in, json);
        String kept =
            switch (name) {
              case "reasoning" -> null;
              case "reasoning_details" -> of(value);
              default -> value;
            };
        if (kept != null) {
          out.writeName(name);
          out.writeRawValue(kept);
        }
      }
      out.writeEndObject();
    }
    return signed.toString();
  }

  private static boolean isUnsigned(String detail) {
    boolean isText = false;
    boolean isSigning = false;
    boolean isSigned = false;
    try (JsonParser in = JsonStreams.parser(detail)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
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
    }
    return isText && isSigning && !isSigned;
  }
}
