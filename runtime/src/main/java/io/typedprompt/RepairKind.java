package io.typedprompt;

/** In which way an answer was not exactly as asked, and was read all the same. */
public enum RepairKind {
  // Around the JSON

  /** The JSON stood in a fenced code block. */
  CODE_FENCE,
  /** There was text before or after the JSON. */
  SURROUNDING_TEXT,
  /** The model's thinking, in tags, stood before or after the JSON. */
  THINKING_TEXT,
  /** The JSON as a whole was written as a JSON string. */
  JSON_AS_TEXT,

  // How the JSON was written

  /** There was a comma too many or too few. */
  COMMA,
  /** There was white space that JSON does not know. */
  WHITE_SPACE,
  /** There was a comment. */
  COMMENT,
  /** The closing bracket of an object or array was missing, and nothing else. */
  MISSING_CLOSER,
  /** The braces around an object were doubled, as in a template. */
  DOUBLE_BRACES,
  /** A text was in other quotes than {@code "}. */
  QUOTES,
  /** The name of a property was not in quotes. */
  UNQUOTED_NAME,
  /** A text was not in quotes. */
  UNQUOTED_TEXT,
  /** A text had a quote, a line break or a tab that was not escaped. */
  UNESCAPED_CHARACTER,
  /** A text had an escape that JSON does not know; it was kept as written. */
  BAD_ESCAPE,

  // The shape

  /** An object had a property that its type does not know; it was ignored. */
  UNKNOWN_PROPERTY,
  /** An object lacked a property that may be null; it was read as null. */
  MISSING_PROPERTY,
  /** An object had a property twice, with the same value. */
  DUPLICATE_PROPERTY,
  /**
   * An object did not say which of several types it is, but only one of them has its properties.
   */
  MISSING_DISCRIMINATOR,
  /** A property or an enum constant was spelled in another way that the type allows. */
  ALIAS,
  /** A property or an enum constant was written in another case or with other separators. */
  SPELLING,
  /** The value was inside of one more object, under a name such as {@code "result"}. */
  WRAPPER_OBJECT,
  /** A value stood by itself where an object with only this property was asked. */
  MISSING_WRAPPER,
  /** A single value stood in a list. */
  LIST_OF_ONE,
  /** A single value stood where a list was asked. */
  SINGLE_AS_LIST,
  /** A set had an element twice; it was taken once. */
  DUPLICATE_ELEMENT,
  /** A map was written as an object instead of a list of entries. */
  MAP_AS_OBJECT,

  // Single values

  /** A number was written as a text, or in a form that JSON does not know, or inside a sentence. */
  NUMBER_AS_TEXT,
  /** A fraction stood where an integer was asked, and was rounded. */
  ROUNDED_NUMBER,
  /** True or false was written as a text, or inside a sentence. */
  BOOLEAN_AS_TEXT,
  /** Nothing was written as a word such as {@code None}. */
  NULL_AS_TEXT,
  /** An enum constant was named inside a longer text. */
  NAME_IN_TEXT,
  /** A date, a time or the like was written in another form that leaves no doubt. */
  TEXT_FORM,
  /** Something else than a text stood where a text was asked, and was taken as it was written. */
  VALUE_AS_TEXT,
  /** JSON stood by itself where it was asked as a text. */
  JSON_NOT_AS_TEXT
}
