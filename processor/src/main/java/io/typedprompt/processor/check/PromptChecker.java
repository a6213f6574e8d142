package io.typedprompt.processor.check;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.model.CheckedInterface;
import io.typedprompt.processor.model.CheckedPrompt;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.Options.EnumValue;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptMethod.ReturnStyle;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Rendering;
import io.typedprompt.processor.model.Rendering.Step;
import io.typedprompt.processor.model.Rendering.Value;
import io.typedprompt.processor.model.Rendering.Variable;
import io.typedprompt.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entry of the checking stage: looks for everything that can be wrong with an interface. */
public final class PromptChecker {
  private final List<Shape.RecordShape> streamed = new ArrayList<>();
  private final Findings findings;
  private final OptionChecker options;
  private final ToolChecker tools;

  public PromptChecker(Findings findings) {
    this.findings = findings;
    this.options = new OptionChecker(findings);
    this.tools = new ToolChecker(findings);
  }

  /** Looks at options that an annotation carries for whatever it is on. */
  public void checkCarried(Options carried) {
    options.checkCarried(carried);
  }

  /** The interface with its templates bound; it means nothing if an error was found. */
  public CheckedInterface check(PromptInterface declaration) {
    options.checkInterface(declaration.options());
    tools.checkInterface(declaration);
    List<CheckedPrompt> prompts = new ArrayList<>();
    for (PromptMethod method : declaration.methods()) {
      prompts.add(check(method, declaration.options()));
    }
    return new CheckedInterface(declaration, prompts, List.copyOf(streamed));
  }

  private CheckedPrompt check(PromptMethod method, Options inherited) {
    options.checkMethod(method, inherited);
    int beforeTools = findings.count();
    tools.checkMethod(method, inherited);
    boolean toolsAreRight = findings.count() == beforeTools;
    List<Variable> variables = new ArrayList<>();
    ParameterUse use = new ParameterUse();
    for (PromptParameter parameter : method.parameters()) {
      switch (parameter.role()) {
        case VARIABLE -> variables.add(new Variable(parameter.name(), parameter.shape()));
        case HISTORY ->
            use.separate(parameter.name(), "has messages, which are sent before this one");
        case OPTIONS -> use.separate(parameter.name(), "has the options of the call");
        case TOOLS -> use.separate(parameter.name(), "has methods that the model may call");
      }
    }
    Optional<Rendering> system = method.system().map(m -> bind(m, method, variables, use));
    Optional<Rendering> user =
        method.user().map(m -> withMedia(bind(m, method, variables, use), variables, use));
    Optional<Rendering> prefill = method.prefill().map(m -> bind(m, method, variables, use));
    boolean templatesAreWhole =
        method.system().map(MessageTemplate::isWhole).orElse(true)
            && method.user().map(MessageTemplate::isWhole).orElse(true)
            && method.prefill().map(MessageTemplate::isWhole).orElse(true);
    if (templatesAreWhole) {
      checkUnused(method, use);
    }
    if (user.isEmpty()) {
      checkNoMedia(method);
    }
    int before = findings.count();
    Families families = Families.of(method.options().over(inherited));
    List<CheckedPrompt.Pair> examples = checkAnswer(method, inherited);
    CheckedPrompt prompt =
        new CheckedPrompt(method, system, user, prefill, examples, families.dialect());
    if (findings.count() == before && toolsAreRight) {
      SchemaGate.check(findings, prompt, families);
    }
    return prompt;
  }

  private Rendering bind(
      MessageTemplate message, PromptMethod method, List<Variable> variables, ParameterUse use) {
    boolean own = message.where().isOnSameDeclarationAs(method.where());
    return new TemplateBinder(message, method.displayName(), own, findings, use).bind(variables);
  }

  /** What no template shows comes at the end of the user message, in the order of parameters. */
  private static Rendering withMedia(Rendering user, List<Variable> variables, ParameterUse use) {
    List<Step> steps = new ArrayList<>(user.steps());
    for (Variable variable : variables) {
      if (variable.shape().media().isPresent() && !use.isShown(variable.name())) {
        steps.addAll(MediaBinder.show(new Value(variable, List.of())));
      }
    }
    return new Rendering(List.copyOf(steps), user.functions());
  }

  /** What is said about the answer means something only if its type can be one. */
  private List<CheckedPrompt.Pair> checkAnswer(PromptMethod method, Options inherited) {
    int before = findings.count();
    new AnswerChecker(findings).check(method);
    if (findings.count() > before) {
      return List.of();
    }
    if (method.style() == ReturnStyle.STREAM
        && method.answer() instanceof Shape.RecordShape r
        && r.type() instanceof ClassName) {
      streamed.add(r);
    }
    checkPrefill(method, inherited);
    return new ExampleChecker(findings).check(method);
  }

  private void checkUnused(PromptMethod method, ParameterUse use) {
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.VARIABLE
          && !parameter.mayBeUnused()
          && parameter.shape().media().isEmpty()
          && use.isUnused(parameter.name())) {
        findings.add(
            Problem.UNUSED_PARAMETER,
            parameter.where(),
            parameter.name(),
            method.displayName(),
            use.hiddenBy(parameter.name())
                .map(type -> ": {{" + parameter.name() + "}} means that of " + type + ". Rename it")
                .orElse(". Use it as {{" + parameter.name() + "}}"));
      }
    }
  }

  private void checkNoMedia(PromptMethod method) {
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.shape().media().isPresent()) {
        findings.add(
            Problem.MISPLACED_MEDIA,
            parameter.where(),
            parameter.name(),
            Descriptions.withArticle(parameter.shape()),
            "but "
                + method.displayName()
                + " has no user message that could show it. Write @UserMessage, or put it into the"
                + " conversation with Message.user(text, media).");
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
