package io.typedprompt.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Constant;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import io.typedprompt.processor.model.TextForm;
import io.typedprompt.processor.schema.Envelope;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the constants that reading looks names up in, each once. */
final class ReaderTables {
  private static final int LONGEST_CHAIN = 100;

  private final Names names;
  private final Set<String> requested = new HashSet<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  ReaderTables(Names names) {
    this.names = names;
  }

  /** The constants. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** The methods that make constants. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The names in the object around an answer. */
  String envelope(boolean optional) {
    String key = "envelope " + optional;
    String name = names.of(key, optional ? "OPTIONAL_ANSWER_PROPERTIES" : "ANSWER_PROPERTIES");
    if (requested.add(key)) {
      String kind = optional ? "optional" : "required";
      objectNames(
          name,
          CodeBlock.of("$T.of($S).$L($S)", Api.OBJECT_NAMES, "answer", kind, Envelope.PROPERTY));
    }
    return name;
  }

  /** The names in the entries of a map. */
  String entry(boolean optionalValue) {
    String key = "entry " + optionalValue;
    String name = names.of(key, optionalValue ? "OPTIONAL_ENTRY_PROPERTIES" : "ENTRY_PROPERTIES");
    if (requested.add(key)) {
      objectNames(
          name,
          CodeBlock.of(
              "$T.of($S).required($S).$L($S)",
              Api.OBJECT_NAMES,
              "entry",
              Envelope.KEY,
              optionalValue ? "optional" : "required",
              Envelope.PROPERTY));
    }
    return name;
  }

  /** What parses a text. */
  String textType(Shape.TextualShape shape, TextForm form) {
    String name = names.of("text " + form, form.name());
    if (requested.add("text " + form)) {
      TypeName type = ParameterizedTypeName.get(Api.TEXT_TYPE, shape.type());
      fields.add(
          FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(
                  "$T.$L()", form.isTime() ? Api.TIME_TYPES : Api.TEXT_TYPES, form.factory())
              .build());
    }
    return name;
  }

  /** The names of the records that a sealed interface permits. */
  String variants(Shape.UnionShape shape) {
    String key = "variants " + Signatures.of(shape);
    String name = names.of(key, Names.constant(TypeWords.of(shape)) + "_VARIANTS");
    if (requested.add(key)) {
      CodeBlock.Builder code =
          CodeBlock.builder()
              .add(
                  "$T.of($S, $S)",
                  Api.VARIANT_NAMES,
                  TypeWords.of(shape),
                  shape.arms().discriminator())
              .indent()
              .indent();
      for (Arm arm : shape.arms().list()) {
        // Asked for here, so that the constant stands in front of this one.
        String properties = properties(arm.record());
        code.add("\n.variant($S, $N$L)", arm.name(), properties, aliases(arm.aliases()));
      }
      fields.add(
          FieldSpec.builder(
                  Api.VARIANT_NAMES, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(code.unindent().unindent().build())
              .build());
    }
    return name;
  }

  /** The names of an enum's constants. */
  String constants(Shape.EnumShape shape) {
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
    Set<String> taken = taken(shape);
    for (Constant constant : shape.constants()) {
      code.add("\n$L", enumConstant(shape, constant, taken));
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
    Set<String> taken = taken(shape);
    for (Constant constant : shape.constants()) {
      method.addStatement("names$L", enumConstant(shape, constant, taken));
    }
    methods.add(method.addStatement("return names").build());
    return name;
  }

  private static CodeBlock enumConstant(
      Shape.EnumShape shape, Constant constant, Set<String> taken) {
    return CodeBlock.of(
        ".constant($T.$N, $S$L)",
        shape.type(),
        constant.javaName(),
        constant.name(),
        aliases(spellings(constant.aliases(), constant.javaName(), taken)));
  }

  private static Set<String> taken(Shape.EnumShape shape) {
    Set<String> taken = new HashSet<>();
    for (Constant constant : shape.constants()) {
      taken.add(constant.name());
      taken.addAll(constant.aliases());
    }
    return taken;
  }

  /** The name in Java is understood, too, where it is not somebody else's. */
  private static List<String> spellings(List<String> aliases, String javaName, Set<String> taken) {
    if (taken.contains(javaName)) {
      return aliases;
    }
    List<String> all = new ArrayList<>(aliases);
    all.add(javaName);
    return all;
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

  /** The names of a record's components. */
  String properties(Shape.RecordShape shape) {
    return properties(shape, "", false);
  }

  /** The names of a record's components for an answer in which any of them may be missing. */
  String partialProperties(Shape.RecordShape shape) {
    return properties(shape, "PARTIAL_", true);
  }

  private String properties(Shape.RecordShape shape, String prefix, boolean partial) {
    String key = prefix + "properties " + Signatures.of(shape);
    String name = names.of(key, prefix + Names.constant(TypeWords.of(shape)) + "_PROPERTIES");
    if (requested.add(key)) {
      CodeBlock.Builder code =
          CodeBlock.builder()
              .add("$T.of($S)", Api.OBJECT_NAMES, TypeWords.of(shape))
              .indent()
              .indent();
      Set<String> taken = new HashSet<>();
      for (Member member : shape.members().inJson()) {
        taken.add(member.jsonName());
        taken.addAll(member.aliases());
      }
      for (Member member : shape.members().inJson()) {
        code.add(
            "\n.$L($S$L)",
            partial || member.shape().mayBeAbsent() ? "optional" : "required",
            member.jsonName(),
            aliases(spellings(member.aliases(), member.name(), taken)));
      }
      objectNames(name, code.unindent().unindent().build());
    }
    return name;
  }
}
