package io.typedprompt.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Assertion;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.SequenceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the bodies of the methods that read values of one type each. */
final class ReaderBodies {
  private final ReaderTables tables;
  private final ConstraintEmitter constraints;
  private final Function<Shape, CodeBlock> read;

  /**
   * @param read expressions that read values of other types
   */
  ReaderBodies(
      ReaderTables tables, ConstraintEmitter constraints, Function<Shape, CodeBlock> read) {
    this.tables = tables;
    this.constraints = constraints;
    this.read = read;
  }

  /** Java has no arrays of generic types but those that are cast. */
  static List<AnnotationSpec> suppressions(Shape shape) {
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

  /** The body of the method that reads a shape. */
  CodeBlock of(Shape shape) {
    if (shape instanceof Shape.RecordShape record) {
      return recordBody(record);
    }
    if (shape instanceof Shape.ConstrainedShape constrained) {
      return CodeBlock.builder()
          .addStatement("$T value = $L", shape.type(), read.apply(constrained.value()))
          .add(constraints.checks(constrained))
          .addStatement("return value")
          .build();
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
      code.addStatement("case $L -> $L", index++, read.apply(arm.record()));
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
    code.addStatement("array[size] = $L", read.apply(shape.element()));
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
      code.beginControlFlow("if (!set.add($L))", read.apply(shape.element()));
      code.addStatement("in.duplicateElement()");
      code.endControlFlow();
    } else {
      code.addStatement("list.add($L)", read.apply(shape.element()));
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
    List<Shape> read = new ArrayList<>();
    List<String> readInto = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).ignored()) {
        read.add(members.get(i).shape());
        readInto.add(variables.get(i));
      }
    }
    code.add(switchLoop(read, readInto));
    code.beginControlFlow("if (!in.endObject())");
    code.addStatement("return null");
    code.endControlFlow();
    code.beginControlFlow("try");
    code.add(construction(shape, variables, locals));
    code.nextControlFlow("catch ($T e)", IllegalArgumentException.class);
    code.addStatement("return in.rejected(e)");
    code.endControlFlow();
    return code.build();
  }

  /** Makes the object of what was read, and lets it say whether it is right. */
  private static CodeBlock construction(
      Shape.RecordShape shape, List<String> variables, NameAllocator locals) {
    List<Member> members = shape.members().list();
    CodeBlock arguments =
        shape.usesSetters()
            ? CodeBlock.of("")
            : variables.stream().map(v -> CodeBlock.of("$N", v)).collect(CodeBlock.joining(",$W"));
    CodeBlock made =
        shape.builder().isEmpty()
            ? CodeBlock.of(
                "new $T$L($Z$L)", raw(shape.type()), isGeneric(shape) ? "<>" : "", arguments)
            : built(shape, variables);
    CodeBlock.Builder code = CodeBlock.builder();
    if (shape.assertions().isEmpty() && !shape.usesSetters()) {
      return code.addStatement("return $L", made).build();
    }
    String name = locals.newName("made");
    code.addStatement("$T $N = $L", shape.type(), name, made);
    for (int i = 0; i < members.size(); i++) {
      if (shape.usesSetters() && !members.get(i).ignored()) {
        code.addStatement("$N.$N($N)", name, members.get(i).setter(), variables.get(i));
      }
    }
    for (Assertion assertion : shape.assertions()) {
      code.beginControlFlow(
          assertion.expected() ? "if (!$N.$N())" : "if ($N.$N())", name, assertion.method());
      code.addStatement("in.violation($S, $N)", assertion.words(), name);
      code.endControlFlow();
    }
    return code.addStatement("return $N", name).build();
  }

  private static CodeBlock built(Shape.RecordShape shape, List<String> variables) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.$N()", shape.type(), shape.builder()).indent().indent();
    List<Member> members = shape.members().list();
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).ignored()) {
        code.add("\n.$N($N)", members.get(i).setter(), variables.get(i));
      }
    }
    return code.add("\n.build()").unindent().unindent().build();
  }

  /** Reads the properties of an object into variables. */
  private CodeBlock switchLoop(List<Shape> shapes, List<String> variables) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (shapes.isEmpty()) {
      return code.addStatement("in.nextProperty()").build();
    }
    if (shapes.size() == 1) {
      code.beginControlFlow("while (in.nextProperty() >= 0)");
      code.addStatement("$N = $L", variables.get(0), read.apply(shapes.get(0)));
      return code.endControlFlow().build();
    }
    code.beginControlFlow(
        "for (int property = in.nextProperty(); property >= 0; property = in.nextProperty())");
    code.beginControlFlow("switch (property)");
    for (int i = 0; i < shapes.size(); i++) {
      code.addStatement("case $L -> $N = $L", i, variables.get(i), read.apply(shapes.get(i)));
    }
    return code.endControlFlow().endControlFlow().build();
  }

  static boolean isGeneric(Shape shape) {
    return shape.type() instanceof ParameterizedTypeName;
  }

  static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  /** What a variable holds before its value is read. */
  static CodeBlock initial(Shape shape) {
    if (shape instanceof Shape.OptionalShape) {
      return CodeBlock.of("$T.empty()", raw(shape.type()));
    }
    if (!shape.type().isPrimitive()) {
      return CodeBlock.of("null");
    }
    return shape.type().equals(TypeName.BOOLEAN) ? CodeBlock.of("false") : CodeBlock.of("0");
  }
}
