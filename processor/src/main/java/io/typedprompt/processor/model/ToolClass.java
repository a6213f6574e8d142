package io.typedprompt.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A class whose methods the model may call.
 *
 * @param type the class
 * @param methods those with {@code @Tool}, own ones first, in declaration order
 */
public record ToolClass(ClassName type, List<Tool> methods) {
  /** Whether a method needs an object to be called on. */
  public boolean needsInstance() {
    return methods.isEmpty() || methods.stream().anyMatch(method -> !method.isStatic());
  }
}
