package io.typedprompt.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Options that contradict the one it stands on, by their full names. Two of them written at the
 * same level are an error; one written at a higher level drops the others that it inherits.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ExclusiveWith {
  String[] value();
}
