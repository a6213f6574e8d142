package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes one token more or less likely in the answer. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface LogitBias {
  /** The token's number in the model's own vocabulary, 0 or more. */
  @Range(min = 0)
  int token();

  /** -100 (never) to 100 (always). */
  @Range(min = -100, max = 100)
  double bias();
}
