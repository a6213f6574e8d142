package io.typedprompt.annotations;

/** The way in which a typed answer is asked for. */
public enum StructuredOutput {
  /**
   * A strict JSON Schema, or the next simpler way that the server does not refuse: the schema
   * without being held to it, the tool, the prompt.
   */
  AUTO,
  /** The API's structured output: {@code response_format} with a strict JSON Schema. */
  JSON_SCHEMA,
  /**
   * A forced call of one function whose parameters are the schema, for models that do tools better.
   */
  TOOL,
  /** The schema as text at the end of the prompt, for models that know neither of the others. */
  PROMPT
}
