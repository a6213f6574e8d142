package io.typedprompt.processor.check;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.model.Rendering.Variable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The scope inside sections that stand alone: only the parameters are around them. */
  Scope onlyInside(List<Variable> values) {
    Scope scope = new Scope(null, null, parameters);
    for (Variable value : values) {
      scope = scope.inside(value);
    }
    return scope;
  }

  /**
   * The values of the sections, the innermost last. Of several values of one type only the
   * innermost is among them, since it has all names that the others have.
   */
  List<Variable> contexts() {
    Deque<Variable> values = new ArrayDeque<>();
    Set<TypeName> types = new HashSet<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.context != null && types.add(scope.context.shape().type())) {
        values.push(scope.context);
      }
    }
    return List.copyOf(values);
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
