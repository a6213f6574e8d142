package io.typedprompt.processor.check;

import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.SimilarNames;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.Group;
import io.typedprompt.processor.model.Options.Option;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Tool;
import io.typedprompt.processor.model.ToolClass;
import io.typedprompt.processor.schema.JsonSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the tools of prompts can be offered to the model, all those of one prompt together. */
final class ToolChecker {
  /** What {@code toolChoice} can be beside the name of a tool. */
  private static final Set<String> CHOICES = Set.of("auto", "none", "required");

  private static final List<String> FOR_ALL_TOOLS = List.of("toolChoice", "parallelToolCalls");
  private static final String FOR_OWN_TOOLS = "maxToolRounds";

  private final Findings findings;
  private final ToolMethodChecker methods;

  ToolChecker(Findings findings) {
    this.findings = findings;
    this.methods = new ToolMethodChecker(findings);
  }

  /** Checks what the interface's options say of tools that none of its prompts has. */
  void checkInterface(PromptInterface declaration) {
    Options options = declaration.options();
    boolean own = !options.toolClasses().isEmpty();
    boolean any = own || hasServerTools(options);
    for (PromptMethod method : declaration.methods()) {
      own |= !method.tools().isEmpty() || !method.options().toolClasses().isEmpty();
      any |= own || hasServerTools(method.options());
    }
    checkEffect(options, own, any, "no prompt of " + declaration.name().simpleName() + " has any");
  }

  void checkMethod(PromptMethod method, Options inherited) {
    Options merged = method.options().over(inherited);
    boolean own = !merged.toolClasses().isEmpty();
    boolean any = own || hasServerTools(merged);
    checkEffect(method.options(), own, any, method.displayName() + " has none");
    for (ToolClass tools : method.tools()) {
      tools.methods().forEach(methods::check);
    }
    checkNames(method, merged);
    checkArguments(method);
    merged
        .get("toolChoice")
        .filter(option -> any)
        .ifPresent(option -> checkChoice(method, option, names(method, merged)));
  }

  private static boolean hasServerTools(Options options) {
    return options
        .get("serverTools")
        .filter(option -> option.value() instanceof List<?> list && !list.isEmpty())
        .isPresent();
  }

  private void checkEffect(Options options, boolean own, boolean any, String reason) {
    if (!any) {
      FOR_ALL_TOOLS.forEach(
          name -> options.get(name).ifPresent(option -> noEffect(option, "tools", reason)));
    }
    if (!own) {
      options.get(FOR_OWN_TOOLS).ifPresent(option -> noEffect(option, "tools of its own", reason));
    }
  }

  private void noEffect(Option option, String what, String reason) {
    findings.add(
        Problem.NO_EFFECT,
        option.where(),
        option.name() + " has no effect without " + what + ", and " + reason + ". Remove it.");
  }

  private void checkNames(PromptMethod method, Options merged) {
    Map<String, Tool> owners = new HashMap<>();
    for (ToolClass tools : method.tools()) {
      for (Tool tool : tools.methods()) {
        if (!method.isText() && tool.name().equals(JsonSchema.name(method.answer()))) {
          findings.add(
              Problem.DUPLICATE_TOOL,
              tool.nameWhere(),
              "The answer of " + method.displayName(),
              signature(tool),
              tool.name());
        }
        Tool other = owners.putIfAbsent(tool.name(), tool);
        if (other != null) {
          boolean inOneClass = tools.methods().contains(other);
          Where where = inOneClass ? tool.nameWhere() : merged.get("tools").orElseThrow().where();
          findings.add(
              Problem.DUPLICATE_TOOL, where, signature(other), signature(tool), tool.name());
        }
      }
    }
  }

  private void checkArguments(PromptMethod method) {
    Set<TypeName> seen = new HashSet<>();
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.TOOLS && !seen.add(parameter.shape().type())) {
        findings.add(
            Problem.DUPLICATE_TOOLS_PARAMETER,
            parameter.where(),
            method.displayName(),
            Descriptions.name(parameter.shape()));
      }
    }
  }

  private static String signature(Tool tool) {
    return tool.parameters().stream()
        .map(parameter -> Descriptions.name(parameter.shape()))
        .collect(Collectors.joining(", ", tool.displayName() + "(", ")"));
  }

  private static List<String> names(PromptMethod method, Options merged) {
    List<String> names = new ArrayList<>();
    method.tools().forEach(tools -> tools.methods().forEach(tool -> names.add(tool.name())));
    merged
        .get("serverTools")
        .ifPresent(
            option ->
                ((List<?>) option.value())
                    .forEach(tool -> names.add(((Group) tool).get("type", "").toString())));
    return names;
  }

  private void checkChoice(PromptMethod method, Option option, List<String> names) {
    String choice = option.value().toString();
    if (choice.isBlank() || CHOICES.contains(choice) || names.contains(choice)) {
      return;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of("auto", "none", "required"));
    String hint =
        SimilarNames.nearest(choice, all).map(s -> " Did you mean '" + s + "'?").orElse("");
    findings.add(
        Problem.UNKNOWN_TOOL,
        option.where(),
        choice,
        method.displayName(),
        hint,
        Descriptions.list(names));
  }
}
