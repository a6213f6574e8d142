package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a method parameter in the template, or in the schema of a {@link Tool}, where it
 * differs from the one in Java, or where the parameter comes from a class file that does not keep
 * names.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Param {
  /** The name; in templates letters, digits and {@code _ - $}, no dot. */
  String value();
}
