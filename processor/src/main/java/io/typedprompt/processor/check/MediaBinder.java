package io.typedprompt.processor.check;

import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.Rendering.Print;
import io.typedprompt.processor.model.Rendering.Section;
import io.typedprompt.processor.model.Rendering.Step;
import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.template.TemplateName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says where images and their like, which are parameters, are shown in the user message. */
final class MediaBinder {
  private final MessageTemplate message;
  private final Findings findings;
  private final ParameterUse use;

  /** The parameters that variables are, or are elements of. */
  private final Map<Variable, Variable> parameters = new HashMap<>();

  MediaBinder(MessageTemplate message, Findings findings, ParameterUse use) {
    this.message = message;
    this.findings = findings;
    this.use = use;
  }

  /** Makes a parameter known. */
  void parameter(Variable parameter) {
    parameters.put(parameter, parameter);
  }

  /** A section over a value makes a variable. */
  void inside(Value value, Variable variable) {
    Variable parameter = parameters.get(value.root());
    if (value.path().isEmpty() && parameter != null) {
      parameters.put(variable, parameter);
    }
  }

  /** A template names a value that is media. */
  List<Step> show(Value value, TemplateName name) {
    Variable parameter = value.path().isEmpty() ? parameters.get(value.root()) : null;
    if (parameter == null) {
      misplaced(value, name, "but only a parameter of the method can be shown. Make it one.");
      return List.of();
    }
    if (!message.annotation().equals("UserMessage")) {
      misplaced(
          value,
          name,
          "which only the user message can show. Name it in @UserMessage, or in no template: then it"
              + " comes at the end of that message.");
      return List.of();
    }
    use.show(parameter.name());
    return show(value);
  }

  private void misplaced(Value value, TemplateName name, String advice) {
    findings.addInTemplate(
        Problem.MISPLACED_MEDIA,
        message.where(),
        name.span(),
        name.text(),
        Descriptions.withArticle(value.shape()),
        advice);
  }

  /** Shows a value, or each element of one. */
  static List<Step> show(Value value) {
    if (Truth.unwrap(value.shape()) instanceof Shape.SequenceShape sequence) {
      Variable element = new Variable(value.root().name(), sequence.element());
      return List.of(new Section(value, element, show(new Value(element, List.of()))));
    }
    return List.of(new Print(value));
  }
}
