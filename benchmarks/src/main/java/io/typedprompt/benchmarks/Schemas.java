package io.typedprompt.benchmarks;

/** The schema that code written by hand sends. */
final class Schemas {
  static final String TRIAGE =
      """
      {"type":"object","properties":{"summary":{"type":"string","description":"one sentence that a\
       support lead can act on"},"priority":{"type":"string","enum":["LOW","NORMAL","URGENT"]},\
      "labels":{"type":"array","items":{"type":"string"}},"confidence":{"type":"number"},\
      "actions":{"type":"array","items":{"type":"object","properties":{"owner":{"type":"string"},\
      "text":{"type":"string"},"minutes":{"type":"integer"},"customerVisible":{"type":"boolean"}},\
      "required":["owner","text","minutes","customerVisible"],"additionalProperties":false}}},\
      "required":["summary","priority","labels","confidence","actions"],\
      "additionalProperties":false}""";

  private Schemas() {}
}
