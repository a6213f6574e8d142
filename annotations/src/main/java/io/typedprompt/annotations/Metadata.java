package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A pair of texts that OpenRouter keeps with the request, for its logs and reports. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Metadata {
  /** At most 64 characters, no square brackets. */
  String key();

  /** At most 512 characters. */
  String value();
}
