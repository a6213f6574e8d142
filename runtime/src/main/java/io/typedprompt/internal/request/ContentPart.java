package io.typedprompt.internal.request;

import tools.jackson.core.JsonGenerator;

/** A part of what a message says. */
public sealed interface ContentPart permits TextPart, MediaPart, RawPart {
  /** Writes it as an object with the member {@code type}. The same part gives the same JSON. */
  void write(JsonGenerator out);

  /** About how many characters its JSON has. */
  int size();

  /** Its text; empty if it is no text. */
  String text();
}
