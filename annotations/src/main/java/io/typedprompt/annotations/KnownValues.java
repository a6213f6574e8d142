package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class whose {@code String} constants are the values that the server was known to take when
 * this version was made. The server may learn more, so another value is a warning, never an error.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface KnownValues {
  Class<?> value();
}
