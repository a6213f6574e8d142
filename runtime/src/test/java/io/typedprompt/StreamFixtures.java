package io.typedprompt;

import java.util.ArrayList;
import java.util.List;

/** Streams in the shapes that OpenRouter has sent over time. */
final class StreamFixtures {
  static final String COMMENT = ": OPENROUTER PROCESSING\n\n";
  static final String DONE = "data: [DONE]\n\n";
  static final String USAGE =
      "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15,\"cost\":0.001}";

  private StreamFixtures() {}

  static String event(String json) {
    return "data: " + json + "\n\n";
  }

  /** An event of model {@code vendor/model-1} with this delta. */
  static String chunk(String delta, String finishReason, String more) {
    return event(
        "{\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":"
            + "\"vendor/model-1\",\"provider\":\"Vendor\",\"choices\":[{\"index\":0,\"delta\":"
            + delta
            + ",\"finish_reason\":"
            + (finishReason == null ? "null" : PromptServer.quoted(finishReason))
            + ",\"native_finish_reason\":"
            + (finishReason == null ? "null" : "\"completed\"")
            + "}]"
            + more
            + "}");
  }

  static String text(String content) {
    return chunk(
        "{\"role\":\"assistant\",\"content\":" + PromptServer.quoted(content) + "}", null, "");
  }

  static String finish(String reason) {
    return chunk("{\"role\":\"assistant\",\"content\":\"\"}", reason, "");
  }

  /** The end of 2026-08: the reason comes a second time, with the usage. */
  static String end(String reason) {
    return finish(reason)
        + chunk(
            "{\"content\":\"\",\"role\":\"assistant\"}",
            reason,
            ",\"service_tier\":\"default\"," + USAGE)
        + DONE;
  }

  /** The end of 2025-11: the usage comes with a reason of null. */
  static String endWithNull(String reason) {
    return finish(reason) + chunk("{\"content\":\"\"}", null, "," + USAGE) + DONE;
  }

  /** The end of 2026-03: the usage comes without choices. */
  static String endWithoutChoices(String reason) {
    return finish(reason) + event("{\"id\":\"gen-1\",\"choices\":[]," + USAGE + "}") + DONE;
  }

  /** A whole stream of these pieces. */
  static String stream(String... pieces) {
    StringBuilder stream = new StringBuilder(COMMENT);
    for (String piece : pieces) {
      stream.append(text(piece));
    }
    return stream.append(COMMENT).append(end("stop")).toString();
  }

  /** The pieces of a stream, once they have been read. */
  static List<String> read(PromptStream<?> stream) {
    List<String> pieces = new ArrayList<>();
    stream.forEach(pieces::add);
    return pieces;
  }
}
