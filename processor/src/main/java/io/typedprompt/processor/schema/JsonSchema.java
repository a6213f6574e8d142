package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Dialect;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Signatures;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON Schema of an answer, in the subset that all providers' strict modes take: every object
 * is closed, every property required and in the order of declaration, what may be absent is a union
 * with null, only types that contain themselves are referred to, and nothing constrains values
 * beyond their types.
 */
public final class JsonSchema {
  private static final int LONGEST_NAME = 64;

  private final JsonGenerator out;
  private final Dialect dialect;
  private final Recursion recursion;

  /** Types that are referred to, by their names; by their signatures it is known which. */
  private final Map<String, Shape> definitions = new LinkedHashMap<>();

  private final Map<String, String> definitionNames = new LinkedHashMap<>();

  private JsonSchema(JsonGenerator out, Dialect dialect, Recursion recursion) {
    this.out = out;
    this.dialect = dialect;
    this.recursion = recursion;
  }

  /** The schema as compact text. */
  public static String text(Shape answer, Dialect dialect) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonSchema(out, dialect, Recursion.in(answer)).root(answer);
    }
    return text.toString();
  }

  /** The name that the API wants for a schema: at most 64 letters, digits and underscores. */
  public static String name(Shape answer) {
    String name = TypeWords.of(answer).replaceAll("[^A-Za-z0-9_]", "_");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private void root(Shape answer) {
    out.writeStartObject();
    if (Envelope.isNeeded(answer)) {
      out.writeStringProperty("type", "object");
      out.writeName("properties");
      out.writeStartObject();
      out.writeName(Envelope.PROPERTY);
      write(answer, Notes.NONE, false);
      out.writeEndObject();
      close(List.of(Envelope.PROPERTY));
    } else {
      // The root is written out even if it is referred to: not everybody takes a reference there.
      content(answer, Notes.NONE, false);
    }
    writeDefinitions();
    out.writeEndObject();
  }

  /** Definitions can refer to more of them. */
  private void writeDefinitions() {
    if (definitions.isEmpty()) {
      return;
    }
    out.writeName("$defs");
    out.writeStartObject();
    int written = 0;
    while (written < definitions.size()) {
      Map.Entry<String, Shape> next = List.copyOf(definitions.entrySet()).get(written++);
      out.writeName(next.getKey());
      out.writeStartObject();
      content(next.getValue(), Notes.NONE, false);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void write(Shape shape, Notes notes, boolean nullable) {
    if (shape instanceof Shape.NullableShape inner) {
      absent(inner.value(), notes);
    } else if (shape instanceof Shape.OptionalShape inner) {
      absent(inner.value(), notes);
    } else if (shape instanceof Shape.ConstrainedShape inner) {
      write(inner.value(), notes.with(inner.constraints()), nullable);
    } else {
      out.writeStartObject();
      if (dialect.references() && recursion.isRecursive(shape)) {
        reference(shape, notes, nullable);
      } else {
        content(shape, notes, nullable);
      }
      out.writeEndObject();
    }
  }

  private void absent(Shape value, Notes notes) {
    if (isTooDeep(value)) {
      out.writeStartObject();
      type("string", true);
      out.writeStringProperty("description", "always null: nothing is nested deeper");
      out.writeEndObject();
    } else {
      write(value, notes, true);
    }
  }

  private boolean isTooDeep(Shape shape) {
    return !dialect.references() && !recursion.isEmpty() && recursion.isTooDeep(shape);
  }

  /** Nothing may stand beside a reference. */
  private void reference(Shape shape, Notes notes, boolean nullable) {
    String description = notes.text();
    if (description.isEmpty() && !nullable) {
      out.writeStringProperty("$ref", pointer(shape));
      return;
    }
    if (!description.isEmpty()) {
      out.writeStringProperty("description", description);
    }
    out.writeName("anyOf");
    out.writeStartArray();
    out.writeStartObject();
    out.writeStringProperty("$ref", pointer(shape));
    out.writeEndObject();
    orNull(nullable);
    out.writeEndArray();
  }

  private String pointer(Shape shape) {
    String name = definitionNames.get(Signatures.of(shape));
    if (name == null) {
      name = name(shape);
      for (int i = 2; definitions.containsKey(name); i++) {
        name = name(shape) + i;
      }
      definitionNames.put(Signatures.of(shape), name);
      definitions.put(name, shape);
    }
    return "#/$defs/" + name;
  }

  private void orNull(boolean nullable) {
    if (nullable) {
      out.writeStartObject();
      out.writeStringProperty("type", "null");
      out.writeEndObject();
    }
  }

  /** What is in the braces of a type's schema. */
  private void content(Shape shape, Notes notes, boolean nullable) {
    recursion.enter(shape);
    if (shape instanceof Shape.UnionShape union) {
      describe(shape, notes);
      out.writeName("anyOf");
      out.writeStartArray();
      union.arms().list().forEach(arm -> arm(arm, union.arms().discriminator()));
      orNull(nullable);
      out.writeEndArray();
    } else {
      type(typeName(shape), nullable);
      describe(shape, notes);
      body(shape, nullable);
    }
    recursion.leave(shape);
  }

  private void arm(Arm arm, String discriminator) {
    if (!dialect.references() && recursion.isTooDeep(arm)) {
      return;
    }
    out.writeStartObject();
    out.writeStringProperty("type", "object");
    describe(arm.record(), Notes.NONE);
    object(arm.record().members().inJson(), Optional.of(Map.entry(discriminator, arm.name())));
    out.writeEndObject();
  }

  private static String typeName(Shape shape) {
    if (shape instanceof Shape.BooleanShape) {
      return "boolean";
    }
    if (shape instanceof Shape.NumberShape number) {
      return number.kind().isInteger() ? "integer" : "number";
    }
    if (shape instanceof Shape.SequenceShape || shape instanceof Shape.MapShape) {
      return "array";
    }
    if (shape instanceof Shape.RecordShape) {
      return "object";
    }
    if (shape instanceof Shape.StringShape
        || shape instanceof Shape.EnumShape
        || shape instanceof Shape.TextualShape
        || shape instanceof Shape.JsonShape) {
      return "string";
    }
    throw new IllegalArgumentException("no schema for " + shape.type());
  }

  private void type(String name, boolean nullable) {
    if (!nullable) {
      out.writeStringProperty("type", name);
      return;
    }
    out.writeName("type");
    out.writeStartArray();
    out.writeString(name);
    out.writeString("null");
    out.writeEndArray();
  }

  private void describe(Shape shape, Notes notes) {
    String words = SchemaWords.of(shape, notes);
    if (!words.isEmpty()) {
      out.writeStringProperty("description", words);
    }
  }

  private void body(Shape shape, boolean nullable) {
    if (shape instanceof Shape.EnumShape e) {
      constants(e, nullable);
    } else if (shape instanceof Shape.TextualShape textual) {
      String format = textual.form().orElseThrow().format();
      if (dialect.formats() && !format.isEmpty()) {
        out.writeStringProperty("format", format);
      }
    } else if (shape instanceof Shape.SequenceShape sequence) {
      out.writeName("items");
      items(sequence.element(), () -> write(sequence.element(), Notes.NONE, false));
    } else if (shape instanceof Shape.MapShape map) {
      out.writeName("items");
      items(map.value(), () -> entry(map));
    } else if (shape instanceof Shape.RecordShape record) {
      object(record.members().inJson(), Optional.empty());
    }
  }

  private void items(Shape element, Runnable items) {
    if (isTooDeep(element)) {
      out.writeStartObject();
      out.writeStringProperty("type", "string");
      out.writeStringProperty("description", "there are none: nothing is nested deeper");
      out.writeEndObject();
    } else {
      items.run();
    }
  }

  private void constants(Shape.EnumShape shape, boolean nullable) {
    out.writeName("enum");
    out.writeStartArray();
    shape.constants().forEach(constant -> out.writeString(constant.name()));
    if (nullable) {
      out.writeNull();
    }
    out.writeEndArray();
  }

  /** The properties of an object, and before them the one that tells its type, if there is one. */
  private void object(List<Member> members, Optional<Map.Entry<String, String>> discriminator) {
    Map<String, Runnable> properties = new LinkedHashMap<>();
    discriminator.ifPresent(d -> properties.put(d.getKey(), () -> only(d.getValue())));
    for (Member member : members) {
      // A component that is the discriminator itself has that one value.
      properties.putIfAbsent(
          member.jsonName(), () -> write(member.shape(), Notes.of(member.description()), false));
    }
    out.writeName("properties");
    out.writeStartObject();
    properties.forEach(
        (name, schema) -> {
          out.writeName(name);
          schema.run();
        });
    out.writeEndObject();
    close(List.copyOf(properties.keySet()));
  }

  private void only(String value) {
    out.writeStartObject();
    out.writeStringProperty("type", "string");
    out.writeName("enum");
    out.writeStartArray();
    out.writeString(value);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void entry(Shape.MapShape map) {
    out.writeStartObject();
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    out.writeName(Envelope.KEY);
    write(map.key(), Notes.NONE, false);
    out.writeName(Envelope.PROPERTY);
    write(map.value(), Notes.NONE, false);
    out.writeEndObject();
    close(List.of(Envelope.KEY, Envelope.PROPERTY));
    out.writeEndObject();
  }

  private void close(List<String> required) {
    out.writeName("required");
    out.writeStartArray();
    required.forEach(out::writeString);
    out.writeEndArray();
    out.writeBooleanProperty("additionalProperties", false);
  }
}
