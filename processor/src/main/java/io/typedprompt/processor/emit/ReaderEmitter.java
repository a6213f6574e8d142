package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Signatures;
import io.typedprompt.processor.model.TextForm;
import io.typedprompt.processor.schema.Envelope;
import io.typedprompt.processor.schema.JsonSchema;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes how answers are read: one method for each record and collection, tables of names. */
final class ReaderEmitter {
  private final Names names;
  private final Deque<Shape> pending = new ArrayDeque<>();
  private final Set<String> requested = new HashSet<>();
  private final ReaderTables tables;
  private final ConstraintEmitter constraints;
  private final ReaderBodies bodies;
  private final List<TypeSpec> types = new ArrayList<>();

  ReaderEmitter(Names names) {
    this.names = names;
    this.tables = new ReaderTables(names);
    this.constraints = new ConstraintEmitter(names);
    this.bodies = new ReaderBodies(tables, constraints, this::read);
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
        answer instanceof Shape.OptionalShape ? ReaderBodies.initial(answer) : CodeBlock.of("null");
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
          ReaderBodies.raw(optional.type()),
          ReaderBodies.isGeneric(optional) ? "ofNullable" : "of",
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
    String verb = shape instanceof Shape.ConstrainedShape ? "readChecked" : "read";
    return CodeBlock.of("$N(in)", names.of(key, verb + TypeWords.of(shape)));
  }

  /** The formats. */
  List<TypeSpec> types() {
    List<TypeSpec> all = new ArrayList<>(types);
    constraints.patterns().ifPresent(all::add);
    return all;
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
              .addAnnotations(ReaderBodies.suppressions(shape))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(shape.type())
              .addParameter(Api.READER, "in")
              .addCode(bodies.of(shape))
              .build());
    }
    methods.addAll(tables.methods());
    return methods;
  }
}
