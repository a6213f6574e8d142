package io.typedprompt.processor.read;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Findings;
import io.typedprompt.processor.diagnostic.Problem;
import io.typedprompt.processor.diagnostic.Where;
import io.typedprompt.processor.model.MessageTemplate;
import io.typedprompt.processor.model.MethodSignature;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.read.InheritedMethods.Declarations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an annotated interface with its methods. */
final class InterfaceReader {
  /** Names of {@code java.lang} that generated code writes without the package. */
  private static final List<String> JAVA_LANG =
      List.of(
          "Boolean",
          "Byte",
          "Double",
          "Enum",
          "Float",
          "IllegalArgumentException",
          "IllegalStateException",
          "Integer",
          "Iterable",
          "Long",
          "Number",
          "Object",
          "Override",
          "Short",
          "String",
          "SuppressWarnings");

  private final ReaderContext context;
  private final Findings findings;
  private final OptionReader options;
  private final MessageReader messages;
  private final InheritedMethods inheritance;

  InterfaceReader(ReaderContext context, Findings findings) {
    this.context = context;
    this.findings = findings;
    this.options = new OptionReader(context.elements(), findings);
    this.messages = new MessageReader(context.resources(), findings);
    this.inheritance = new InheritedMethods(context.elements(), context.types());
  }

  /** The interface; empty if no class can be generated for it. */
  Optional<PromptInterface> read(TypeElement type) {
    if (!isImplementable(type)) {
      return Optional.empty();
    }
    ClassName name = ClassName.get(type);
    Optional<ClassName> implementation = implementation(type, name);
    if (implementation.isEmpty()) {
      return Optional.empty();
    }
    List<TypeElement> hierarchy = inheritance.hierarchy(type);
    Optional<MessageTemplate> system = interfaceSystemMessage(type, hierarchy);
    Options inherited = interfaceOptions(type, hierarchy);
    ToolReader tools = new ToolReader(context, findings, type);
    MethodReader methods =
        new MethodReader(context, findings, options, messages, tools, type, inherited, system);
    List<MethodSignature> signatures = new ArrayList<>();
    List<PromptMethod> prompts = new ArrayList<>();
    List<Declarations> methodsToWrite = inheritance.abstractMethods(type);
    for (Declarations declarations : methodsToWrite) {
      Optional<MethodSignature> signature = methods.signature(declarations);
      signature.ifPresent(signatures::add);
      signature.flatMap(s -> methods.read(declarations, s)).ifPresent(prompts::add);
    }
    return Optional.of(
        new PromptInterface(
            name,
            implementation.get(),
            isPublic(type),
            inherited,
            signatures,
            signatures.size() == methodsToWrite.size(),
            prompts,
            toolInstances(inherited, methodsToWrite, methods),
            memberTypes(hierarchy),
            shadowsJavaLang(type, name.packageName()),
            DiscouragedUses.areIn(methodsToWrite, tools.used(), context.elements()),
            Where.of(type)));
  }

  /** Those of the interface first, then those that its methods add. */
  private static List<ClassName> toolInstances(
      Options inherited, List<Declarations> methodsToWrite, MethodReader methods) {
    Set<ClassName> needed = new LinkedHashSet<>();
    methodsToWrite.forEach(
        declarations ->
            methods.toolsToKeep(declarations).forEach(tools -> needed.add(tools.type())));
    List<ClassName> ordered = new ArrayList<>(needed);
    List<String> first = inherited.toolClasses();
    ordered.sort(
        Comparator.comparingInt(
            type ->
                first.contains(type.canonicalName())
                    ? first.indexOf(type.canonicalName())
                    : first.size()));
    return List.copyOf(ordered);
  }

  private boolean isImplementable(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      String kind =
          switch (type.getKind()) {
            case ENUM -> "an enum";
            case RECORD -> "a record";
            default ->
                type.getModifiers().contains(Modifier.ABSTRACT) ? "an abstract class" : "a class";
          };
      String annotation =
          Mirrors.type(PromptAnnotations.marking(type, "OpenRouterPrompt").orElseThrow())
              .getSimpleName()
              .toString();
      findings.add(
          Problem.NOT_AN_INTERFACE, annotation(type), annotation, type.getSimpleName(), kind);
      return false;
    }
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        String which = e.equals(type) ? "it" : e.getSimpleName().toString();
        findings.add(Problem.INACCESSIBLE_INTERFACE, annotation(type), type.getSimpleName(), which);
        return false;
      }
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      findings.add(Problem.SEALED_INTERFACE, annotation(type), type.getSimpleName());
      return false;
    }
    return true;
  }

  private static Where annotation(TypeElement type) {
    return PromptAnnotations.marking(type, "OpenRouterPrompt")
        .map(mirror -> Where.of(type, mirror))
        .orElseGet(() -> Where.of(type));
  }

  /** The class to generate: the name that is written, or the usual one. */
  private Optional<ClassName> implementation(TypeElement type, ClassName name) {
    String usual = String.join("_", name.simpleNames()) + "Impl";
    Optional<AnnotationMirror> own = Mirrors.ours(type, "OpenRouterPrompt");
    AnnotationValue written = own.isPresent() ? Mirrors.written(own.get()).get("className") : null;
    String chosen = written == null ? usual : written.getValue().toString();
    Where where = written == null ? annotation(type) : Where.of(type, own.orElseThrow(), written);
    if (!SourceVersion.isIdentifier(chosen) || SourceVersion.isKeyword(chosen)) {
      findings.add(Problem.INVALID_CLASS_NAME, where, chosen, usual);
      return Optional.empty();
    }
    ClassName implementation = ClassName.get(name.packageName(), chosen);
    if (context.isTaken(implementation.canonicalName())) {
      String other = String.join("_", name.simpleNames()) + "Prompts";
      findings.add(Problem.CLASS_NAME_TAKEN, where, implementation.canonicalName(), other);
      return Optional.empty();
    }
    return Optional.of(implementation);
  }

  private static boolean isPublic(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private Optional<MessageTemplate> interfaceSystemMessage(
      TypeElement type, List<TypeElement> hierarchy) {
    List<TypeElement> holders =
        hierarchy.stream().filter(t -> MetaAnnotations.has(t, "SystemMessage")).toList();
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    TypeElement nearest = holders.get(0);
    for (TypeElement other : holders.subList(1, holders.size())) {
      if (!inheritance.isSubtype(nearest, other) && !sameAnnotation(nearest, other)) {
        conflict(type, "its @SystemMessage", nearest, other);
      }
    }
    return messages.read(nearest, "SystemMessage");
  }

  private static boolean sameAnnotation(TypeElement a, TypeElement b) {
    return systemTexts(a).equals(systemTexts(b));
  }

  private static List<String> systemTexts(TypeElement type) {
    return MetaAnnotations.written(type, "SystemMessage").stream()
        .map(written -> written.mirror().getElementValues().toString())
        .toList();
  }

  private void conflict(TypeElement type, String what, TypeElement a, TypeElement b) {
    findings.add(
        Problem.CONFLICTING_INHERITANCE,
        Where.of(type),
        type.getSimpleName(),
        what,
        a.getSimpleName(),
        b.getSimpleName(),
        type.getSimpleName());
  }

  /** The options of the interface, then what its super-interfaces add, nearest first. */
  private Options interfaceOptions(TypeElement type, List<TypeElement> hierarchy) {
    Options merged = options.read(type);
    for (int i = 1; i < hierarchy.size(); i++) {
      Options inherited = options.read(hierarchy.get(i));
      for (int k = 1; k < i; k++) {
        reportConflicts(type, hierarchy.get(k), hierarchy.get(i), inherited);
      }
      merged = merged.over(inherited);
    }
    return merged;
  }

  private void reportConflicts(
      TypeElement type, TypeElement nearer, TypeElement farther, Options inherited) {
    if (inheritance.isSubtype(nearer, farther)) {
      return;
    }
    Options own = options.read(type);
    Options other = options.read(nearer);
    for (Options.Option option : inherited.written().values()) {
      Optional<Options.Option> rival = other.get(option.name());
      if (rival.isPresent()
          && !Options.same(rival.get().value(), option.value())
          && own.get(option.name()).isEmpty()
          && !own.unset().contains(option.name())) {
        conflict(type, "the option " + option.name(), nearer, farther);
      }
    }
  }

  /** Types that the class inherits from the interface hide imported ones of the same name. */
  private static Set<String> memberTypes(List<TypeElement> hierarchy) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement type : hierarchy) {
      ElementFilter.typesIn(type.getEnclosedElements())
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    return names;
  }

  /**
   * Asked of the package's own module alone: javac looks for a missing class in each it is asked.
   */
  private boolean shadowsJavaLang(TypeElement type, String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    ModuleElement module = context.elements().getModuleOf(type);
    for (String name : JAVA_LANG) {
      if (context.elements().getTypeElement(module, prefix + name) != null) {
        return true;
      }
    }
    return false;
  }
}
