package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A few-shot pair: what a user might say, and what the model should answer. Both are literal text,
 * not templates. Examples come after the system message, in the order written.
 *
 * <p>Where the method returns a typed value, {@link #assistant()} is a value of that type ({@code
 * HIGH}, or a JSON object for a record): the compiler checks it, and it is sent in the form that
 * the schema asks for.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Examples.class)
public @interface Example {
  /** What the user says. */
  String user();

  /** What the model answers. */
  String assistant();
}
