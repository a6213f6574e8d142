package io.typedprompt.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Made-up log probabilities in the API's shape, for requests that ask for them. */
final class Logprobs {
  private Logprobs() {}

  /** The choice's {@code logprobs}: JSON null unless the request asked and the model takes it. */
  static JsonNode of(Generation generation) {
    JsonNode body = generation.request().body();
    boolean asked = body.path("logprobs").asBoolean(false);
    if (!asked || !generation.model().parameters().contains("logprobs")) {
      return JsonNodeFactory.instance.nullNode();
    }
    int alternatives = body.path("top_logprobs").asInt(0);
    ObjectNode logprobs = Json.object();
    ArrayNode content = logprobs.putArray("content");
    for (String piece : pieces(generation)) {
      ObjectNode token = token(piece, 0);
      ArrayNode top = token.putArray("top_logprobs");
      for (int rank = 0; rank < alternatives; rank++) {
        top.add(token(rank == 0 ? piece : piece + rank, rank));
      }
      content.add(token);
    }
    return logprobs.putNull("refusal");
  }

  private static List<String> pieces(Generation generation) {
    return Pieces.of(generation.sentText());
  }

  private static ObjectNode token(String text, int rank) {
    ObjectNode token = Json.object().put("token", text).put("logprob", -0.25 - rank);
    ArrayNode bytes = token.putArray("bytes");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(Byte.toUnsignedInt(b));
    }
    return token;
  }
}
