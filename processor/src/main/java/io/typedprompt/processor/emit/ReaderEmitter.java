package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Constant;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.schema.Envelope;
import io.typedprompt.processor.schema.JsonSchema;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes how answers are read: one method for each record and collection, tables of names. */
final class ReaderEmitter {
  private static final int LONGEST_CHAIN = 100;

  private final Names names;
  private final Deque<Shape> pending = new ArrayDeque<>();
  private final Set<String> requested = new HashSet<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<TypeSpec> types = new ArrayList<>();
  private final List<MethodSpec> tables = new ArrayList<>();

  ReaderEmitter(Names names) {
    this.names = names;
  }

  /** The name of the nested class that is the format of an answer. */
  String format(Shape answer) {
    String key = "format " + Signatures.of(answer);
    String name = names.of(key, TypeWords.of(answer) + "Format");
    if (requested.add(key)) {
      types.add(formatClass(name, answer));
    }
    return name;
  }

  private TypeSpec formatClass(String name, Shape answer) {
    TypeName value = answer.type().box();
    CodeBlock schema = Literals.json(JsonSchema.text(answer));
    CodeBlock body =
        Envelope.isNeeded(answer)
            ? envelope(answer)
            : CodeBlock.builder().addStatement("return $L", read(answer)).build();
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(Api.FORMAT, value))
        .addMethod(
            MethodSpec.constructorBuilder()
                .addCode("super(\n$>$>$S,\n$L);\n$<$<", JsonSchema.name(answer), schema)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(value)
                .addParameter(Api.READER, "in")
                .addCode(body)
                .build())
        .build();
  }

  private CodeBlock envelope(Shape answer) {
    boolean optional = answer.mayBeAbsent();
    String key = "envelope " + optional;
    String table = names.of(key, optional ? "OPTIONAL_ANSWER_PROPERTIES" : "ANSWER_PROPERTIES");
    if (requested.add(key)) {
      String kind = optional ? "optional" : "required";
      objectNames(
          table,
          CodeBlock.of("$T.of($S).$L($S)", Api.OBJECT_NAMES, "answer", kind, Envelope.PROPERTY));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginObject($N))", table);
    code.addStatement("return null");
    code.endControlFlow();
    CodeBlock initial =
        answer instanceof Shape.OptionalShape
            ? CodeBlock.of("$T.empty()", Optional.class)
            : CodeBlock.of("null");
    code.addStatement("$T value = $L", answer.type().box(), initial);
    code.beginControlFlow("while (in.nextProperty() >= 0)");
    code.addStatement("value = $L", read(answer));
    code.endControlFlow();
    code.addStatement("return in.endObject() ? value : null");
    return code.build();
  }

  /** An expression that reads a value. */
  CodeBlock read(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return CodeBlock.of("in.readNull() ? null : $L", read(nullable.value()));
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return CodeBlock.of(
          "in.readNull() ? $1T.empty() : $1T.ofNullable($2L)",
          Optional.class,
          read(optional.value()));
    }
    if (shape instanceof Shape.StringShape) {
      return CodeBlock.of("in.readString()");
    }
    if (shape instanceof Shape.BooleanShape) {
      return CodeBlock.of("in.readBoolean()");
    }
    if (shape instanceof Shape.NumberShape number) {
      String method =
          switch (number.kind()) {
            case BYTE -> "readByte";
            case SHORT -> "readShort";
            case INT -> "readInt";
            case LONG -> "readLong";
            case FLOAT -> "readFloat";
            case DOUBLE -> "readDouble";
            case BIG_INTEGER -> "readBigInteger";
            case BIG_DECIMAL -> "readBigDecimal";
          };
      return CodeBlock.of("in.$L()", method);
    }
    if (shape instanceof Shape.EnumShape e) {
      return CodeBlock.of("in.readEnum($N)", enumNames(e));
    }
    String key = "read " + Signatures.of(shape);
    if (requested.add(key)) {
      pending.add(shape);
    }
    return CodeBlock.of("$N(in)", names.of(key, "read" + TypeWords.of(shape)));
  }

  private String enumNames(Shape.EnumShape shape) {
    String key = "constants " + shape.type();
    String name = names.of(key, Names.constant(TypeWords.of(shape)) + "_CONSTANTS");
    if (requested.add(key)) {
      TypeName type = ParameterizedTypeName.get(Api.ENUM_NAMES, shape.type());
      fields.add(
          FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(
                  shape.constants().size() > LONGEST_CHAIN
                      ? CodeBlock.of("$N()", enumTableMethod(shape, type))
                      : enumTable(shape))
              .build());
    }
    return name;
  }

  private static CodeBlock enumTable(Shape.EnumShape shape) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T$Z.<$T>of($S)", Api.ENUM_NAMES, shape.type(), TypeWords.of(shape))
            .indent()
            .indent();
    for (Constant constant : shape.constants()) {
      code.add("\n$L", enumConstant(shape, constant));
    }
    return code.unindent().unindent().build();
  }

  /** The table as statements: javac runs out of stack in a chain of many calls. */
  private String enumTableMethod(Shape.EnumShape shape, TypeName type) {
    String name = names.of("table " + shape.type(), "constantsOf" + TypeWords.of(shape));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(type)
            .addStatement("$T names = $T.of($S)", type, Api.ENUM_NAMES, TypeWords.of(shape));
    for (Constant constant : shape.constants()) {
      method.addStatement("names$L", enumConstant(shape, constant));
    }
    tables.add(method.addStatement("return names").build());
    return name;
  }

  private static CodeBlock enumConstant(Shape.EnumShape shape, Constant constant) {
    return CodeBlock.of(
        ".constant($T.$N, $S$L)",
        shape.type(),
        constant.javaName(),
        constant.name(),
        aliases(constant.aliases()));
  }

  private static CodeBlock aliases(List<String> aliases) {
    CodeBlock.Builder code = CodeBlock.builder();
    aliases.forEach(alias -> code.add(", $S", alias));
    return code.build();
  }

  private void objectNames(String name, CodeBlock initializer) {
    fields.add(
        FieldSpec.builder(Api.OBJECT_NAMES, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(initializer)
            .build());
  }

  /** The formats. */
  List<TypeSpec> types() {
    return types;
  }

  /** The tables of names. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** The methods that the expressions so far call, and those that they call. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    while (!pending.isEmpty()) {
      Shape shape = pending.remove();
      methods.add(
          MethodSpec.methodBuilder(names.of("read " + Signatures.of(shape), ""))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(shape.type())
              .addParameter(Api.READER, "in")
              .addCode(
                  shape instanceof Shape.RecordShape record
                      ? recordBody(record)
                      : sequenceBody((Shape.SequenceShape) shape))
              .build());
    }
    methods.addAll(tables);
    return methods;
  }

  private CodeBlock sequenceBody(Shape.SequenceShape shape) {
    boolean isSet = shape.kind() == SequenceKind.SET;
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginArray())");
    code.addStatement("return null");
    code.endControlFlow();
    String local = isSet ? "set" : "list";
    Class<?> implementation = isSet ? LinkedHashSet.class : ArrayList.class;
    code.addStatement("$T $N = new $T<>()", shape.type(), local, implementation);
    code.beginControlFlow("while (in.nextElement())");
    if (isSet) {
      code.beginControlFlow("if (!set.add($L))", read(shape.element()));
      code.addStatement("in.duplicateElement()");
      code.endControlFlow();
    } else {
      code.addStatement("list.add($L)", read(shape.element()));
    }
    code.endControlFlow();
    code.addStatement(
        "return $T.$L($N)",
        Collections.class,
        isSet ? "unmodifiableSet" : "unmodifiableList",
        local);
    return code.build();
  }

  private CodeBlock recordBody(Shape.RecordShape shape) {
    List<Member> members = shape.members().list();
    NameAllocator locals = new NameAllocator();
    locals.newName("in");
    locals.newName("property");
    locals.newName("e");
    List<String> variables = members.stream().map(member -> locals.newName(member.name())).toList();

    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginObject($N))", properties(shape));
    code.addStatement("return null");
    code.endControlFlow();
    for (int i = 0; i < members.size(); i++) {
      Shape member = members.get(i).shape();
      code.addStatement("$T $N = $L", member.type(), variables.get(i), initial(member));
    }
    code.add(propertiesLoop(members, variables));
    code.beginControlFlow("if (!in.endObject())");
    code.addStatement("return null");
    code.endControlFlow();
    code.beginControlFlow("try");
    CodeBlock arguments =
        variables.stream().map(v -> CodeBlock.of("$N", v)).collect(CodeBlock.joining(",$W"));
    boolean generic = shape.type() instanceof ParameterizedTypeName;
    TypeName raw =
        shape.type() instanceof ParameterizedTypeName parameterized
            ? parameterized.rawType()
            : shape.type();
    code.addStatement("return new $T$L($Z$L)", raw, generic ? "<>" : "", arguments);
    code.nextControlFlow("catch ($T e)", IllegalArgumentException.class);
    code.addStatement("return in.rejected(e)");
    code.endControlFlow();
    return code.build();
  }

  private CodeBlock propertiesLoop(List<Member> members, List<String> variables) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (members.size() == 1) {
      code.beginControlFlow("while (in.nextProperty() >= 0)");
      code.addStatement("$N = $L", variables.get(0), read(members.get(0).shape()));
      return code.endControlFlow().build();
    }
    code.beginControlFlow(
        "for (int property = in.nextProperty(); property >= 0; property = in.nextProperty())");
    code.beginControlFlow("switch (property)");
    for (int i = 0; i < members.size(); i++) {
      code.addStatement("case $L -> $N = $L", i, variables.get(i), read(members.get(i).shape()));
    }
    return code.endControlFlow().endControlFlow().build();
  }

  private String properties(Shape.RecordShape shape) {
    return properties(shape, "", false);
  }

  /** The table of a record's names for an answer in which any of them may be missing. */
  String partialProperties(Shape.RecordShape shape) {
    return properties(shape, "PARTIAL_", true);
  }

  private String properties(Shape.RecordShape shape, String prefix, boolean partial) {
    String key = prefix + "properties " + shape.type();
    String name = names.of(key, prefix + Names.constant(TypeWords.of(shape)) + "_PROPERTIES");
    if (requested.add(key)) {
      CodeBlock.Builder code =
          CodeBlock.builder()
              .add("$T.of($S)", Api.OBJECT_NAMES, TypeWords.of(shape))
              .indent()
              .indent();
      for (Member member : shape.members().list()) {
        code.add(
            "\n.$L($S$L)",
            partial || member.shape().mayBeAbsent() ? "optional" : "required",
            member.jsonName(),
            aliases(member.aliases()));
      }
      objectNames(name, code.unindent().unindent().build());
    }
    return name;
  }

  private static CodeBlock initial(Shape shape) {
    if (shape instanceof Shape.OptionalShape) {
      return CodeBlock.of("$T.empty()", Optional.class);
    }
    if (!shape.type().isPrimitive()) {
      return CodeBlock.of("null");
    }
    return shape instanceof Shape.BooleanShape ? CodeBlock.of("false") : CodeBlock.of("0");
  }
}
