package io.typedprompt.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A plugin of OpenRouter that takes part in the request. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Plugin {
  /** The plugin: a value of {@link PluginId}. */
  @KnownValues(PluginId.class)
  String id();

  /**
   * The plugin's settings as the text of a JSON object, such as <code>{"max_results": 3}</code>.
   * The compiler checks that it is one; which settings a plugin has is the server's to say.
   */
  String json() default "{}";
}
