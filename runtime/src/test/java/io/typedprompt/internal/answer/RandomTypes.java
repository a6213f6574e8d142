package io.typedprompt.internal.answer;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.EnumNames;
import io.typedprompt.codegen.JsonOut;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Types of answers by chance, with values, how they are written, and how they are read. */
final class RandomTypes {
  private RandomTypes() {}

  /** The format of a type. */
  static AnswerFormat<Object> format(Type type) {
    return new AnswerFormat<>("T", "{}") {
      @Override
      public @Nullable Object read(AnswerReader in) {
        return type.read(in);
      }
    };
  }

  /** A value as JSON. */
  static String json(Type type, Object value) {
    Text text = new Text();
    type.write(text.json(), value);
    return text.toString();
  }

  private enum Level {
    LOW,
    MIDDLE,
    HIGH
  }

  /** A type: its values, how they are written, and how generated code reads them. */
  interface Type {
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

  record ObjectOf(ObjectNames names, List<Type> types) implements Type {
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

  private static final String[] WORDS = {
    "",
    "x",
    "light blue",
    "two\nlines",
    "a, b",
    "c: d",
    "one\n\"two\": 2",
    "don't",
    "// no",
    "{}",
    "```",
    "null",
    "42",
    "true"
  };

  private static String string(Random random) {
    if (random.nextInt(3) == 0) {
      return WORDS[random.nextInt(WORDS.length)];
    }
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

  static ObjectOf object(Random random, int depth) {
    ObjectNames names = ObjectNames.of("Type" + depth);
    List<Type> types = new ArrayList<>();
    int size = random.nextInt(4) + 1;
    for (int i = 0; i < size; i++) {
      names.required("p" + i + (random.nextInt(4) > 0 ? "" : string(random)));
      types.add(type(random, depth));
    }
    return new ObjectOf(names, types);
  }
}
