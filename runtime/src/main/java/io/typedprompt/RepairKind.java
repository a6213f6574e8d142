package io.typedprompt;

/** In which way an answer was not exactly as asked, and was read all the same. */
public enum RepairKind {
  /** The JSON stood in a fenced code block. */
  CODE_FENCE,
  /** There was text before or after the JSON. */
  SURROUNDING_TEXT,
  /** The model's thinking, in tags, stood before or after the JSON. */
  THINKING_TEXT,
  /** An object had a property that its type does not know; it was ignored. */
  UNKNOWN_PROPERTY,
  /** An object lacked a property that may be null; it was read as null. */
  MISSING_PROPERTY,
  /** An object had a property twice, with the same value. */
  DUPLICATE_PROPERTY,
  /** A property or an enum constant was spelled in another way that the type allows. */
  ALIAS,
  /** A set had an element twice; it was taken once. */
  DUPLICATE_ELEMENT,
  /** A fraction stood where an integer was asked, and was rounded. */
  ROUNDED_NUMBER
}
