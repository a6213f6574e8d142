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
  ROUNDED_NUMBER,
  /** A date, a time or the like was written in another form that leaves no doubt. */
  TEXT_FORM,
  /** A map was written as an object instead of a list of entries. */
  MAP_AS_OBJECT,
  /** JSON stood by itself where it was asked as a text. */
  JSON_NOT_AS_TEXT
}
