package io.typedprompt.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.ExamplePair;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.MethodSignature;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptMethod.ReturnStyle;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.model.ToolClass;
import io.typedprompt.processor.read.InheritedMethods.Declarations;
import io.typedprompt.processor.read.ShapeReader.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads the prompts of one interface. */
final class MethodReader {
  private final ReaderContext context;
  private final Findings findings;
  private final OptionReader options;
  private final MessageReader messages;
  private final Options inherited;
  private final ToolReader tools;
  private final TypeElement type;
  private final TypeUse self;
  private final Optional<MessageTemplate> inheritedSystem;
  private final ShapeReader answers;
  private final ParameterReader parameters;

  MethodReader(
      ReaderContext context,
      Findings findings,
      OptionReader options,
      MessageReader messages,
      ToolReader tools,
      TypeElement type,
      Options inherited,
      Optional<MessageTemplate> inheritedSystem) {
    this.context = context;
    this.findings = findings;
    this.options = options;
    this.messages = messages;
    this.tools = tools;
    this.inherited = inherited;
    this.type = type;
    this.self = new TypeUse(type.asType(), Nullness.NONE);
    this.inheritedSystem = inheritedSystem;
    String packageName = Enclosing.packageName(type);
    this.answers = new ShapeReader(context, packageName, Purpose.ANSWER);
    this.parameters =
        new ParameterReader(
            context, findings, new ShapeReader(context, packageName, Purpose.TEMPLATE));
  }

  /** What the generated class must declare; empty if no class can. */
  Optional<MethodSignature> signature(Declarations declarations) {
    ExecutableElement method = declarations.mostSpecific();
    ExecutableType resolved = resolve(method);
    if (!method.getTypeParameters().isEmpty()) {
      findings.add(Problem.GENERIC_METHOD, Where.of(method), displayName(method));
      return Optional.empty();
    }
    if (hasHiddenTypes(method, resolved)) {
      return Optional.empty();
    }
    List<MethodSignature.Parameter> list = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      list.add(
          new MethodSignature.Parameter(
              method.getParameters().get(i).getSimpleName().toString(),
              TypeNames.of(resolved.getParameterTypes().get(i), method.getParameters().get(i))));
    }
    TypeName returnType = TypeNames.of(resolved.getReturnType(), method);
    return Optional.of(
        new MethodSignature(
            method.getSimpleName().toString(), list, returnType, method.isVarArgs()));
  }

  /** Whether a class in the package cannot even declare the method; it is reported. */
  private boolean hasHiddenTypes(ExecutableElement method, ExecutableType resolved) {
    int before = findings.count();
    reportHidden(resolved.getReturnType(), method);
    for (int i = 0; i < method.getParameters().size(); i++) {
      reportHidden(resolved.getParameterTypes().get(i), method.getParameters().get(i));
    }
    return findings.count() > before;
  }

  private void reportHidden(TypeMirror used, Element user) {
    for (TypeElement part : TypeNames.parts(used)) {
      Visibility.of(part, Enclosing.packageName(type))
          .ifPresent(
              hidden ->
                  findings.add(
                      Problem.INACCESSIBLE_TYPE,
                      Where.of(user),
                      String.join(".", ClassName.get(part).simpleNames()),
                      hidden.problem(),
                      hidden.fix()));
    }
  }

  /** The prompt; empty if there is none, or it is unclear what its parameters are called. */
  Optional<PromptMethod> read(Declarations declarations, MethodSignature signature) {
    ExecutableElement method = declarations.mostSpecific();
    String displayName = displayName(method);
    ExecutableElement source = annotated(declarations);
    if (Mirrors.ours(source, "UserMessage").isEmpty() && !takesMessages(resolve(method))) {
      noTemplate(method);
      return Optional.empty();
    }
    int before = findings.count();
    Options own = methodOptions(source);
    Options merged = own.over(inherited);
    List<PromptParameter> read =
        parameters.read(
            displayName, self, method, merged.toolClasses(), declarations.list().size() > 1);
    if (findings.count() > before) {
      return Optional.empty();
    }
    Optional<MessageTemplate> user = messages.read(source, "UserMessage");
    Optional<MessageTemplate> system =
        MetaAnnotations.has(source, "SystemMessage")
            ? messages.read(source, "SystemMessage")
            : inheritedSystem;
    Optional<MessageTemplate> prefill = messages.read(source, "AssistantMessage");
    Answer answer = answer(method);
    return Optional.of(
        new PromptMethod(
            signature,
            displayName,
            read,
            answer.style(),
            answer.shape(),
            system,
            user,
            prefill,
            examples(source),
            own,
            toolClasses(merged),
            Where.of(method)));
  }

  /** The classes of tools of which the method needs an instance that no argument of it is. */
  List<ToolClass> toolsToKeep(Declarations declarations) {
    ExecutableElement method = declarations.mostSpecific();
    List<String> arguments =
        method.getParameters().stream()
            .map(parameter -> parameter.asType())
            .filter(DeclaredType.class::isInstance)
            .map(type -> Mirrors.name((DeclaredType) type))
            .toList();
    return toolClasses(options.read(annotated(declarations)).over(inherited)).stream()
        .filter(tools -> tools.needsInstance())
        .filter(tools -> !arguments.contains(tools.type().canonicalName()))
        .toList();
  }

  private List<ToolClass> toolClasses(Options merged) {
    Optional<Options.Option> option = merged.get("tools");
    return merged.toolClasses().stream()
        .distinct()
        .flatMap(name -> tools.read(name, option.orElseThrow().where()).stream())
        .toList();
  }

  /** Whether the whole conversation comes as an argument, or is meant to. */
  private static boolean takesMessages(ExecutableType method) {
    return method.getParameterTypes().stream().anyMatch(HistoryTypes::mentions);
  }

  private ExecutableType resolve(ExecutableElement method) {
    return (ExecutableType) context.types().asMemberOf((DeclaredType) type.asType(), method);
  }

  private String displayName(ExecutableElement method) {
    return type.getSimpleName() + "." + method.getSimpleName();
  }

  /** The most specific declaration that says anything; the whole of it counts. */
  private ExecutableElement annotated(Declarations declarations) {
    List<ExecutableElement> annotated =
        declarations.list().stream().filter(PromptAnnotations::isOn).toList();
    if (annotated.isEmpty()) {
      return declarations.mostSpecific();
    }
    ExecutableElement first = annotated.get(0);
    for (ExecutableElement other : annotated.subList(1, annotated.size())) {
      TypeElement a = Enclosing.type(first);
      TypeElement b = Enclosing.type(other);
      if (!context
              .types()
              .isSubtype(context.types().erasure(a.asType()), context.types().erasure(b.asType()))
          && !first
              .getAnnotationMirrors()
              .toString()
              .equals(other.getAnnotationMirrors().toString())) {
        findings.add(
            Problem.CONFLICTING_INHERITANCE,
            Where.of(type),
            type.getSimpleName(),
            "the prompt of " + first.getSimpleName(),
            a.getSimpleName(),
            b.getSimpleName(),
            type.getSimpleName());
      }
    }
    return first;
  }

  private void noTemplate(ExecutableElement method) {
    TypeElement owner = Enclosing.type(method);
    if (owner.equals(type)) {
      String advice =
          "Annotate it with @UserMessage(\"...\"), or make it a default method if it is none.";
      findings.add(Problem.NO_TEMPLATE, Where.of(method), displayName(method), advice);
      return;
    }
    String advice =
        "It comes from "
            + owner.getSimpleName()
            + ": declare it in "
            + type.getSimpleName()
            + " with @UserMessage(\"...\"), or as a default method if it is none.";
    findings.add(Problem.NO_TEMPLATE, Where.of(type), displayName(method), advice);
  }

  private Options methodOptions(ExecutableElement method) {
    Optional<AnnotationMirror> mirror = Mirrors.ours(method, "OpenRouterPrompt");
    if (mirror.isPresent()) {
      AnnotationValue className = Mirrors.written(mirror.get()).get("className");
      if (className != null) {
        findings.add(
            Problem.MISPLACED_CLASS_NAME, Where.of(method, mirror.get(), className), "a method");
      }
    }
    return options.read(method);
  }

  private record Answer(ReturnStyle style, Shape shape) {}

  private Answer answer(ExecutableElement method) {
    TypeUse use = context.typeUses().result(self, method);
    if (isOf(use, "io.typedprompt.PromptResult")) {
      return new Answer(ReturnStyle.RESULT, answers.read(use.argument(0), method));
    }
    if (isOf(use, "io.typedprompt.PromptStream")) {
      return new Answer(ReturnStyle.STREAM, answers.read(use.argument(0), method));
    }
    if (isOf(use, "java.util.concurrent.CompletableFuture")) {
      TypeUse value = use.argument(0);
      return isOf(value, "io.typedprompt.PromptResult")
          ? new Answer(ReturnStyle.FUTURE_RESULT, answers.read(value.argument(0), method))
          : new Answer(ReturnStyle.FUTURE, answers.read(value, method));
    }
    if (isOf(use, "java.util.stream.Stream")) {
      Shape element = answers.read(use.argument(0), method);
      return element instanceof Shape.StringShape text
          ? new Answer(ReturnStyle.TEXTS, text)
          : new Answer(ReturnStyle.ELEMENTS, listOf(element));
    }
    return new Answer(ReturnStyle.VALUE, answers.read(use, method, method));
  }

  private static Shape listOf(Shape element) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(List.class), element.type());
    return new Shape.SequenceShape(type, SequenceKind.LIST, element);
  }

  /** Whether a type is the generic one with its type arguments. */
  private static boolean isOf(TypeUse use, String genericType) {
    return use.type() instanceof DeclaredType declared
        && Mirrors.name(declared).equals(genericType)
        && !declared.getTypeArguments().isEmpty();
  }

  private static List<ExamplePair> examples(Element method) {
    List<ExamplePair> pairs = new ArrayList<>();
    Mirrors.ours(method, "Example").ifPresent(mirror -> pairs.add(example(method, mirror, mirror)));
    Mirrors.ours(method, "Examples")
        .ifPresent(
            container ->
                Mirrors.list(container, "value")
                    .forEach(
                        value ->
                            pairs.add(
                                example(method, container, (AnnotationMirror) value.getValue()))));
    return List.copyOf(pairs);
  }

  private static ExamplePair example(
      Element method, AnnotationMirror outermost, AnnotationMirror mirror) {
    AnnotationValue user = Mirrors.member(mirror, "user");
    AnnotationValue assistant = Mirrors.member(mirror, "assistant");
    return new ExamplePair(
        user.getValue().toString(),
        assistant.getValue().toString(),
        Where.of(method, outermost, user),
        Where.of(method, outermost, assistant));
  }
}
