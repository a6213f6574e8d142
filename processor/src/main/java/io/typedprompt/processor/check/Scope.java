package io.typedprompt.processor.check;

import io.typedprompt.processor.model.Rendering.Variable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names can mean at a place in a template: the enclosing sections, then the parameters. */
final class Scope {
  private final @Nullable Variable context;
  private final @Nullable Scope outer;
  private final Map<String, Variable> parameters;

  private Scope(
      @Nullable Variable context, @Nullable Scope outer, Map<String, Variable> parameters) {
    this.context = context;
    this.outer = outer;
    this.parameters = parameters;
  }

  /** The scope outside of all sections. */
  static Scope of(List<Variable> parameters) {
    Map<String, Variable> byName = new LinkedHashMap<>();
    parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
    return new Scope(null, null, byName);
  }

  /** The scope inside a section. */
  Scope inside(Variable value) {
    return new Scope(value, this, parameters);
  }

  /** The scope inside a section that stands alone: only the parameters are around it. */
  Scope onlyInside(Variable value) {
    return new Scope(value, new Scope(null, null, parameters), parameters);
  }

  /** The value of the innermost section. */
  Optional<Variable> context() {
    return Optional.ofNullable(context);
  }

  /** The scope around this one. */
  Optional<Scope> outer() {
    return Optional.ofNullable(outer);
  }

  /** A parameter by name. */
  Optional<Variable> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** All parameters. */
  Collection<Variable> parameters() {
    return parameters.values();
  }
}
