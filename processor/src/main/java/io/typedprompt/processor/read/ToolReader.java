package io.typedprompt.processor.read;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Enclosing;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Tool;
import io.typedprompt.processor.model.ToolClass;
import io.typedprompt.processor.read.ShapeReader.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the classes whose methods the model may call, for one interface of prompts. */
final class ToolReader {
  /** What javac writes for a class that does not exist (yet). */
  private static final String MISSING = "<error>";

  private final ReaderContext context;
  private final Findings findings;
  private final TypeElement prompts;
  private final ShapeReader parameters;
  private final ShapeReader results;
  private final ToolMethods methods;
  private final Map<String, Optional<ToolClass>> known = new HashMap<>();
  private final List<ExecutableElement> used = new ArrayList<>();

  ToolReader(ReaderContext context, Findings findings, TypeElement prompts) {
    this.context = context;
    this.findings = findings;
    this.prompts = prompts;
    String packageName = Enclosing.packageName(prompts);
    this.parameters = new ShapeReader(context, packageName, Purpose.ANSWER);
    this.results = new ShapeReader(context, packageName, Purpose.TEMPLATE);
    this.methods = new ToolMethods(context.elements(), context.types());
  }

  /**
   * A class by the name that {@code tools} has; empty, and reported, if it is none that can be
   * used.
   *
   * @param where the option
   */
  Optional<ToolClass> read(String className, Where where) {
    Optional<ToolClass> earlier = known.get(className);
    if (earlier == null) {
      earlier = readNew(className, where);
      known.put(className, earlier);
    }
    return earlier;
  }

  /** The methods that generated code may call. */
  List<ExecutableElement> used() {
    return used;
  }

  private Optional<ToolClass> readNew(String className, Where where) {
    if (className.equals(MISSING)) {
      throw new MissingTypeException(className, prompts);
    }
    TypeElement type = context.elements().getTypeElement(className);
    Optional<String> flaw = type == null ? Optional.of(noClass(className)) : flaw(type);
    if (flaw.isPresent()) {
      findings.add(Problem.INVALID_TOOL_CLASS, where, flaw.get());
      return Optional.empty();
    }
    List<ToolMethods.Declared> declared = methods.of(type);
    if (declared.isEmpty()) {
      findings.add(Problem.NO_TOOL_METHOD, where, type.getSimpleName());
    }
    declared.forEach(method -> used.add(method.called()));
    List<Tool> tools = new ArrayList<>();
    declared.forEach(method -> tool(type, method).ifPresent(tools::add));
    return Optional.of(new ToolClass(ClassName.get(type), List.copyOf(tools)));
  }

  private static String noClass(String name) {
    return name + ", which is no class. Write a class with @Tool methods.";
  }

  private Optional<String> flaw(TypeElement type) {
    String name = String.join(".", ClassName.get(type).simpleNames());
    if (type.equals(prompts)) {
      return Optional.of(
          name + " itself, whose methods are prompts. Move the @Tool methods into a class.");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of(
          name
              + ", which has type parameters, so the types of its tools are not known. Name a class"
              + " that extends it without any.");
    }
    return Visibility.of(type, Enclosing.packageName(prompts))
        .map(hidden -> name + ", which is " + hidden.problem() + ". Make it " + hidden.fix() + ".");
  }

  private Optional<Tool> tool(TypeElement type, ToolMethods.Declared declared) {
    ExecutableElement method = declared.called();
    ExecutableElement source = declared.annotated();
    String displayName = type.getSimpleName() + "." + method.getSimpleName();
    if (!method.getTypeParameters().isEmpty()) {
      invalid(
          source, displayName, "it has type parameters of its own. Write a method for each type.");
      return Optional.empty();
    }
    if (!MemberReader.isVisible(method, Enclosing.packageName(prompts))) {
      boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
      boolean samePackage =
          Enclosing.packageName(Enclosing.type(method)).equals(Enclosing.packageName(prompts));
      invalid(
          source,
          displayName,
          "it is "
              + (isPrivate ? "private" : "not public, in another package")
              + ". Make it "
              + (isPrivate && samePackage ? "package-private" : "public")
              + ".");
      return Optional.empty();
    }
    AnnotationMirror annotation = Mirrors.ours(source, "Tool").orElseThrow();
    Optional<List<Member>> read = parameters(type, displayName, source);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    AnnotationValue name = Mirrors.written(annotation).get("name");
    return Optional.of(
        new Tool(
            displayName,
            method.getSimpleName().toString(),
            name == null ? method.getSimpleName().toString() : name.getValue().toString(),
            MemberReader.description(source),
            Mirrors.text(annotation, "strict").map(Boolean::parseBoolean).orElse(true),
            method.getModifiers().contains(Modifier.STATIC),
            read.get(),
            result(type, method),
            Where.of(source),
            Where.of(source, annotation, name)));
  }

  private void invalid(ExecutableElement method, String displayName, String why) {
    findings.add(Problem.INVALID_TOOL_METHOD, Where.of(method), displayName, why);
  }

  /** The parameters; empty, and reported, if it is unclear what they are called. */
  private Optional<List<Member>> parameters(
      TypeElement type, String displayName, ExecutableElement method) {
    TypeUse owner = new TypeUse(type.asType(), Nullness.NONE);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      String javaName = parameter.getSimpleName().toString();
      Optional<String> named =
          Mirrors.ours(parameter, "Param").flatMap(mirror -> Mirrors.text(mirror, "value"));
      String jsonName = MemberReader.jsonName(named.orElse(javaName), parameter);
      boolean isLost = javaName.equals("arg" + i) && !context.sources().contain(method);
      if (isLost && jsonName.equals(javaName)) {
        findings.add(
            Problem.LOST_PARAMETER_NAME,
            Where.of(method),
            i + 1,
            displayName,
            Enclosing.type(method).getSimpleName());
        return Optional.empty();
      }
      members.add(
          new Member(
              javaName,
              javaName,
              "",
              jsonName,
              MemberReader.description(parameter),
              MemberReader.aliases(parameter),
              parameters.read(context.typeUses().parameter(owner, method, i), parameter, parameter),
              false,
              Where.of(parameter)));
    }
    return Optional.of(List.copyOf(members));
  }

  private Tool.Result result(TypeElement type, ExecutableElement method) {
    TypeUse owner = new TypeUse(type.asType(), Nullness.NONE);
    TypeUse use = context.typeUses().result(owner, method);
    boolean awaited =
        use.type() instanceof DeclaredType declared
            && Mirrors.name(declared).equals("java.util.concurrent.CompletableFuture")
            && !declared.getTypeArguments().isEmpty();
    TypeUse value = awaited ? use.argument(0) : use;
    return new Tool.Result(
        awaited, isNothing(value.type()) ? Optional.empty() : Optional.of(shape(value, method)));
  }

  private Shape shape(TypeUse use, ExecutableElement method) {
    return results.read(use, method, method);
  }

  private static boolean isNothing(TypeMirror type) {
    return type.getKind() == TypeKind.VOID
        || (type instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.CLASS
            && Mirrors.name(declared).equals("java.lang.Void"));
  }
}
