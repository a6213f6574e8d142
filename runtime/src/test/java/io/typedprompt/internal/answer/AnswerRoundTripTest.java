package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.JsonOut;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.Text;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random types and values: what is written as JSON is read back, strictly, without repairs. */
class AnswerRoundTripTest {
  private enum Level {
    LOW,
    MIDDLE,
    HIGH
  }

  /** A type: its values, how they are written, and how generated code reads them. */
  private interface Type {
    @Nullable Object value(Random random);

    void write(JsonOut out, @Nullable Object value);

    @Nullable Object read(AnswerReader in);
  }

  /** A type of a single JSON value. */
  private record Scalar(
      java.util.function.Function<Random, Object> values,
      java.util.function.BiConsumer<JsonOut, Object> writer,
      java.util.function.Function<AnswerReader, Object> reader)
      implements Type {
    @Override
    public Object value(Random random) {
      return values.apply(random);
    }

    @Override
    public void write(JsonOut out, Object value) {
      writer.accept(out, value);
    }

    @Override
    public Object read(AnswerReader in) {
      return reader.apply(in);
    }
  }

  private record ListOf(Type element) implements Type {
    @Override
    public Object value(Random random) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(element.value(random));
      }
      return list;
    }

    @Override
    public void write(JsonOut out, Object value) {
      out.beginArray();
      for (Object each : (List<?>) value) {
        element.write(out, each);
      }
      out.endArray();
    }

    @Override
    public Object read(AnswerReader in) {
      List<Object> list = new ArrayList<>();
      if (in.beginArray()) {
        while (in.nextElement()) {
          list.add(element.read(in));
        }
      }
      return list;
    }
  }

  private record NullOr(Type type) implements Type {
    @Override
    public @Nullable Object value(Random random) {
      return random.nextBoolean() ? null : type.value(random);
    }

    @Override
    public void write(JsonOut out, @Nullable Object value) {
      if (value == null) {
        out.nullValue();
      } else {
        type.write(out, value);
      }
    }

    @Override
    public @Nullable Object read(AnswerReader in) {
      return in.readNull() ? null : type.read(in);
    }
  }

  private record ObjectOf(ObjectNames names, List<Type> types) implements Type {
    @Override
    public Object value(Random random) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < types.size(); i++) {
        object.put(names.properties().get(i).name(), types.get(i).value(random));
      }
      return object;
    }

    @Override
    public void write(JsonOut out, Object value) {
      out.beginObject();
      int i = 0;
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.name((String) entry.getKey());
        types.get(i++).write(out, entry.getValue());
      }
      out.endObject();
    }

    @Override
    public @Nullable Object read(AnswerReader in) {
      if (!in.beginObject(names)) {
        return null;
      }
      Map<String, Object> object = new LinkedHashMap<>();
      int property;
      while ((property = in.nextProperty()) >= 0) {
        object.put(names.properties().get(property).name(), types.get(property).read(in));
      }
      return in.endObject() ? object : null;
    }
  }

  private static final EnumNames<Level> LEVELS =
      EnumNames.<Level>of("Level")
          .constant(Level.LOW, "low")
          .constant(Level.MIDDLE, "in the \"middle\"")
          .constant(Level.HIGH, "hoch ↑");

  private static String string(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.appendCodePoint(0x1F600 + random.nextInt(50));
        case 2 -> text.append("\"\\{}[],:`".charAt(random.nextInt(9)));
        default -> text.append((char) (' ' + random.nextInt(0xD000)));
      }
    }
    return text.toString();
  }

  private static Type type(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 9 : 14)) {
      case 0 -> new Scalar(r -> string(r), (o, v) -> o.value((String) v), AnswerReader::readString);
      case 1 -> new Scalar(r -> r.nextInt(), (o, v) -> o.value((int) v), AnswerReader::readInt);
      case 2 -> new Scalar(r -> r.nextLong(), (o, v) -> o.value((long) v), AnswerReader::readLong);
      case 3 ->
          new Scalar(
              r -> r.nextBoolean(), (o, v) -> o.value((boolean) v), AnswerReader::readBoolean);
      case 4 -> new Scalar(r -> finite(r), (o, v) -> o.value((double) v), AnswerReader::readDouble);
      case 5 ->
          new Scalar(
              r -> r.nextFloat() * r.nextInt(1000) + 0.0f,
              (o, v) -> o.value((float) v),
              AnswerReader::readFloat);
      case 6 ->
          new Scalar(
              r -> new BigDecimal(new BigInteger(100, r), r.nextInt(40)),
              (o, v) -> o.value((BigDecimal) v),
              AnswerReader::readBigDecimal);
      case 7 ->
          new Scalar(
              r -> new BigInteger(200, r).negate(),
              (o, v) -> o.value((BigInteger) v),
              AnswerReader::readBigInteger);
      case 8 ->
          new Scalar(
              r -> Level.values()[r.nextInt(3)],
              (o, v) -> o.value(LEVELS.constants().get(((Level) v).ordinal()).name()),
              in -> in.readEnum(LEVELS));
      case 9, 10 -> new ListOf(type(random, depth + 1));
      case 11 -> new NullOr(type(random, depth + 1));
      default -> object(random, depth + 1);
    };
  }

  /** Any double but minus zero, which JSON numbers for people do not keep. */
  private static double finite(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) && value != 0 ? value : 0.0;
  }

  private static ObjectOf object(Random random, int depth) {
    ObjectNames names = ObjectNames.of("Type" + depth);
    List<Type> types = new ArrayList<>();
    int size = random.nextInt(4) + 1;
    for (int i = 0; i < size; i++) {
      names.required("p" + i + string(random));
      types.add(type(random, depth));
    }
    return new ObjectOf(names, types);
  }

  /** The JSON with white space wherever it may be. */
  private static String spaced(String json, Random random) {
    StringBuilder spaced = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (!inString && "{}[],:".indexOf(c) >= 0) {
        spaced.append(" \n\r\t".charAt(random.nextInt(4))).append(c).append(' ');
      } else {
        spaced.append(c);
      }
      if (inString && c == '\\') {
        spaced.append(json.charAt(++i));
      } else if (c == '"') {
        inString = !inString;
      }
    }
    return spaced.toString();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Random random = new Random(20261125);
    for (int round = 0; round < 5_000; round++) {
      ObjectOf type = object(random, 0);
      AnswerFormat<Object> format =
          new AnswerFormat<>("T", "{}") {
            @Override
            public @Nullable Object read(AnswerReader in) {
              return type.read(in);
            }
          };
      Object value = type.value(random);
      Text text = new Text();
      type.write(text.json(), value);
      String json = text.toString();
      Fits<Object> expected = new Fits<>(value, List.of());
      assertThat(AnswerParser.parse(format, json, true, false)).as(json).isEqualTo(expected);
      assertThat(AnswerParser.parse(format, spaced(json, random), true, false))
          .as(json)
          .isEqualTo(expected);
      Repair around = Repair.of("", RepairKind.SURROUNDING_TEXT, "So: … Right?");
      assertThat(AnswerParser.parse(format, "So: " + json + " Right?", false, false))
          .as(json)
          .isEqualTo(new Fits<>(value, List.of(around)));
    }
  }
}
