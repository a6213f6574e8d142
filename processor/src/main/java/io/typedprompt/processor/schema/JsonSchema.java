package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Constant;
import io.typedprompt.processor.model.Shape.Member;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON Schema of an answer, in the subset that all providers' strict modes take: every object
 * is closed, every property required and in the order of declaration, what may be absent is a union
 * with null, nothing is referred to, and nothing constrains values beyond their types.
 */
public final class JsonSchema {
  private static final int LONGEST_NAME = 64;

  private final JsonGenerator out;

  private JsonSchema(JsonGenerator out) {
    this.out = out;
  }

  /** The schema as compact text. */
  public static String text(Shape answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      JsonSchema schema = new JsonSchema(out);
      if (Envelope.isNeeded(answer)) {
        schema.envelope(answer);
      } else {
        schema.write(answer, "", false);
      }
    }
    return text.toString();
  }

  /** The name that the API wants for a schema: at most 64 letters, digits and underscores. */
  public static String name(Shape answer) {
    String name = TypeWords.of(answer).replaceAll("[^A-Za-z0-9_]", "_");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private void envelope(Shape answer) {
    out.writeStartObject();
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    out.writeName(Envelope.PROPERTY);
    write(answer, "", false);
    out.writeEndObject();
    close(List.of(Envelope.PROPERTY));
    out.writeEndObject();
  }

  private void write(Shape shape, String description, boolean nullable) {
    if (shape instanceof Shape.NullableShape inner) {
      write(inner.value(), description, true);
    } else if (shape instanceof Shape.OptionalShape inner) {
      write(inner.value(), description, true);
    } else {
      out.writeStartObject();
      type(typeName(shape), nullable);
      describe(shape, description);
      body(shape, nullable);
      out.writeEndObject();
    }
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

  private void describe(Shape shape, String description) {
    List<String> lines = new ArrayList<>();
    if (!description.isEmpty()) {
      lines.add(description);
    } else if (shape instanceof Shape.RecordShape record && !record.description().isEmpty()) {
      lines.add(record.description());
    } else if (shape instanceof Shape.EnumShape e && !e.description().isEmpty()) {
      lines.add(e.description());
    }
    if (shape instanceof Shape.EnumShape e) {
      for (Constant constant : e.constants()) {
        if (!constant.description().isEmpty()) {
          lines.add(constant.name() + ": " + constant.description());
        }
      }
    }
    if (shape instanceof Shape.TextualShape textual) {
      lines.add(textual.form().orElseThrow().words());
    }
    if (shape instanceof Shape.JsonShape) {
      lines.add("any JSON value, as a string of JSON text");
    }
    if (shape instanceof Shape.MapShape) {
      lines.add("entries of a map, each key at most once");
    }
    if (!lines.isEmpty()) {
      out.writeStringProperty("description", String.join("\n", lines));
    }
  }

  private void body(Shape shape, boolean nullable) {
    if (shape instanceof Shape.EnumShape e) {
      out.writeName("enum");
      out.writeStartArray();
      e.constants().forEach(constant -> out.writeString(constant.name()));
      if (nullable) {
        out.writeNull();
      }
      out.writeEndArray();
    } else if (shape instanceof Shape.TextualShape textual) {
      String format = textual.form().orElseThrow().format();
      if (!format.isEmpty()) {
        out.writeStringProperty("format", format);
      }
    } else if (shape instanceof Shape.SequenceShape sequence) {
      out.writeName("items");
      write(sequence.element(), "", false);
    } else if (shape instanceof Shape.MapShape map) {
      out.writeName("items");
      entry(map);
    } else if (shape instanceof Shape.RecordShape record) {
      out.writeName("properties");
      out.writeStartObject();
      for (Member member : record.members().list()) {
        out.writeName(member.jsonName());
        write(member.shape(), member.description(), false);
      }
      out.writeEndObject();
      close(record.members().list().stream().map(Member::jsonName).toList());
    }
  }

  private void entry(Shape.MapShape map) {
    out.writeStartObject();
    out.writeStringProperty("type", "object");
    out.writeName("properties");
    out.writeStartObject();
    out.writeName(Envelope.KEY);
    write(map.key(), "", false);
    out.writeName(Envelope.PROPERTY);
    write(map.value(), "", false);
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
