package io.typedprompt;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The only user of databind among results, in a class of its own so that it loads on demand. */
final class RawJson {
  /** Keeps money exact. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private RawJson() {}

  static JsonNode parse(@Nullable String body) {
    return body == null ? MissingNode.getInstance() : MAPPER.readTree(body);
  }
}
