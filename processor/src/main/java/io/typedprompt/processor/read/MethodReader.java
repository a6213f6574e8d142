package io.typedprompt.processor.read;

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
import io.typedprompt.processor.read.InheritedMethods.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the prompts of one interface. */
final class MethodReader {
  private static final String RESULT = "io.typedprompt.PromptResult";

  private final ReaderContext context;
  private final Findings findings;
  private final OptionReader options;
  private final MessageReader messages;
  private final TypeElement type;
  private final TypeUse self;
  private final Optional<MessageTemplate> inheritedSystem;
  private final ShapeReader shapes;
  private final ParameterReader parameters;

  MethodReader(
      ReaderContext context,
      Findings findings,
      OptionReader options,
      MessageReader messages,
      TypeElement type,
      Optional<MessageTemplate> inheritedSystem) {
    this.context = context;
    this.findings = findings;
    this.options = options;
    this.messages = messages;
    this.type = type;
    this.self = new TypeUse(type.asType(), Nullness.NONE);
    this.inheritedSystem = inheritedSystem;
    this.shapes = new ShapeReader(context, Enclosing.packageName(type));
    this.parameters = new ParameterReader(context, findings, shapes);
  }

  /** What the generated class must declare; empty if no class can. */
  Optional<MethodSignature> signature(Declarations declarations) {
    ExecutableElement method = declarations.mostSpecific();
    ExecutableType resolved = resolve(method);
    if (!method.getTypeParameters().isEmpty()) {
      findings.add(Problem.GENERIC_METHOD, Where.of(method), displayName(method));
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

  /** The prompt; empty if something about it is wrong. */
  Optional<PromptMethod> read(Declarations declarations, MethodSignature signature) {
    int before = findings.count();
    ExecutableElement method = declarations.mostSpecific();
    ExecutableElement source = annotated(declarations);
    Optional<MessageTemplate> user = userMessage(method, source);
    Optional<MessageTemplate> system =
        Mirrors.ours(source, "SystemMessage").isPresent()
            ? messages.read(source, "SystemMessage")
            : inheritedSystem;
    Optional<MessageTemplate> prefill = messages.read(source, "AssistantMessage");
    Optional<Answer> answer = answer(method);
    String displayName = displayName(method);
    List<PromptParameter> read =
        parameters.read(displayName, self, method, declarations.list().size() > 1);
    Options own = methodOptions(source);
    if (findings.count() > before || user.isEmpty() || answer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PromptMethod(
            signature,
            displayName,
            read,
            answer.get().style(),
            answer.get().shape(),
            system,
            user.get(),
            prefill,
            examples(source),
            own,
            Where.of(method)));
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

  private Optional<MessageTemplate> userMessage(
      ExecutableElement method, ExecutableElement source) {
    if (Mirrors.ours(source, "UserMessage").isEmpty()) {
      boolean own = Enclosing.type(method).equals(type);
      Where where = own ? Where.of(method) : Where.of(type);
      findings.add(Problem.NO_TEMPLATE, where, displayName(method));
      return Optional.empty();
    }
    return messages.read(source, "UserMessage");
  }

  private Options methodOptions(ExecutableElement method) {
    Optional<AnnotationMirror> mirror = Mirrors.ours(method, "OpenRouterPrompt");
    if (mirror.isPresent()) {
      AnnotationValue className = Mirrors.written(mirror.get()).get("className");
      if (className != null) {
        findings.add(Problem.MISPLACED_CLASS_NAME, Where.of(method, mirror.get(), className));
      }
    }
    return options.read(method);
  }

  private record Answer(ReturnStyle style, Shape shape) {}

  private Optional<Answer> answer(ExecutableElement method) {
    TypeUse use = context.typeUses().result(self, method);
    TypeMirror returned = use.type();
    String display = displayName(method);
    Where where = Where.of(method);
    if (returned.getKind() == TypeKind.VOID) {
      findings.add(
          Problem.UNSUPPORTED_RETURN_TYPE,
          where,
          display,
          "void",
          "so its answer would be lost. Return String, or the type of the answer.");
      return Optional.empty();
    }
    if (!(returned instanceof DeclaredType declared)) {
      return Optional.of(new Answer(ReturnStyle.VALUE, shapes.read(use, method, method)));
    }
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    if (name.equals(RESULT)) {
      if (declared.getTypeArguments().isEmpty()) {
        findings.add(
            Problem.UNSUPPORTED_RETURN_TYPE,
            where,
            display,
            "a raw PromptResult",
            "which does not say the type of the answer. Write PromptResult<String>, or the type that"
                + " you want.");
        return Optional.empty();
      }
      Shape shape = shapes.read(use.argument(0), method);
      return Optional.of(new Answer(ReturnStyle.RESULT, shape));
    }
    String wrapper = LATER_STYLES.get(name);
    if (wrapper != null) {
      findings.add(
          Problem.UNSUPPORTED_RETURN_TYPE,
          where,
          display,
          wrapper,
          "which this version of TypedPrompt does not support. Return the answer itself, or a"
              + " PromptResult of it.");
      return Optional.empty();
    }
    return Optional.of(new Answer(ReturnStyle.VALUE, shapes.read(use, method, method)));
  }

  private static final Map<String, String> LATER_STYLES =
      Map.of(
          "java.util.concurrent.CompletableFuture", "a CompletableFuture",
          "java.util.concurrent.CompletionStage", "a CompletionStage",
          "java.util.concurrent.Future", "a Future",
          "java.util.stream.Stream", "a Stream",
          "io.typedprompt.PromptStream", "a PromptStream");

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
    AnnotationValue assistant = Mirrors.member(mirror, "assistant");
    return new ExamplePair(
        Mirrors.member(mirror, "user").getValue().toString(),
        assistant.getValue().toString(),
        Where.of(method, outermost, assistant));
  }
}
