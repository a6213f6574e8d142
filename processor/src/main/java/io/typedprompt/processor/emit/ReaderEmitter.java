package io.typedprompt.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.SequenceKind;
import io.typedprompt.processor.model.Signatures;
import io.typedprompt.processor.model.TextForm;
import io.typedprompt.processor.schema.Envelope;
import io.typedprompt.processor.schema.JsonSchema;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes how answers are read: one method for each record and collection, tables of names. */
final class ReaderEmitter {
  private final Names names;
  private final Deque<Shape> pending = new ArrayDeque<>();
  private final Set<String> requested = new HashSet<>();
  private final ReaderTables tables;
  private final List<TypeSpec> types = new ArrayList<>();

  ReaderEmitter(Names names) {
    this.names = names;
    this.tables = new ReaderTables(names);
  }

  /** The name of the nested class that is the format of an answer. */
  String format(Shape answer, Dialect dialect) {
    String schema = JsonSchema.text(answer, dialect);
    String key = "format " + Signatures.of(answer) + schema;
    String name = names.of(key, TypeWords.of(answer) + "Format");
    if (requested.add(key)) {
      types.add(formatClass(name, answer, Literals.json(schema)));
    }
    return name;
  }

  private TypeSpec formatClass(String name, Shape answer, CodeBlock schema) {
    TypeName value = answer.type().box();
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
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginObject($N))", tables.envelope(answer.mayBeAbsent()));
    code.addStatement("return null");
    code.endControlFlow();
    CodeBlock initial =
        answer instanceof Shape.OptionalShape ? initial(answer) : CodeBlock.of("null");
    code.addStatement("$T value = $L", answer.type().box(), initial);
    code.beginControlFlow("while (in.nextProperty() >= 0)");
    code.addStatement("value = $L", read(answer));
    code.endControlFlow();
    code.addStatement("return in.endObject() ? value : null");
    return code.build();
  }

  /** An expression that reads a value. */
  private CodeBlock read(Shape shape) {
    if (shape instanceof Shape.NullableShape nullable) {
      return CodeBlock.of("in.readNull() ? null : $L", read(nullable.value()));
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return CodeBlock.of(
          "in.readNull() ? $1T.empty() : $1T.$2L($3L)",
          raw(optional.type()),
          optional.value() instanceof Shape.NumberShape && !isGeneric(optional)
              ? "of"
              : "ofNullable",
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
      return CodeBlock.of("in.readEnum($N)", tables.constants(e));
    }
    if (shape instanceof Shape.TextualShape textual) {
      TextForm form = textual.form().orElseThrow();
      return form == TextForm.CHARACTER
          ? CodeBlock.of("in.readChar()")
          : CodeBlock.of("in.readText($N)", tables.textType(textual, form));
    }
    if (shape instanceof Shape.JsonShape) {
      return CodeBlock.of("in.readJson()");
    }
    String key = "read " + Signatures.of(shape);
    if (requested.add(key)) {
      pending.add(shape);
    }
    return CodeBlock.of("$N(in)", names.of(key, "read" + TypeWords.of(shape)));
  }

  /** The formats. */
  List<TypeSpec> types() {
    return types;
  }

  /** The tables of names. */
  List<FieldSpec> fields() {
    return tables.fields();
  }

  /** The methods that the expressions so far call, and those that they call. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    while (!pending.isEmpty()) {
      Shape shape = pending.remove();
      methods.add(
          MethodSpec.methodBuilder(names.of("read " + Signatures.of(shape), ""))
              .addAnnotations(suppressions(shape))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(shape.type())
              .addParameter(Api.READER, "in")
              .addCode(body(shape))
              .build());
    }
    methods.addAll(tables.methods());
    return methods;
  }

  /** Java has no arrays of generic types but those that are cast. */
  private static List<AnnotationSpec> suppressions(Shape shape) {
    TypeName element = shape.type();
    while (element instanceof ArrayTypeName array) {
      element = array.componentType();
    }
    boolean cast =
        shape.type() instanceof ArrayTypeName && element instanceof ParameterizedTypeName;
    return cast
        ? List.of(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
                .build())
        : List.of();
  }

  private CodeBlock body(Shape shape) {
    if (shape instanceof Shape.RecordShape record) {
      return recordBody(record);
    }
    if (shape instanceof Shape.UnionShape union) {
      return unionBody(union);
    }
    if (shape instanceof Shape.MapShape map) {
      return mapBody(map);
    }
    Shape.SequenceShape sequence = (Shape.SequenceShape) shape;
    return sequence.kind() == SequenceKind.ARRAY ? arrayBody(sequence) : sequenceBody(sequence);
  }

  private CodeBlock unionBody(Shape.UnionShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch (in.readVariant($N)) {\n$>", tables.variants(shape));
    int index = 0;
    for (Arm arm : shape.arms().list()) {
      code.addStatement("case $L -> $L", index++, read(arm.record()));
    }
    code.addStatement("default -> null");
    return code.add("$<};\n").build();
  }

  private CodeBlock mapBody(Shape.MapShape shape) {
    TypeName key = shape.key().type();
    TypeName value = shape.value().type().box();
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginMap($N))", tables.entry(shape.value().mayBeAbsent()));
    code.addStatement("return null");
    code.endControlFlow();
    code.addStatement(
        "$T map = new $T<>()",
        ParameterizedTypeName.get(ClassName.get(Map.class), key, value),
        LinkedHashMap.class);
    code.beginControlFlow("while (in.nextEntry())");
    code.addStatement("$T key = null", key);
    code.addStatement(
        "$T value = $L",
        value,
        shape.value() instanceof Shape.OptionalShape
            ? initial(shape.value())
            : CodeBlock.of("null"));
    code.add(switchLoop(List.of(shape.key(), shape.value()), List.of("key", "value")));
    code.beginControlFlow("if (in.endObject())");
    code.addStatement("in.put(map, key, value)");
    code.endControlFlow();
    code.endControlFlow();
    code.addStatement("return $T.unmodifiableMap(map)", Collections.class);
    return code.build();
  }

  private CodeBlock arrayBody(Shape.SequenceShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginArray())");
    code.addStatement("return null");
    code.endControlFlow();
    code.addStatement("$T array = $L", shape.type(), newArray(shape.element().type()));
    code.addStatement("int size = 0");
    code.beginControlFlow("while (in.nextElement())");
    code.beginControlFlow("if (size == array.length)");
    code.addStatement("array = $T.copyOf(array, size * 2)", Arrays.class);
    code.endControlFlow();
    code.addStatement("array[size] = $L", read(shape.element()));
    code.addStatement("size++");
    code.endControlFlow();
    code.addStatement("return $T.copyOf(array, size)", Arrays.class);
    return code.build();
  }

  private static CodeBlock newArray(TypeName element) {
    TypeName base = element;
    StringBuilder dimensions = new StringBuilder();
    while (base instanceof ArrayTypeName array) {
      base = array.componentType();
      dimensions.append("[]");
    }
    return CodeBlock.of("new $T[16]$L", raw(base), dimensions.toString());
  }

  private CodeBlock sequenceBody(Shape.SequenceShape shape) {
    boolean isSet = shape.kind() == SequenceKind.SET;
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginArray())");
    code.addStatement("return null");
    code.endControlFlow();
    String local = isSet ? "set" : "list";
    Class<?> implementation = isSet ? LinkedHashSet.class : ArrayList.class;
    TypeName type =
        ParameterizedTypeName.get(
            ClassName.get(isSet ? Set.class : List.class), shape.element().type());
    code.addStatement("$T $N = new $T<>()", type, local, implementation);
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
    code.beginControlFlow("if (!in.beginObject($N))", tables.properties(shape));
    code.addStatement("return null");
    code.endControlFlow();
    for (int i = 0; i < members.size(); i++) {
      Shape member = members.get(i).shape();
      code.addStatement("$T $N = $L", member.type(), variables.get(i), initial(member));
    }
    code.add(switchLoop(members.stream().map(Member::shape).toList(), variables));
    code.beginControlFlow("if (!in.endObject())");
    code.addStatement("return null");
    code.endControlFlow();
    code.beginControlFlow("try");
    CodeBlock arguments =
        variables.stream().map(v -> CodeBlock.of("$N", v)).collect(CodeBlock.joining(",$W"));
    code.addStatement(
        "return new $T$L($Z$L)", raw(shape.type()), isGeneric(shape) ? "<>" : "", arguments);
    code.nextControlFlow("catch ($T e)", IllegalArgumentException.class);
    code.addStatement("return in.rejected(e)");
    code.endControlFlow();
    return code.build();
  }

  /** Reads the properties of an object into variables. */
  private CodeBlock switchLoop(List<Shape> shapes, List<String> variables) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (shapes.isEmpty()) {
      return code.addStatement("in.nextProperty()").build();
    }
    if (shapes.size() == 1) {
      code.beginControlFlow("while (in.nextProperty() >= 0)");
      code.addStatement("$N = $L", variables.get(0), read(shapes.get(0)));
      return code.endControlFlow().build();
    }
    code.beginControlFlow(
        "for (int property = in.nextProperty(); property >= 0; property = in.nextProperty())");
    code.beginControlFlow("switch (property)");
    for (int i = 0; i < shapes.size(); i++) {
      code.addStatement("case $L -> $N = $L", i, variables.get(i), read(shapes.get(i)));
    }
    return code.endControlFlow().endControlFlow().build();
  }

  private static boolean isGeneric(Shape shape) {
    return shape.type() instanceof ParameterizedTypeName;
  }

  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  private static CodeBlock initial(Shape shape) {
    if (shape instanceof Shape.OptionalShape) {
      return CodeBlock.of("$T.empty()", raw(shape.type()));
    }
    if (!shape.type().isPrimitive()) {
      return CodeBlock.of("null");
    }
    return shape instanceof Shape.BooleanShape ? CodeBlock.of("false") : CodeBlock.of("0");
  }
}
