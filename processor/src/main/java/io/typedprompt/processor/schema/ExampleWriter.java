package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.Constraint;
import io.typedprompt.processor.model.Shape;
import io.typedprompt.processor.model.Shape.Arm;
import io.typedprompt.processor.model.Shape.Constant;
import io.typedprompt.processor.model.Shape.Member;
import io.typedprompt.processor.model.Shape.NumberKind;
import io.typedprompt.processor.model.TextForm;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a value that a developer wrote as the JSON that the schema of its type asks for. */
public final class ExampleWriter {
  private static final Map<NumberKind, Integer> BITS =
      Map.of(NumberKind.BYTE, 7, NumberKind.SHORT, 15, NumberKind.INT, 31, NumberKind.LONG, 63);

  private final JsonGenerator out;

  private ExampleWriter(JsonGenerator out) {
    this.out = out;
  }

  /** A value that is not of the type; the message says what and where. */
  public static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    private Misfit(String path, String expected, Object found) {
      this((path.isEmpty() ? "it" : path) + " must be " + expected + ", but is " + show(found));
    }

    private Misfit(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** What is wrong, as a part of a sentence. */
    public String reason() {
      return reason;
    }
  }

  /**
   * The JSON of a value.
   *
   * @param answer the type
   * @param value maps, lists, Strings, BigDecimals, Booleans and {@link JsonNull}
   * @throws Misfit if the value is not of the type
   */
  public static String write(Shape answer, Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      ExampleWriter writer = new ExampleWriter(out);
      if (Envelope.isNeeded(answer)) {
        out.writeStartObject();
        out.writeName(Envelope.PROPERTY);
        writer.value(answer, value, "");
        out.writeEndObject();
      } else {
        writer.value(answer, value, "");
      }
    }
    return text.toString();
  }

  private void value(Shape shape, Object value, String path) {
    if (shape instanceof Shape.NullableShape nullable) {
      nullOr(nullable.value(), value, path);
    } else if (shape instanceof Shape.OptionalShape optional) {
      nullOr(optional.value(), value, path);
    } else if (shape instanceof Shape.ConstrainedShape constrained) {
      value(constrained.value(), value, path);
      rules(constrained, value, path);
    } else if (shape instanceof Shape.StringShape) {
      out.writeString(require(String.class, value, "a string", path));
    } else if (shape instanceof Shape.BooleanShape) {
      out.writeBoolean(require(Boolean.class, value, "true or false", path));
    } else if (shape instanceof Shape.NumberShape number) {
      number(number, value, path);
    } else if (shape instanceof Shape.EnumShape e) {
      constant(e, value, path);
    } else if (shape instanceof Shape.TextualShape textual) {
      text(textual, value, path);
    } else if (shape instanceof Shape.SequenceShape sequence) {
      List<?> list = require(List.class, value, "a list", path);
      out.writeStartArray();
      for (int i = 0; i < list.size(); i++) {
        value(sequence.element(), list.get(i), path + "/" + i);
      }
      out.writeEndArray();
    } else if (shape instanceof Shape.MapShape map) {
      entries(map, require(Map.class, value, "an object", path), path);
    } else if (shape instanceof Shape.JsonShape) {
      out.writeString(JsonTexts.of(value));
    } else if (shape instanceof Shape.RecordShape record) {
      object(record, require(Map.class, value, "an object", path), path, Optional.empty());
    } else if (shape instanceof Shape.UnionShape union) {
      variant(union, require(Map.class, value, "an object", path), path);
    }
    // Other shapes are refused as answers, with a message of their own.
  }

  private static void rules(Shape.ConstrainedShape shape, Object value, String path) {
    for (Constraint constraint : shape.constraints()) {
      if (!ConstraintValues.keep(constraint.check(), value)) {
        throw new Misfit(path, constraint.words(), value);
      }
    }
  }

  private void nullOr(Shape shape, Object value, String path) {
    if (value == JsonNull.NULL) {
      out.writeNull();
    } else {
      value(shape, value, path);
    }
  }

  private void number(Shape.NumberShape shape, Object value, String path) {
    String expected = shape.kind().isInteger() ? "an integer" : "a number";
    BigDecimal number = require(BigDecimal.class, value, expected, path);
    if (!shape.kind().isInteger()) {
      out.writeNumber(number);
      return;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw new Misfit(path, expected, value);
    }
    BigInteger integer = number.toBigIntegerExact();
    Integer bits = BITS.get(shape.kind());
    if (bits != null && integer.bitLength() > bits) {
      throw new Misfit(path, "an integer that fits " + shape.type().unbox(), value);
    }
    out.writeNumber(integer);
  }

  private void text(Shape.TextualShape shape, Object value, String path) {
    TextForm form = shape.form().orElseThrow();
    String text = require(String.class, value, form.words(), path);
    if (!TextForms.fits(form, text)) {
      throw new Misfit(path, form.words(), value);
    }
    out.writeString(text);
  }

  private void constant(Shape.EnumShape shape, Object value, String path) {
    for (Constant constant : shape.constants()) {
      if (constant.name().equals(value) || constant.javaName().equals(value)) {
        out.writeString(constant.name());
        return;
      }
    }
    String names = String.join(", ", shape.constants().stream().map(Constant::name).toList());
    throw new Misfit(path, "one of " + names, value);
  }

  /** Developers write maps as objects; the schema asks for entries. */
  private void entries(Shape.MapShape map, Map<?, ?> values, String path) {
    out.writeStartArray();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      String inner = path + "/" + entry.getKey();
      out.writeStartObject();
      out.writeName(Envelope.KEY);
      key(map.key(), (String) entry.getKey(), inner);
      out.writeName(Envelope.PROPERTY);
      value(map.value(), entry.getValue(), inner);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void key(Shape key, String text, String path) {
    Object value = text;
    if (key.present() instanceof Shape.NumberShape) {
      try {
        value = new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new Misfit("the key of " + path, "an integer", text);
      }
    }
    value(key, value, "the key of " + path);
  }

  private void variant(Shape.UnionShape union, Map<?, ?> values, String path) {
    String discriminator = union.arms().discriminator();
    Object name = values.get(discriminator);
    for (Arm arm : union.arms().list()) {
      if (arm.name().equals(name) || arm.aliases().contains(name)) {
        object(arm.record(), values, path, Optional.of(Map.entry(discriminator, arm.name())));
        return;
      }
    }
    String names = String.join(", ", union.arms().list().stream().map(Arm::name).toList());
    throw name == null
        ? new Misfit(path + "/" + discriminator + " is missing, which is one of " + names)
        : new Misfit(path + "/" + discriminator, "one of " + names, name);
  }

  /**
   * @param discriminator the property that told the type, and its value
   */
  private void object(
      Shape.RecordShape shape,
      Map<?, ?> values,
      String path,
      Optional<Map.Entry<String, String>> discriminator) {
    String told = discriminator.map(Map.Entry::getKey).orElse("");
    List<Member> members = shape.members().inJson();
    List<String> names = members.stream().map(Member::jsonName).toList();
    for (Object key : values.keySet()) {
      if (!names.contains(key) && !(discriminator.isPresent() && key.equals(told))) {
        throw new Misfit(
            "there is no property '"
                + key
                + "' at "
                + (path.isEmpty() ? "the top" : path)
                + "; properties are "
                + String.join(", ", names));
      }
    }
    out.writeStartObject();
    discriminator.ifPresent(d -> out.writeStringProperty(d.getKey(), d.getValue()));
    for (Member member : members) {
      if (discriminator.isPresent() && member.jsonName().equals(told)) {
        continue;
      }
      String inner = path + "/" + member.jsonName();
      Object value = values.get(member.jsonName());
      if (value == null && !member.shape().mayBeAbsent()) {
        throw new Misfit(inner + " is missing");
      }
      out.writeName(member.jsonName());
      value(member.shape(), value == null ? JsonNull.NULL : value, inner);
    }
    out.writeEndObject();
  }

  private static <T> T require(Class<T> type, Object value, String expected, String path) {
    if (!type.isInstance(value)) {
      throw new Misfit(path, expected, value);
    }
    return type.cast(value);
  }

  private static String show(Object value) {
    if (value instanceof String) {
      return "'" + value + "'";
    }
    if (value instanceof Map) {
      return "an object";
    }
    return value instanceof List ? "a list" : value.toString();
  }
}
