package io.typedprompt.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.typedprompt.processor.model.PromptInterface;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import io.typedprompt.processor.schema.TypeWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the record of what has come so far of a record that is still being written, with such
 * records of its parts inside. A string may be cut off and a list short; what makes no sense in
 * parts is there when it is whole.
 */
public final class PartialEmitter {
  private final PromptInterface declaration;
  private final ClassName root;
  private final Names names = new Names();
  private final NameAllocator types = new NameAllocator();
  private final ReaderEmitter readers = new ReaderEmitter(names);
  private final Map<String, ClassName> partials = new LinkedHashMap<>();
  private final Deque<Shape.RecordShape> pendingRecords = new ArrayDeque<>();
  private final Map<String, Shape.SequenceShape> lists = new LinkedHashMap<>();
  private final Deque<Shape.SequenceShape> pendingLists = new ArrayDeque<>();

  private PartialEmitter(PromptInterface declaration, Shape.RecordShape record) {
    this.declaration = declaration;
    this.root = name(declaration, record);
    types.newName(root.simpleName());
    types.newName("Format");
    partials.put(Signatures.of(record), root);
    record.members().inJson().forEach(member -> names.reserve(member.name()));
  }

  /**
   * The name of the record for another one: in the package of the interface, since that of the
   * other may belong to a library.
   */
  public static ClassName name(PromptInterface declaration, Shape.RecordShape record) {
    TypeName type = record.type();
    ClassName raw =
        type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
    return ClassName.get(
        declaration.implementation().packageName(),
        String.join("_", raw.simpleNames()) + "Partial");
  }

  /** The source file. */
  public static String emit(PromptInterface declaration, Shape.RecordShape record) {
    return SourceText.of(declaration, new PartialEmitter(declaration, record).type(record));
  }

  private TypeSpec type(Shape.RecordShape record) {
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(root)
            .addJavadoc(
                "What has come so far of a {@link $T} that is still being written.\n", raw(record))
            .recordConstructor(components(record))
            .addField(
                FieldSpec.builder(
                        ClassName.get("", "Format"),
                        constant(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("new Format()")
                    .build());
    ClassShell.mark(type, declaration);
    List<MethodSpec> methods = new ArrayList<>();
    List<TypeSpec> parts = new ArrayList<>();
    methods.add(reader(record));
    while (!pendingRecords.isEmpty() || !pendingLists.isEmpty()) {
      if (pendingLists.isEmpty()) {
        Shape.RecordShape part = pendingRecords.remove();
        parts.add(part(part));
        methods.add(reader(part));
      } else {
        methods.add(listReader(pendingLists.remove()));
      }
    }
    methods.addAll(readers.methods());
    readers.fields().forEach(type::addField);
    type.addMethod(streamMethod(record));
    methods.forEach(type::addMethod);
    parts.forEach(type::addType);
    type.addType(format(record));
    return type.build();
  }

  private String constant() {
    return names.of("the format", "FORMAT");
  }

  private static TypeName raw(Shape.RecordShape record) {
    return record.type() instanceof ParameterizedTypeName generic
        ? generic.rawType()
        : record.type();
  }

  private MethodSpec streamMethod(Shape.RecordShape record) {
    return MethodSpec.methodBuilder("stream")
        .addJavadoc(
            """
            What has come of an answer, each time that it has grown. Nothing that is there changes
            later, but that strings and lists become longer; the last one has all of it. That it is
            right is what {@link $1T#result()} says.

            @param answer read by the returned stream, and closed with it
            @return to be closed
            """,
            Api.STREAM)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), root))
        .addParameter(ParameterizedTypeName.get(Api.STREAM, record.type()), "answer")
        .addStatement("return $N.stream(answer)", constant())
        .build();
  }

  private TypeSpec format(Shape.RecordShape record) {
    List<CodeBlock> texts = new ArrayList<>();
    for (String text : PartialTexts.in(record)) {
      texts.add(CodeBlock.of("$S", text));
    }
    return TypeSpec.classBuilder("Format")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(Api.PARTIAL_FORMAT, root))
        .addMethod(
            MethodSpec.constructorBuilder()
                .addStatement("super($L)", CodeBlock.join(texts, ",$W"))
                .build())
        .addMethod(
            MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(root)
                .addParameter(Api.READER, "in")
                .addStatement("return $N(in)", readerName(record))
                .build())
        .build();
  }

  private TypeSpec part(Shape.RecordShape record) {
    return TypeSpec.recordBuilder(partial(record))
        .addJavadoc("What has come so far of a {@link $T}.\n", raw(record))
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components(record))
        .build();
  }

  private MethodSpec components(Shape.RecordShape record) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (Member member : record.members().inJson()) {
      components.addParameter(component(member.shape()), member.name());
    }
    return components.build();
  }

  /** The record for a part, which is written if it is new. */
  private ClassName partial(Shape.RecordShape record) {
    String key = Signatures.of(record);
    ClassName known = partials.get(key);
    if (known == null) {
      known = root.nestedClass(types.newName(TypeWords.of(record) + "Partial"));
      partials.put(key, known);
      pendingRecords.add(record);
    }
    return known;
  }

  /** The type of a component: a list, which may be empty yet, or something that may be absent. */
  private TypeName component(Shape ruled) {
    Shape shape = unruled(ruled);
    return shape instanceof Shape.SequenceShape ? value(shape) : optional(value(present(shape)));
  }

  private static TypeName optional(TypeName value) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), value);
  }

  /** Rules are for the whole. */
  private static Shape unruled(Shape shape) {
    return shape instanceof Shape.ConstrainedShape constrained
        ? unruled(constrained.value())
        : shape;
  }

  private static Shape present(Shape ruled) {
    Shape shape = unruled(ruled);
    if (shape instanceof Shape.NullableShape nullable) {
      return present(nullable.value());
    }
    return shape instanceof Shape.OptionalShape optional ? present(optional.value()) : shape;
  }

  private TypeName value(Shape ruled) {
    Shape shape = unruled(ruled);
    if (shape instanceof Shape.RecordShape record) {
      return partial(record);
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      Shape element = unruled(sequence.element());
      TypeName type = element.mayBeAbsent() ? optional(value(present(element))) : value(element);
      return ParameterizedTypeName.get(ClassName.get(List.class), type);
    }
    return shape.type().box();
  }

  private MethodSpec.Builder method(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type)
        .addParameter(Api.READER, "in");
  }

  private String readerName(Shape.RecordShape record) {
    String name = partial(record).simpleName();
    return names.of("read partial " + Signatures.of(record), "read" + name);
  }

  private MethodSpec reader(Shape.RecordShape record) {
    List<Member> members = record.members().inJson();
    NameAllocator locals = new NameAllocator();
    locals.newName("in");
    locals.newName("property");
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginObject($N))", properties(record));
    code.addStatement("return null");
    code.endControlFlow();
    List<String> variables = new ArrayList<>();
    CodeBlock.Builder cases = CodeBlock.builder();
    for (int i = 0; i < members.size(); i++) {
      Shape shape = unruled(members.get(i).shape());
      String variable = locals.newName(members.get(i).name());
      variables.add(variable);
      CodeBlock nothing =
          shape instanceof Shape.SequenceShape
              ? CodeBlock.of("$T.of()", List.class)
              : CodeBlock.of("$T.empty()", Optional.class);
      code.addStatement("$T $N = $L", component(shape), variable, nothing);
      cases.addStatement("case $L -> $N = $L", i, variable, readComponent(shape));
    }
    code.beginControlFlow(
        "for (int property = in.nextProperty(); property >= 0; property = in.nextProperty())");
    code.beginControlFlow("switch (property)").add(cases.build());
    code.addStatement("default -> throw new $T(property)", AssertionError.class);
    code.endControlFlow().endControlFlow();
    CodeBlock arguments =
        variables.stream().map(v -> CodeBlock.of("$N", v)).collect(CodeBlock.joining(",$W"));
    code.addStatement("return in.endObject() ? new $T($Z$L) : null", partial(record), arguments);
    return method(readerName(record), partial(record)).addCode(code.build()).build();
  }

  private CodeBlock readComponent(Shape shape) {
    return shape instanceof Shape.SequenceShape ? readValue(shape) : readOptional(shape);
  }

  private CodeBlock readOptional(Shape shape) {
    CodeBlock value = CodeBlock.of("$T.ofNullable($L)", Optional.class, readValue(present(shape)));
    return shape.mayBeAbsent()
        ? CodeBlock.of("in.readNull() ? $T.empty() : $L", Optional.class, value)
        : value;
  }

  private CodeBlock readValue(Shape ruled) {
    Shape shape = unruled(ruled);
    if (shape instanceof Shape.RecordShape record) {
      return CodeBlock.of("$N(in)", readerName(record));
    }
    if (shape instanceof Shape.SequenceShape sequence) {
      return CodeBlock.of("$N(in)", listReaderName(sequence));
    }
    return readers.read(shape);
  }

  private String listReaderName(Shape.SequenceShape sequence) {
    String key = Signatures.of(sequence);
    if (lists.putIfAbsent(key, sequence) == null) {
      pendingLists.add(sequence);
    }
    return names.of("read partials " + key, "readPartial" + TypeWords.of(sequence));
  }

  private MethodSpec listReader(Shape.SequenceShape sequence) {
    Shape element = unruled(sequence.element());
    TypeName type = value(sequence);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if (!in.beginArray())");
    code.addStatement("return null");
    code.endControlFlow();
    code.addStatement("$T list = new $T<>()", type, ArrayList.class);
    code.beginControlFlow("while (in.nextElement())");
    code.addStatement(
        "list.add($L)", element.mayBeAbsent() ? readOptional(element) : readValue(element));
    code.endControlFlow();
    code.addStatement("return $T.unmodifiableList(list)", Collections.class);
    return method(listReaderName(sequence), type).addCode(code.build()).build();
  }

  private String properties(Shape.RecordShape record) {
    return readers.partialProperties(record);
  }
}
