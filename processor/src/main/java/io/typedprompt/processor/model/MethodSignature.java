package io.typedprompt.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * What Java needs to know of a method to override it.
 *
 * @param name its name
 * @param parameters its parameters
 * @param returnType its return type, type variables resolved
 * @param varargs whether the last parameter is variable
 */
public record MethodSignature(
    String name, List<Parameter> parameters, TypeName returnType, boolean varargs) {

  /** A parameter as Java sees it. */
  public record Parameter(String name, TypeName type) {}
}
