package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.CheckedInterface;
import io.typedprompt.processor.model.CheckedPrompt;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.EnumValue;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Rendering;
import io.typedprompt.processor.model.Rendering.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entry of the checking stage: looks for everything that can be wrong with an interface. */
public final class PromptChecker {
  private final Findings findings;
  private final OptionChecker options;

  public PromptChecker(Findings findings) {
    this.findings = findings;
    this.options = new OptionChecker(findings);
  }

  /** The interface with its templates bound; it means nothing if an error was found. */
  public CheckedInterface check(PromptInterface declaration) {
    options.checkInterface(declaration.options());
    List<CheckedPrompt> prompts = new ArrayList<>();
    for (PromptMethod method : declaration.methods()) {
      prompts.add(check(method, declaration.options()));
    }
    return new CheckedInterface(declaration, prompts);
  }

  private CheckedPrompt check(PromptMethod method, Options inherited) {
    options.checkMethod(method, inherited);
    new AnswerChecker(findings).check(method);
    checkPrefill(method, inherited);

    List<Variable> variables = new ArrayList<>();
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.VARIABLE) {
        variables.add(new Variable(parameter.name(), parameter.shape()));
      }
    }
    Set<Variable> used = new LinkedHashSet<>();
    Optional<Rendering> system = method.system().map(m -> bind(m, variables, used));
    Rendering user = bind(method.user(), variables, used);
    Optional<Rendering> prefill = method.prefill().map(m -> bind(m, variables, used));
    boolean templatesAreWhole =
        method.system().map(PromptChecker::isWhole).orElse(true)
            && isWhole(method.user())
            && method.prefill().map(PromptChecker::isWhole).orElse(true);
    if (templatesAreWhole) {
      checkUnused(method, used);
    }
    List<CheckedPrompt.Pair> examples = new ExampleChecker(findings).check(method);
    return new CheckedPrompt(method, system, user, prefill, examples);
  }

  private Rendering bind(MessageTemplate message, List<Variable> variables, Set<Variable> used) {
    return new TemplateBinder(message, findings, used).bind(variables);
  }

  private static boolean isWhole(MessageTemplate message) {
    return message.template().problems().isEmpty();
  }

  private void checkUnused(PromptMethod method, Set<Variable> used) {
    Set<String> usedNames = new LinkedHashSet<>();
    used.forEach(variable -> usedNames.add(variable.name()));
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.VARIABLE
          && !parameter.mayBeUnused()
          && !usedNames.contains(parameter.name())) {
        findings.add(
            Problem.UNUSED_PARAMETER,
            parameter.where(),
            parameter.name(),
            method.displayName(),
            parameter.name());
      }
    }
  }

  private void checkPrefill(PromptMethod method, Options inherited) {
    if (method.prefill().isEmpty() || method.isText()) {
      return;
    }
    boolean inPrompt =
        method
            .options()
            .over(inherited)
            .get("structuredOutput")
            .filter(o -> o.value() instanceof EnumValue value && value.constant().equals("PROMPT"))
            .isPresent();
    if (!inPrompt) {
      findings.add(Problem.PREFILL_WITH_SCHEMA, method.prefill().get().where());
    }
  }
}
