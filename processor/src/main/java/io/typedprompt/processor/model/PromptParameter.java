package io.typedprompt.processor.model;

import io.typedprompt.processor.diagnostic.Where;

/**
 * A parameter of a prompt.
 *
 * @param javaName its name in Java
 * @param name its name in templates
 * @param role what it is for
 * @param shape its type
 * @param mayBeUnused whether an inherited declaration forces it on the method
 * @param where its declaration
 */
public record PromptParameter(
    String javaName, String name, Role role, Shape shape, boolean mayBeUnused, Where where) {

  /** What a parameter is for. */
  public enum Role {
    /** A variable of the templates. */
    VARIABLE,
    /** What was said before. */
    HISTORY,
    /** The options of one call. */
    OPTIONS,
    /** The object whose tools the model may call in one call. */
    TOOLS
  }
}
