package io.typedprompt.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.MethodSignature;
import io.typedprompt.processor.model.PromptInterface;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What every generated class has, whether it works or only stands in for one. */
final class ClassShell {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private ClassShell() {}

  static TypeSpec.Builder of(PromptInterface declaration) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declaration.implementation())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(declaration.name());
    mark(type, declaration);
    type.alwaysQualify(declaration.memberTypes().toArray(new String[0]));
    return type;
  }

  /** What a class has that is generated for an interface, whatever it is. */
  static void mark(TypeSpec.Builder type, PromptInterface declaration) {
    type.addAnnotation(
        AnnotationSpec.builder(GENERATED)
            .addMember("value", "$S", "io.typedprompt.processor.PromptProcessor")
            .build());
    if (declaration.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (declaration.usesDiscouraged()) {
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S, $S}", "deprecation", "rawtypes", "removal")
              .build());
    }
  }

  /** The names of the fields that hold what has tools, by its class. */
  static Map<ClassName, String> toolFields(PromptInterface declaration) {
    NameAllocator taken = new NameAllocator();
    taken.newName("client");
    Map<ClassName, String> fields = new LinkedHashMap<>();
    for (ClassName type : declaration.toolInstances()) {
      String name = type.simpleName();
      fields.put(type, taken.newName(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
    }
    return fields;
  }

  /** The constructor and what it sets. */
  static void addClient(
      TypeSpec.Builder type, PromptInterface declaration, CodeBlock firstStatements) {
    type.addField(Api.CLIENT, "client", Modifier.PRIVATE, Modifier.FINAL);
    Map<ClassName, String> tools = toolFields(declaration);
    tools.forEach((tool, name) -> type.addField(tool, name, Modifier.PRIVATE, Modifier.FINAL));
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (declaration.isPublic()) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    constructor
        .addJavadoc("@param client sends the prompts; it stays open\n")
        .addParameter(Api.CLIENT, "client");
    tools.forEach(
        (tool, name) ->
            constructor
                .addJavadoc("@param $L has methods that the model may call\n", name)
                .addParameter(tool, name));
    constructor
        .addCode(firstStatements)
        .addStatement("this.client = $T.requireNonNull(client, $S)", Objects.class, "client");
    tools
        .values()
        .forEach(
            name ->
                constructor.addStatement(
                    "this.$1N = $2T.requireNonNull($1N, $1S)", name, Objects.class));
    type.addMethod(constructor.build());
  }

  static MethodSpec.Builder override(MethodSignature signature) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(signature.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(signature.returnType())
            .varargs(signature.varargs());
    signature
        .parameters()
        .forEach(p -> method.addParameter(ParameterSpec.builder(p.type(), p.name()).build()));
    return method;
  }
}
