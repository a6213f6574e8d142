package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Tool;
import io.typedprompt.processor.model.ToolClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the classes that the model's calls of methods go through: for each method a record of its
 * arguments, which are read like an answer, and the call itself.
 */
final class ToolEmitter {
  private final ClassName implementation;
  private final Names names;
  private final ReaderEmitter readers;
  private final ValuePrinter printer;
  private final Set<String> written = new HashSet<>();
  private final List<TypeSpec> types = new ArrayList<>();

  ToolEmitter(ClassName implementation, Names names, ReaderEmitter readers, ValuePrinter printer) {
    this.implementation = implementation;
    this.names = names;
    this.readers = readers;
    this.printer = printer;
  }

  /** The classes so far. */
  List<TypeSpec> types() {
    return types;
  }

  /** An expression for a tool. */
  CodeBlock tool(ToolClass owner, Tool tool, Dialect dialect, CodeBlock instance) {
    String id = owner.type() + " " + tool.where().address();
    String base = capitalized(tool.javaName());
    ClassName arguments =
        implementation.nestedClass(names.of("arguments " + id, base + "Arguments"));
    String key = "tool " + id + dialect;
    String name = names.of(key, base + "Tool");
    if (written.add(id)) {
      types.add(argumentsRecord(arguments, tool));
    }
    if (written.add(key)) {
      types.add(toolClass(name, owner, tool, tool.arguments(arguments), dialect));
    }
    return tool.isStatic()
        ? CodeBlock.of("new $N()", name)
        : CodeBlock.of("new $N($L)", name, instance);
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static TypeSpec argumentsRecord(ClassName name, Tool tool) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (Member parameter : tool.parameters()) {
      components.addParameter(
          ParameterSpec.builder(parameter.shape().type(), parameter.accessor()).build());
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .recordConstructor(components.build())
        .build();
  }

  private TypeSpec toolClass(
      String name, ToolClass owner, Tool tool, Shape.RecordShape arguments, Dialect dialect) {
    String format = readers.format(arguments, dialect);
    CodeBlock strict = tool.strict() ? CodeBlock.of("") : CodeBlock.of(", false");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(Api.TOOL_METHOD, arguments.type()));
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    constructor.addStatement(
        "super($S,$W$L,$Wnew $N()$L)",
        tool.name(),
        Literals.of(tool.description()),
        format,
        strict);
    String instance = "";
    if (!tool.isStatic()) {
      instance = instanceName(owner);
      type.addField(owner.type(), instance, Modifier.PRIVATE, Modifier.FINAL);
      constructor.addParameter(owner.type(), instance);
      constructor.addStatement("this.$1N = $1N", instance);
    }
    return type.addMethod(constructor.build())
        .addMethod(
            MethodSpec.methodBuilder("call")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addParameter(arguments.type(), "arguments")
                .addException(Exception.class)
                .addCode(body(tool, call(owner, tool, instance)))
                .build())
        .build();
  }

  private static String instanceName(ToolClass owner) {
    NameAllocator locals = new NameAllocator();
    locals.newName("arguments");
    locals.newName("text");
    String name = owner.type().simpleName();
    return locals.newName(Character.toLowerCase(name.charAt(0)) + name.substring(1));
  }

  private static CodeBlock call(ToolClass owner, Tool tool, String instance) {
    CodeBlock arguments =
        tool.parameters().stream()
            .map(parameter -> CodeBlock.of("arguments.$N()", parameter.accessor()))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock call =
        tool.isStatic()
            ? CodeBlock.of("$T.$N($Z$L)", owner.type(), tool.javaName(), arguments)
            : CodeBlock.of("$N.$N($Z$L)", instance, tool.javaName(), arguments);
    return tool.result().awaited() ? CodeBlock.of("await($L)", call) : call;
  }

  private CodeBlock body(Tool tool, CodeBlock call) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (tool.result().shape().isEmpty()) {
      return code.addStatement("$L", call).addStatement("return $S", "done").build();
    }
    Shape result = tool.result().shape().get();
    if (result.present() instanceof Shape.StringShape) {
      return code.addStatement("return text($L)", call).build();
    }
    if (result.present() instanceof Shape.OptionalShape optional
        && optional.value().present() instanceof Shape.StringShape) {
      return code.addStatement("return text($T.orNull($L))", Api.ARGUMENTS, call).build();
    }
    code.addStatement("$1T text = new $1T()", Api.TEXT);
    code.addStatement("$L", printer.json(result, CodeBlock.of("text.json()"), call));
    return code.addStatement("return text.toString()").build();
  }
}
