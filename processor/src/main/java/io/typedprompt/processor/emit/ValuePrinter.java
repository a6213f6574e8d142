package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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

  /** Whether a value prints as text; others print as JSON. */
  static boolean isText(Shape shape) {
    return shape instanceof Shape.StringShape
        || shape instanceof Shape.BooleanShape
        || shape instanceof Shape.NumberShape
        || shape instanceof Shape.EnumShape
        || shape instanceof Shape.TextualShape
        || (shape instanceof Shape.BeanShape bean && bean.hasText());
  }

  /** The argument of {@code Text.append} for a value that is there. */
  CodeBlock text(Shape shape, CodeBlock value) {
    return shape instanceof Shape.EnumShape e ? enumText(e, value) : value;
  }

  private CodeBlock enumText(Shape.EnumShape shape, CodeBlock value) {
    boolean plain =
        shape.constants().stream()
            .allMatch(constant -> constant.name().equals(constant.javaName()));
    if (plain) {
      return CodeBlock.of("$L.name()", value);
    }
    return CodeBlock.of("$N($L)", request("nameOf", shape), value);
  }

  /** A statement's expression that writes a value as JSON. */
  CodeBlock json(Shape shape, CodeBlock out, CodeBlock value) {
    if (shape instanceof Shape.NullableShape nullable) {
      return json(nullable.value(), out, value);
    }
    if (shape instanceof Shape.StringShape
        || shape instanceof Shape.BooleanShape
        || shape instanceof Shape.NumberShape) {
      return CodeBlock.of("$L.value($L)", out, value);
    }
    if (shape instanceof Shape.EnumShape e) {
      return CodeBlock.of("$L.value($L)", out, enumText(e, value));
    }
    if (isText(shape)) {
      return CodeBlock.of("$L.value($T.valueOf($L))", out, String.class, value);
    }
    return CodeBlock.of("$N($L, $L)", request("write", shape), out, value);
  }

  private String request(String verb, Shape shape) {
    String key = verb + " " + Signatures.of(shape);
    if (requested.add(key)) {
      pending.add(shape);
    }
    return names.of(key, verb + TypeWords.of(shape));
  }

  /** The methods that the expressions so far call, and those that they call. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new java.util.ArrayList<>();
    while (!pending.isEmpty()) {
      Shape shape = pending.remove();
      methods.add(shape instanceof Shape.EnumShape e ? nameMethod(e) : writeMethod(shape));
    }
    return methods;
  }

  private MethodSpec nameMethod(Shape.EnumShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch (constant) {\n").indent();
    shape
        .constants()
        .forEach(
            constant -> code.addStatement("case $N -> $S", constant.javaName(), constant.name()));
    code.unindent().add("};\n");
    return MethodSpec.methodBuilder(names.of("nameOf " + Signatures.of(shape), ""))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(String.class)
        .addParameter(shape.type(), "constant")
        .addCode(code.build())
        .build();
  }

  private MethodSpec writeMethod(Shape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (shape instanceof Shape.OptionalShape optional) {
      value(code, "", optional.value(), CodeBlock.of("value.orElse(null)"));
    } else if (shape instanceof Shape.SequenceShape sequence) {
      code.addStatement("out.beginArray()");
      code.beginControlFlow("for ($T element : value)", elementType(sequence.element()));
      value(code, "", sequence.element(), CodeBlock.of("element"));
      code.endControlFlow();
      code.addStatement("out.endArray()");
    } else if (shape instanceof Shape.MapShape map) {
      code.addStatement("out.beginObject()");
      code.beginControlFlow(
          "for ($T.Entry<String, $T> entry : value.entrySet())",
          java.util.Map.class,
          WildcardTypeName.subtypeOf(map.value().type().box()));
      code.addStatement("out.name(entry.getKey())");
      value(code, "", map.value(), CodeBlock.of("entry.getValue()"));
      code.endControlFlow();
      code.addStatement("out.endObject()");
    } else {
      code.addStatement("out.beginObject()");
      for (Member member : members(shape)) {
        code.addStatement("out.name($S)", member.jsonName());
        value(code, member.name(), member.shape(), CodeBlock.of("value.$N()", member.accessor()));
      }
      code.addStatement("out.endObject()");
    }
    return MethodSpec.methodBuilder(names.of("write " + Signatures.of(shape), ""))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Api.JSON, "out")
        .addParameter(shape.type(), "value")
        .addCode(code.build())
        .build();
  }

  /** Writes a value that may be null, whatever its type promises: null is JSON too. */
  private void value(CodeBlock.Builder code, String name, Shape shape, CodeBlock value) {
    CodeBlock out = CodeBlock.of("out");
    boolean handlesNull =
        shape.type().isPrimitive()
            || shape.present() instanceof Shape.StringShape
            || (shape.present() instanceof Shape.NumberShape && !shape.type().isBoxedPrimitive());
    if (handlesNull) {
      code.addStatement("$L", json(shape, out, value));
      return;
    }
    boolean simple = value.toString().equals("element");
    CodeBlock local = value;
    if (!simple) {
      String variable =
          name.isEmpty()
              ? "inner"
              : com.palantir.javapoet.NameAllocator.toJavaIdentifier(name) + "Value";
      code.addStatement("$T $N = $L", elementType(shape), variable, value);
      local = CodeBlock.of("$N", variable);
    }
    code.beginControlFlow("if ($L == null)", local);
    code.addStatement("out.nullValue()");
    code.nextControlFlow("else");
    code.addStatement("$L", json(shape, out, local));
    code.endControlFlow();
  }

  private static TypeName elementType(Shape shape) {
    return shape.type();
  }

  private static List<Member> members(Shape shape) {
    return shape instanceof Shape.RecordShape record
        ? record.members().list()
        : ((Shape.BeanShape) shape).members().list();
  }
}
