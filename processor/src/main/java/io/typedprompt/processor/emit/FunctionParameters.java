package io.typedprompt.processor.emit;

import io.typedprompt.processor.model.Rendering.Call;
import io.typedprompt.processor.model.Rendering.Function;
import io.typedprompt.processor.model.Rendering.IfKey;
import io.typedprompt.processor.model.Rendering.Inverted;
import io.typedprompt.processor.model.Rendering.Print;
import io.typedprompt.processor.model.Rendering.Section;
import io.typedprompt.processor.model.Rendering.Step;
import io.typedprompt.processor.model.Rendering.Variable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the parameters of a prompt that the function of a recursive partial needs. */
final class FunctionParameters {
  private final Set<Function> seen = new HashSet<>();
  private final Set<Variable> contexts = new HashSet<>();
  private final Set<Variable> roots = new LinkedHashSet<>();

  private FunctionParameters() {}

  /**
   * Their Java names, in the order of the prompt.
   *
   * @param parameters Java names of the prompt's parameters, by their names in templates
   */
  static List<String> of(Function function, Map<String, String> parameters) {
    FunctionParameters search = new FunctionParameters();
    search.visit(function);
    search.roots.removeAll(search.contexts);
    List<String> used = search.roots.stream().map(Variable::name).toList();
    return parameters.entrySet().stream()
        .filter(parameter -> used.contains(parameter.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void visit(Function function) {
    if (seen.add(function)) {
      contexts.addAll(function.arguments());
      visit(function.body());
    }
  }

  private void visit(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Print print) {
        roots.add(print.value().root());
      } else if (step instanceof Section section) {
        roots.add(section.value().root());
        contexts.add(section.context());
        visit(section.body());
      } else if (step instanceof Inverted inverted) {
        roots.add(inverted.value().root());
        visit(inverted.body());
      } else if (step instanceof IfKey ifKey) {
        visit(ifKey.then());
        visit(ifKey.otherwise());
      } else if (step instanceof Call call) {
        visit(call.function());
      }
    }
  }
}
