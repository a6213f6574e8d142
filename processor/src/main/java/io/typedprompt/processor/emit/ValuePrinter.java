package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes how values are printed: scalars as a person would write them, everything else as JSON, by
 * methods that it collects.
 */
final class ValuePrinter {
  private final Names names;
  private final Deque<Shape> pending = new ArrayDeque<>();
  private final Set<String> requested = new HashSet<>();

  ValuePrinter(Names names) {
    this.names = names;
  }

  /** Whether a value is appended as it is; others print as JSON. */
  static boolean isText(Shape shape) {
    return isScalar(shape)
        || shape instanceof Shape.TextualShape
        || shape instanceof Shape.MediaShape
        || (shape instanceof Shape.BeanShape bean && bean.hasText());
  }

  private static boolean isScalar(Shape shape) {
    return shape instanceof Shape.StringShape
        || shape instanceof Shape.BooleanShape
        || shape instanceof Shape.NumberShape
        || shape instanceof Shape.EnumShape;
  }

  /** The argument of {@code Text.append} for a value that is there. */
  CodeBlock text(Shape shape, CodeBlock value) {
    if (!(shape instanceof Shape.EnumShape e)) {
      return value;
    }
    return isPlain(e) ? CodeBlock.of("$L.name()", value) : nameOf(e, value);
  }

  /** Whether the constants are called as in Java. */
  private static boolean isPlain(Shape.EnumShape shape) {
    return shape.constants().stream()
        .allMatch(constant -> constant.name().equals(constant.javaName()));
  }

  private CodeBlock nameOf(Shape.EnumShape shape, CodeBlock value) {
    return CodeBlock.of("$N($L)", request("nameOf", shape), value);
  }

  /** An expression that writes a value as JSON; a null too, since JSON has it. */
  CodeBlock json(Shape shape, CodeBlock out, CodeBlock value) {
    if (shape instanceof Shape.NullableShape nullable) {
      return json(nullable.value(), out, value);
    }
    if (shape instanceof Shape.OptionalShape optional) {
      return json(optional.value(), out, CodeBlock.of("$T.orNull($L)", Api.ARGUMENTS, value));
    }
    if (shape instanceof Shape.EnumShape e && !isPlain(e)) {
      return CodeBlock.of("$L.value($L)", out, nameOf(e, value));
    }
    if (shape instanceof Shape.JsonShape) {
      return CodeBlock.of("$L.json($L)", out, value);
    }
    return isText(shape)
        ? CodeBlock.of("$L.value($L)", out, value)
        : CodeBlock.of("$N($L,$W$L)", request("write", shape), out, value);
  }

  private String request(String verb, Shape shape) {
    // Whether an element may be null makes no difference here, so the Java type tells all.
    String key = verb + " " + shape.type();
    if (requested.add(key)) {
      pending.add(shape);
    }
    return names.of(key, verb + TypeWords.of(shape));
  }

  /** The methods that the expressions so far call, and those that they call. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    while (!pending.isEmpty()) {
      Shape shape = pending.remove();
      methods.add(shape instanceof Shape.EnumShape e ? nameMethod(e) : writeMethod(shape));
    }
    return methods;
  }

  private MethodSpec nameMethod(Shape.EnumShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (constant == null)");
    code.addStatement("return null");
    code.endControlFlow();
    code.add("return switch (constant) {\n").indent();
    shape
        .constants()
        .forEach(
            constant -> code.addStatement("case $N -> $S", constant.javaName(), constant.name()));
    code.unindent().add("};\n");
    return MethodSpec.methodBuilder(names.of("nameOf " + shape.type(), ""))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(String.class)
        .addParameter(shape.type(), "constant")
        .addCode(code.build())
        .build();
  }

  private MethodSpec writeMethod(Shape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (value == null)");
    code.addStatement("out.nullValue()");
    code.addStatement("return");
    code.endControlFlow();
    if (shape instanceof Shape.SequenceShape sequence) {
      writeElements(code, sequence);
    } else if (shape instanceof Shape.MapShape map) {
      writeEntries(code, map);
    } else if (shape instanceof Shape.UnionShape union) {
      writeVariants(code, union);
    } else {
      writeMembers(code, members(shape));
    }
    return MethodSpec.methodBuilder(names.of("write " + shape.type(), ""))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Api.JSON, "out")
        .addParameter(shape.type(), "value")
        .addCode(code.build())
        .build();
  }

  private void writeElements(CodeBlock.Builder code, Shape.SequenceShape sequence) {
    code.addStatement("out.beginArray()");
    code.beginControlFlow("for ($T element : value)", sequence.element().type());
    code.addStatement("$L", json(sequence.element(), CodeBlock.of("out"), CodeBlock.of("element")));
    code.endControlFlow();
    code.addStatement("out.endArray()");
  }

  private void writeEntries(CodeBlock.Builder code, Shape.MapShape map) {
    TypeName entry =
        ParameterizedTypeName.get(ClassName.get(Map.Entry.class), keyOf(map), valueOf(map));
    code.addStatement("out.beginObject()");
    code.beginControlFlow("for ($T entry : value.entrySet())", entry);
    code.addStatement(
        "$L",
        json(
            map.value(),
            CodeBlock.of("out.name($L)", keyText(map.key(), CodeBlock.of("entry.getKey()"))),
            CodeBlock.of("entry.getValue()")));
    code.endControlFlow();
    code.addStatement("out.endObject()");
  }

  private CodeBlock keyText(Shape key, CodeBlock value) {
    if (key instanceof Shape.StringShape) {
      return value;
    }
    return key instanceof Shape.EnumShape e
        ? text(e, value)
        : CodeBlock.of("$T.valueOf($L)", String.class, value);
  }

  private static TypeName keyOf(Shape.MapShape map) {
    return isExact(map) || map.hasTextKeys()
        ? map.key().type()
        : WildcardTypeName.subtypeOf(map.key().type());
  }

  private static TypeName valueOf(Shape.MapShape map) {
    return isExact(map) ? map.value().type() : WildcardTypeName.subtypeOf(map.value().type());
  }

  private static boolean isExact(Shape.MapShape map) {
    return !(map.type() instanceof ParameterizedTypeName generic)
        || generic.typeArguments().stream().noneMatch(WildcardTypeName.class::isInstance);
  }

  private void writeVariants(CodeBlock.Builder code, Shape.UnionShape union) {
    String discriminator = union.arms().discriminator();
    code.addStatement("out.beginObject()");
    int index = 1;
    for (Arm arm : union.arms().list()) {
      String variant = "value" + index++;
      code.beginControlFlow("if (value instanceof $T $N)", arm.record().type(), variant);
      code.addStatement("out.name($S).value($S)", discriminator, arm.name());
      List<Member> members =
          arm.record().members().inJson().stream()
              .filter(member -> !member.jsonName().equals(discriminator))
              .toList();
      writeProperties(code, members, variant);
      code.endControlFlow();
    }
    code.addStatement("out.endObject()");
  }

  private void writeMembers(CodeBlock.Builder code, List<Member> members) {
    code.addStatement("out.beginObject()");
    writeProperties(code, members, "value");
    code.addStatement("out.endObject()");
  }

  private void writeProperties(CodeBlock.Builder code, List<Member> members, String value) {
    for (Member member : members) {
      code.addStatement(
          "$L",
          json(
              member.shape(),
              CodeBlock.of("out.name($S)", member.jsonName()),
              CodeBlock.of("$N.$N()", value, member.accessor())));
    }
  }

  private static List<Member> members(Shape shape) {
    return shape instanceof Shape.RecordShape record
        ? record.members().inJson()
        : ((Shape.BeanShape) shape).members().inJson();
  }
}
