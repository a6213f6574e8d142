package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.CheckedInterface;
import io.typedprompt.processor.model.CheckedPrompt;
import io.typedprompt.processor.model.MethodSignature.Parameter;
import io.typedprompt.processor.model.Options;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.PromptMethod;
import io.typedprompt.processor.model.PromptMethod.ReturnStyle;
import io.typedprompt.processor.model.PromptParameter;
import io.typedprompt.processor.model.Rendering;
import io.typedprompt.processor.model.Rendering.Literal;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Tool;
import io.typedprompt.processor.model.ToolClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that implements an interface of prompts. */
public final class ImplementationEmitter {
  private static final String INTERFACE_OPTIONS = "OPTIONS";

  private final CheckedInterface checked;
  private final PromptInterface declaration;
  private final Names names = new Names();
  private final ReaderEmitter readers = new ReaderEmitter(names);
  private final ValuePrinter printer = new ValuePrinter(names);
  private final ToolEmitter tools;
  private final Options interfaceOptions;
  private final List<FieldSpec> constants = new ArrayList<>();
  private final List<MethodSpec> functions = new ArrayList<>();

  private ImplementationEmitter(CheckedInterface checked) {
    this.checked = checked;
    this.declaration = checked.declaration();
    this.interfaceOptions = declaration.options().withoutTools();
    this.tools = new ToolEmitter(declaration.implementation(), names, readers, printer);
    declaration.signatures().forEach(signature -> names.reserve(signature.name()));
    declaration.memberTypes().forEach(names::reserve);
    names.reserve("client");
    names.reserve(INTERFACE_OPTIONS);
  }

  /** The source file. */
  public static String emit(CheckedInterface checked) {
    ImplementationEmitter emitter = new ImplementationEmitter(checked);
    return SourceText.of(checked.declaration(), emitter.implementation());
  }

  private TypeSpec implementation() {
    boolean hasOptions = !interfaceOptions.isEmpty();
    if (hasOptions) {
      constant(Api.OPTIONS, INTERFACE_OPTIONS, OptionsEmitter.options(interfaceOptions));
    }
    List<MethodSpec> methods = new ArrayList<>();
    for (CheckedPrompt prompt : checked.prompts()) {
      methods.add(method(prompt, hasOptions));
    }
    List<MethodSpec> helpers = new ArrayList<>(functions);
    helpers.addAll(printer.methods());
    helpers.addAll(readers.methods());

    TypeSpec.Builder type = ClassShell.of(declaration);
    constants.forEach(type::addField);
    readers.fields().forEach(type::addField);
    ClassShell.addClient(type, declaration, staleResources());
    methods.forEach(type::addMethod);
    helpers.forEach(type::addMethod);
    tools.types().forEach(type::addType);
    readers.types().forEach(type::addType);
    return type.build();
  }

  private void constant(TypeName type, String name, CodeBlock value) {
    constants.add(
        FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value)
            .build());
  }

  /** Under assertions, the class says when a prompt file changed after it was compiled in. */
  private CodeBlock staleResources() {
    Map<String, String> digests = new LinkedHashMap<>();
    for (CheckedPrompt prompt : checked.prompts()) {
      PromptMethod method = prompt.method();
      Stream.of(method.system(), method.user(), method.prefill())
          .flatMap(message -> message.stream())
          .flatMap(message -> message.resources().stream())
          .forEach(resource -> digests.put(resource.name(), resource.sha256()));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    digests.forEach(
        (name, sha256) ->
            code.add(
                "assert $T.isCurrent(\n    $T.class, $S,\n    $S);\n",
                Api.RESOURCES,
                declaration.implementation(),
                name,
                sha256));
    return code.build();
  }

  private MethodSpec method(CheckedPrompt prompt, boolean hasOptions) {
    PromptMethod method = prompt.method();
    String constant = promptConstant(prompt, hasOptions);
    Locals locals =
        Locals.of(method.signature().parameters().stream().map(Parameter::name).toList());

    CodeBlock.Builder code = CodeBlock.builder();
    requireArguments(code, method);
    CodeBlock input = input(prompt, code, locals);
    String call = method.style().call();
    boolean hidden =
        method.signature().parameters().stream().anyMatch(p -> p.name().equals("client"));
    String client = hidden ? "this.client" : "client";
    if (method.style() == ReturnStyle.ELEMENTS) {
      code.add("return $T.$L($N, $L, $L);\n", Api.METHOD, call, constant, client, input);
    } else {
      code.add("return $N.$L($L, $L);\n", constant, call, client, input);
    }

    MethodSpec.Builder spec = ClassShell.override(method.signature());
    return spec.addCode(code.build()).build();
  }

  /** Declares the prompt's constant. */
  private String promptConstant(CheckedPrompt prompt, boolean hasOptions) {
    PromptMethod method = prompt.method();
    String name = names.of(method, Names.constant(method.signature().name()));
    String fullName = declaration.name().canonicalName() + "." + method.signature().name();
    CodeBlock options = options(name, method.options().withoutTools(), hasOptions);
    if (method.isText()) {
      constant(
          ParameterizedTypeName.get(Api.METHOD, ClassName.get(String.class)),
          name,
          CodeBlock.of("$T.text($Z$S,$W$L)", Api.METHOD, fullName, options));
    } else {
      String format = readers.format(method.answer(), prompt.dialect());
      constant(
          ParameterizedTypeName.get(Api.METHOD, method.answer().type().box()),
          name,
          CodeBlock.of("$T.typed($Z$S,$W$L,$Wnew $N())", Api.METHOD, fullName, options, format));
    }
    return name;
  }

  /** The options of a method over those of the interface: a constant, if it has any of its own. */
  private CodeBlock options(String method, Options own, boolean hasOptions) {
    if (own.isEmpty()) {
      return hasOptions
          ? CodeBlock.of("$L", INTERFACE_OPTIONS)
          : CodeBlock.of("$T.builder().build()", Api.OPTIONS);
    }
    CodeBlock written = OptionsEmitter.options(own);
    String name = names.of("options " + method, method + "_OPTIONS");
    constant(
        Api.OPTIONS,
        name,
        hasOptions
            ? CodeBlock.of("$L$>$>\n.withDefaults($L)$<$<", written, INTERFACE_OPTIONS)
            : written);
    return CodeBlock.of("$N", name);
  }

  private static void requireArguments(CodeBlock.Builder code, PromptMethod method) {
    for (PromptParameter parameter : method.parameters()) {
      boolean mayBeNull =
          parameter.shape().mayBeAbsent() && parameter.role() != PromptParameter.Role.TOOLS;
      if (!mayBeNull && !parameter.shape().type().isPrimitive()) {
        code.addStatement(
            "$T.present($Z$S,$W$S,$W$N)",
            Api.ARGUMENTS,
            method.displayName(),
            parameter.javaName(),
            parameter.javaName());
      }
    }
  }

  private CodeBlock input(CheckedPrompt prompt, CodeBlock.Builder code, Locals locals) {
    PromptMethod method = prompt.method();
    List<CodeBlock> calls = new ArrayList<>();
    prompt
        .system()
        .map(rendering -> message(rendering, "system", method, code, locals))
        .ifPresent(text -> calls.add(CodeBlock.of(".system($L)", text)));
    prompt.examples().forEach(example -> calls.add(example(example, method.isText())));
    method.parameters().stream()
        .filter(parameter -> parameter.role() == PromptParameter.Role.HISTORY)
        .forEach(parameter -> calls.add(history(parameter)));
    prompt
        .user()
        .map(rendering -> message(rendering, "user", method, code, locals))
        .ifPresent(text -> calls.add(CodeBlock.of(".user($L)", text)));
    prompt
        .prefill()
        .map(rendering -> message(rendering, "prefill", method, code, locals))
        .ifPresent(text -> calls.add(CodeBlock.of(".prefill($L)", text)));
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.OPTIONS) {
        calls.add(CodeBlock.of(".options($N)", parameter.javaName()));
      }
    }
    if (!method.tools().isEmpty()) {
      calls.add(tools(prompt));
    }
    CodeBlock.Builder input = CodeBlock.builder().add("new $T()", Api.INPUT);
    if (calls.size() == 1) {
      return input.add("$L", calls.get(0)).build();
    }
    input.indent().indent();
    calls.forEach(call -> input.add("\n$L", call));
    return input.unindent().unindent().build();
  }

  private CodeBlock tools(CheckedPrompt prompt) {
    List<CodeBlock> all = new ArrayList<>();
    for (ToolClass owner : prompt.method().tools()) {
      CodeBlock instance =
          prompt.method().parameters().stream()
              .filter(parameter -> parameter.role() == PromptParameter.Role.TOOLS)
              .filter(parameter -> parameter.shape().type().equals(owner.type()))
              .findFirst()
              .map(parameter -> CodeBlock.of("$N", parameter.javaName()))
              .orElseGet(
                  () ->
                      CodeBlock.of(
                          "this.$L", ClassShell.toolFields(declaration).get(owner.type())));
      for (Tool tool : owner.methods()) {
        all.add(tools.tool(owner, tool, prompt.dialect(), instance));
      }
    }
    return CodeBlock.of(
        ".tools($T.of($>$>\n$L))$<$<", List.class, all.stream().collect(CodeBlock.joining(",\n")));
  }

  private static CodeBlock history(PromptParameter parameter) {
    return parameter.shape() instanceof Shape.OptionalShape
        ? CodeBlock.of(".history($T.orNull($N))", Api.ARGUMENTS, parameter.javaName())
        : CodeBlock.of(".history($N)", parameter.javaName());
  }

  private static CodeBlock example(CheckedPrompt.Pair example, boolean isText) {
    CodeBlock user = Literals.of(example.user());
    CodeBlock assistant =
        isText ? Literals.of(example.assistant()) : Literals.json(example.assistant());
    return CodeBlock.of(".example($>$>\n$L,\n$L)$<$<", user, assistant);
  }

  /**
   * An expression for the text, or texts and media, of a message, after the statements that make
   * it.
   */
  private CodeBlock message(
      Rendering rendering,
      String role,
      PromptMethod method,
      CodeBlock.Builder code,
      Locals locals) {
    if (rendering.steps().stream().allMatch(Literal.class::isInstance)) {
      StringBuilder text = new StringBuilder();
      rendering.steps().forEach(step -> text.append(((Literal) step).text()));
      return Literals.of(text.toString());
    }
    String text = locals.name(role);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (PromptParameter parameter : method.parameters()) {
      if (parameter.role() == PromptParameter.Role.VARIABLE) {
        parameters.put(parameter.name(), parameter.javaName());
      }
    }
    code.add(emitter(method, text, locals, parameters).emit(rendering.steps()));
    for (Rendering.Function function : rendering.functions()) {
      functions.add(function(function, method, parameters));
    }
    boolean hasMedia =
        role.equals("user")
            && method.parameters().stream().anyMatch(p -> p.shape().media().isPresent());
    return hasMedia ? CodeBlock.of("$N", text) : CodeBlock.of("$N.toString()", text);
  }

  private TemplateEmitter emitter(
      PromptMethod method, String text, Locals locals, Map<String, String> parameters) {
    return new TemplateEmitter(
        method.displayName(),
        text,
        locals,
        parameters,
        printer,
        function -> names.of(function, functionName(function)));
  }

  private static String functionName(Rendering.Function function) {
    StringBuilder name = new StringBuilder();
    for (String word : function.name().split("[^\\p{javaJavaIdentifierPart}]+", -1)) {
      if (!word.isEmpty()) {
        char first = word.charAt(0);
        name.append(name.isEmpty() ? first : Character.toUpperCase(first))
            .append(word.substring(1));
      }
    }
    return name.toString();
  }

  private MethodSpec function(
      Rendering.Function function, PromptMethod method, Map<String, String> parameters) {
    List<String> used = FunctionParameters.of(function, parameters);
    Locals locals = Locals.of(used);
    String text = locals.name("text");
    List<String> arguments =
        function.arguments().stream()
            .map(argument -> locals.name(TemplateEmitter.singular(argument.name())))
            .toList();
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(names.of(function, functionName(function)))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Api.TEXT, text);
    for (PromptParameter parameter : method.parameters()) {
      if (used.contains(parameter.javaName())) {
        spec.addParameter(parameter.shape().type(), parameter.javaName());
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      spec.addParameter(function.arguments().get(i).shape().type(), arguments.get(i));
    }
    spec.addCode(emitter(method, text, locals, parameters).emit(function, arguments));
    return spec.build();
  }
}
