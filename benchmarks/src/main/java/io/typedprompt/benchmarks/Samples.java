package io.typedprompt.benchmarks;

import java.nio.charset.StandardCharsets;

/** What the server answers. */
final class Samples {
  private static final String TRIAGE =
      """
      {"summary": "All builds of an Enterprise customer fail on \\"manifest unknown\\" since 9:00",\
       "priority": "URGENT", "labels": ["outage", "registry", "builds"], "confidence": 0.97,\
       "actions": [{"owner": "registry", "text": "Find out whether the base image was deleted from\
       the registry this morning, and restore it from the nightly backup if it was.",\
       "minutes": 15, "customerVisible": false}, {"owner": "support", "text": "Tell the customer\
       that we are on it, and offer the mirror that the status page describes as a way around.",\
       "minutes": 5, "customerVisible": true}, {"owner": "support lead", "text": "Put the incident\
       on the status page — with a time for the next update — and page the one on call.",\
       "minutes": 10, "customerVisible": true}]}""";

  private Samples() {}

  /** An answer of about 1 KB, in the envelope that nothing needs. */
  static String typical() {
    return TRIAGE;
  }

  /** The envelope of a list of about 100 KB. */
  static String list() {
    StringBuilder list = new StringBuilder("{\"value\": [");
    while (list.length() < 100_000) {
      list.append(list.length() > 20 ? ", " : "").append(TRIAGE);
    }
    return list.append("]}").toString();
  }

  /** The list as a model answers that forgot what it was told: in a fence, with words around. */
  static String fencedList() {
    return "Here is the triage of all tickets:\n\n```json\n" + list() + "\n```\nAnything else?";
  }

  /** The list with all that goes wrong at once: keys without quotes, commas too many, a comment. */
  static String malformedList() {
    String list = list().replaceAll("\"(\\w+)\": ", "$1: ").replace("]}", ",]}");
    return "Sure!\n```\n// all tickets\n" + list + "\n```\nAnything else?";
  }

  /** The body of an answer with a text. */
  static byte[] completion(String content) {
    return ("{\"id\":\"gen-1764057600-abcdefghijklmnopqrst\",\"provider\":\"Anthropic\","
            + "\"model\":\"anthropic/claude-4.5-sonnet-20250929\",\"object\":\"chat.completion\","
            + "\"created\":1764057600,\"choices\":[{\"logprobs\":null,\"finish_reason\":\"stop\","
            + "\"native_finish_reason\":\"end_turn\",\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":"
            + quoted(content)
            + ",\"refusal\":null}}],\"usage\":{\"prompt_tokens\":312,\"completion_tokens\":204,"
            + "\"total_tokens\":516,\"cost\":0.003996,\"is_byok\":false,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
            + "\"cost_details\":{\"upstream_inference_cost\":null,"
            + "\"upstream_inference_prompt_cost\":0.000936,"
            + "\"upstream_inference_completions_cost\":0.00306},"
            + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"image_tokens\":0}}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A stream of so many pieces of text. */
  static byte[] stream(int pieces) {
    StringBuilder stream = new StringBuilder(": OPENROUTER PROCESSING\n\n");
    for (int i = 0; i < pieces; i++) {
      chunk(stream, " word" + i, "null", "");
    }
    chunk(stream, "", "\"stop\"", "");
    chunk(
        stream,
        "",
        "null",
        ",\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":10000,\"total_tokens\":10012,"
            + "\"cost\":0.150036,\"is_byok\":false}");
    return stream.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void chunk(StringBuilder stream, String text, String reason, String usage) {
    stream
        .append("data: {\"id\":\"gen-1764057600-abcdefghijklmnopqrst\",\"provider\":\"Anthropic\",")
        .append("\"model\":\"anthropic/claude-4.5-sonnet-20250929\",")
        .append("\"object\":\"chat.completion.chunk\",\"created\":1764057600,\"choices\":")
        .append("[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":")
        .append(quoted(text))
        .append("},\"finish_reason\":")
        .append(reason)
        .append(",\"native_finish_reason\":null,\"logprobs\":null}]")
        .append(usage)
        .append("}\n\n");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
