package io.typedprompt.testing;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper, and the few words that the rest of the package needs to speak JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads one JSON text.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON
   */
  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** Writes any value, a tree included, as compact JSON. */
  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The value as a tree. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
