package io.typedprompt.processor.read;

import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.PromptParameter.Role;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.template.TemplateName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters of a prompt. */
final class ParameterReader {
  private final ReaderContext context;
  private final Findings findings;
  private final ShapeReader shapes;

  ParameterReader(ReaderContext context, Findings findings, ShapeReader shapes) {
    this.context = context;
    this.findings = findings;
    this.shapes = shapes;
  }

  /**
   * @param owner the interface that has the method
   * @param tools names of the classes whose methods the model may call
   * @param forced whether an inherited declaration forces the parameters on the method
   */
  List<PromptParameter> read(
      String displayName,
      TypeUse owner,
      ExecutableElement method,
      List<String> tools,
      boolean forced) {
    List<PromptParameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement element = method.getParameters().get(i);
      TypeUse use = context.typeUses().parameter(owner, method, i);
      Role role = role(use.type(), tools);
      if (role == Role.VARIABLE && HistoryTypes.mentions(use.type())) {
        findings.add(
            Problem.INVALID_HISTORY_PARAMETER,
            Where.of(element),
            element.getSimpleName(),
            displayName);
      }
      Shape shape = shapes.read(use, element, element);
      String name = templateName(displayName, method, element, i, role);
      checkUnique(displayName, parameters, name, role, element);
      parameters.add(
          new PromptParameter(
              element.getSimpleName().toString(), name, role, shape, forced, Where.of(element)));
    }
    return parameters;
  }

  private static Role role(TypeMirror type, List<String> tools) {
    String name = type instanceof DeclaredType declared ? Mirrors.name(declared) : "";
    if (name.equals("io.typedprompt.PromptOptions")) {
      return Role.OPTIONS;
    }
    if (tools.contains(name)) {
      return Role.TOOLS;
    }
    return HistoryTypes.isHistory(type) ? Role.HISTORY : Role.VARIABLE;
  }

  private void checkUnique(
      String displayName,
      List<PromptParameter> earlier,
      String name,
      Role role,
      VariableElement element) {
    if (role == Role.OPTIONS && hasRole(earlier, role)) {
      findings.add(Problem.DUPLICATE_OPTIONS_PARAMETER, Where.of(element), displayName);
    }
    if (role == Role.HISTORY && hasRole(earlier, role)) {
      findings.add(Problem.DUPLICATE_HISTORY_PARAMETER, Where.of(element), displayName);
    }
    if (role == Role.VARIABLE
        && earlier.stream().anyMatch(p -> p.role() == Role.VARIABLE && p.name().equals(name))) {
      findings.add(Problem.DUPLICATE_PARAMETER_NAME, Where.of(element), displayName, name);
    }
  }

  private static boolean hasRole(List<PromptParameter> parameters, Role role) {
    return parameters.stream().anyMatch(p -> p.role() == role);
  }

  private String templateName(
      String displayName, ExecutableElement method, VariableElement element, int index, Role role) {
    String javaName = element.getSimpleName().toString();
    Optional<AnnotationMirror> param = Mirrors.ours(element, "Param");
    if (param.isPresent()) {
      AnnotationValue value = Mirrors.member(param.get(), "value");
      String name = value.getValue().toString();
      if (!TemplateName.isSegment(name)) {
        Where where = Where.of(element, param.get(), value);
        findings.add(Problem.INVALID_PARAMETER_NAME, where, name);
      }
      return name;
    }
    if (role == Role.VARIABLE
        && javaName.equals("arg" + index)
        && !context.sources().contain(method)) {
      TypeElement owner = Enclosing.type(method);
      findings.add(
          Problem.LOST_PARAMETER_NAME,
          Where.of(method),
          index + 1,
          displayName,
          owner.getSimpleName());
    }
    return javaName;
  }
}
