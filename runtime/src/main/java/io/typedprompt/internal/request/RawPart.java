package io.typedprompt.internal.request;

import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/**
 * A part as it was stored.
 *
 * @param json its JSON, an object
 * @param text its text; empty if it is no text
 */
record RawPart(String json, String text) implements ContentPart {
  RawPart {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public void write(JsonGenerator out) {
    out.writeRawValue(json);
  }

  @Override
  public int size() {
    return json.length();
  }

  /** How long it is, without the text. */
  @Override
  public String toString() {
    return "stored part, " + json.length() + " characters";
  }
}
