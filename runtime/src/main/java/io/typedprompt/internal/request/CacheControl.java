package io.typedprompt.internal.request;

import tools.jackson.core.JsonGenerator;

/** Writes the mark up to which a provider caches the prompt. */
final class CacheControl {
  private CacheControl() {}

  /** The member {@code cache_control} of the object that is being written. */
  static void write(JsonGenerator out, String ttl) {
    out.writeName("cache_control");
    out.writeStartObject();
    out.writeStringProperty("type", "ephemeral");
    out.writeStringProperty("ttl", ttl);
    out.writeEndObject();
  }
}
