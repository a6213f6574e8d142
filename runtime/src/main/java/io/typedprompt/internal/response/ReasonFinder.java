package io.typedprompt.internal.response;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the sentence that a person can use in what a provider answered: plain text, JSON, JSON
 * inside a string, or a page of HTML.
 */
final class ReasonFinder {
  /** Where providers put the sentence, the best place first. */
  private static final String[] PLACES = {
    "message", "error", "errors", "detail", "details", "msg", "description", "reason"
  };

  private static final int MAX_DEPTH = 8;
  private static final int MAX_LENGTH = 1000;

  private ReasonFinder() {}

  /** The sentence in {@code text}; empty if there is none, as in JSON that has only numbers. */
  static String find(String text) {
    String reason = unwrap(text, 0);
    return reason == null ? "" : line(reason);
  }

  /** The text as one line, shortened. */
  static String line(String text) {
    return shortened(oneLine(text));
  }

  private static @Nullable String unwrap(String text, int depth) {
    String stripped = text.strip();
    if (stripped.isEmpty() || depth > MAX_DEPTH) {
      return null;
    }
    char first = stripped.charAt(0);
    if (first == '{' || first == '[') {
      return isJson(stripped) ? inJson(stripped, depth) : stripped;
    }
    if (first == '<') {
      return title(stripped);
    }
    return withJsonTail(stripped, depth);
  }

  /** Unwraps texts such as {@code ConnectionError: {"error":{"message":"..."}}}. */
  private static String withJsonTail(String text, int depth) {
    int brace = text.indexOf('{');
    if (brace < 0 || !text.endsWith("}")) {
      return text;
    }
    String inside = inJson(text.substring(brace), depth);
    return inside == null ? text : text.substring(0, brace).strip() + " " + inside;
  }

  private static boolean isJson(String text) {
    try (JsonParser in = JsonValues.parser(text)) {
      in.nextToken();
      in.skipChildren();
      return in.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static @Nullable String inJson(String json, int depth) {
    try (JsonParser in = JsonValues.parser(json)) {
      in.nextToken();
      return inValue(in, depth + 1);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable String inValue(JsonParser in, int depth) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return unwrap(in.getString(), depth);
    }
    if (token == JsonToken.START_OBJECT && depth <= MAX_DEPTH) {
      return inObject(in, depth);
    }
    if (token == JsonToken.START_ARRAY && depth <= MAX_DEPTH) {
      return inArray(in, depth);
    }
    in.skipChildren();
    return null;
  }

  private static @Nullable String inObject(JsonParser in, int depth) {
    String best = null;
    int bestPlace = PLACES.length;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      int place = place(name);
      if (place >= bestPlace) {
        in.skipChildren();
        continue;
      }
      String reason = inValue(in, depth + 1);
      if (reason != null) {
        best = reason;
        bestPlace = place;
      }
    }
    return best;
  }

  private static @Nullable String inArray(JsonParser in, int depth) {
    String first = null;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (first == null) {
        first = inValue(in, depth + 1);
      } else {
        in.skipChildren();
      }
    }
    return first;
  }

  private static int place(String name) {
    for (int i = 0; i < PLACES.length; i++) {
      if (PLACES[i].equals(name)) {
        return i;
      }
    }
    return PLACES.length;
  }

  /** The title of a page, as gateways send it. */
  private static String title(String html) {
    int start = html.indexOf("<title>");
    int end = html.indexOf("</title>");
    return start < 0 || end < start ? html : html.substring(start + "<title>".length(), end);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH + 1));
    boolean space = false;
    for (int i = 0; i < text.length() && line.length() <= MAX_LENGTH; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        space = line.length() > 0;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.toString();
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return text.substring(0, end) + "...";
  }
}
