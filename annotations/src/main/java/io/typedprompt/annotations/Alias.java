package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other spellings that a model may use for an enum constant, a record component or a parameter of a
 * {@link Tool}. They are read, and reported as a repair; the JSON Schema does not mention them.
 */
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Alias {
  /** The other spellings. */
  String[] value();
}
