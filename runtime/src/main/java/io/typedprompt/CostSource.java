package io.typedprompt;

/** Where the figures of a {@link Cost} come from. */
public enum CostSource {
  /** OpenRouter said what it charged. */
  SERVER,
  /** At least a part was computed, not said by OpenRouter. */
  ESTIMATED,
  /** Nothing is known. */
  UNKNOWN
}
