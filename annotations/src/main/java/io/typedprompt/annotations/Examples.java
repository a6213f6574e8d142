package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link Example} annotations; javac writes it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Examples {
  /** The examples in the order written. */
  Example[] value();
}
