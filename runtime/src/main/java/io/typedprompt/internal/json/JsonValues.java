package io.typedprompt.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TreeNode;

/**
 * JSON values as plain Java objects that nobody can change: {@code String}, {@code Boolean},
 * numbers of the standard types, {@code List}, {@code Map} and null.
 */
public final class JsonValues {
  private static final int MAX_DEPTH = 100;

  private JsonValues() {}

  /**
   * A deep copy of a caller's value.
   *
   * @param name what the value is called in messages
   * @throws IllegalArgumentException if JSON cannot express it
   */
  public static @Nullable Object copy(String name, @Nullable Object value) {
    return copy(name, value, 0);
  }

  private static @Nullable Object copy(String name, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(name + " is nested deeper than " + MAX_DEPTH + " levels");
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return copyOfNumber(name, number);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object element : list) {
        copy.add(copy(name, element, depth + 1));
      }
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      return copyOfMap(name, map, depth);
    }
    if (value instanceof TreeNode node) {
      return copy(name, parse(name, node.toString()), depth);
    }
    throw new IllegalArgumentException(
        name
            + " holds a "
            + value.getClass().getName()
            + ", but JSON takes a String, a Boolean, a number, a List, a Map, a JsonNode or null");
  }

  private static Number copyOfNumber(String name, Number number) {
    boolean exact =
        number instanceof Integer
            || number instanceof Long
            || number instanceof BigDecimal
            || number instanceof BigInteger
            || number instanceof Short
            || number instanceof Byte;
    boolean floating = number instanceof Double || number instanceof Float;
    if (exact || (floating && Double.isFinite(number.doubleValue()))) {
      return number;
    }
    throw new IllegalArgumentException(
        name + " holds the number " + number + ", which JSON cannot express");
  }

  private static Map<String, @Nullable Object> copyOfMap(String name, Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException(
            name + " has the key " + entry.getKey() + ", but JSON takes String keys only");
      }
      copy.put(key, copy(name, entry.getValue(), depth + 1));
    }
    return Collections.unmodifiableMap(copy);
  }

  /**
   * The members of the object that a JSON text says; numbers keep their exact value.
   *
   * @param name what the text is called in messages
   * @throws IllegalArgumentException if it is not strict JSON, not an object, or names a property
   *     twice
   */
  public static Map<String, @Nullable Object> parseObject(String name, String json) {
    try (JsonParser parser = JsonStreams.parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(name + " is not a JSON object");
      }
      Map<String, @Nullable Object> object = readObject(name, parser, 0);
      end(name, parser);
      return object;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable Object parse(String name, String json) {
    try (JsonParser parser = JsonStreams.parser(json)) {
      parser.nextToken();
      Object value = read(name, parser, 0);
      end(name, parser);
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void end(String name, JsonParser parser) {
    if (parser.nextToken() != null) {
      throw new IllegalArgumentException(name + " has more than one JSON value");
    }
  }

  private static @Nullable Object read(String name, JsonParser parser, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(name + " is nested deeper than " + MAX_DEPTH + " levels");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(name, parser, depth);
      case START_ARRAY -> readArray(name, parser, depth);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> readObject(
      String name, JsonParser parser, int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (object.containsKey(key)) {
        throw new IllegalArgumentException(name + " has the property \"" + key + "\" twice");
      }
      parser.nextToken();
      object.put(key, read(name, parser, depth + 1));
    }
    return Collections.unmodifiableMap(object);
  }

  private static List<@Nullable Object> readArray(String name, JsonParser parser, int depth) {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(name, parser, depth + 1));
    }
    return Collections.unmodifiableList(array);
  }

  /** Writes a value of the kinds above, or an enum constant by its name in lower case. */
  public static void write(JsonGenerator out, @Nullable Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Number number) {
      writeNumber(out, number);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeName(String.valueOf(entry.getKey()));
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Enum<?> constant) {
      out.writeString(constant.name().toLowerCase(Locale.ROOT));
    } else {
      throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  private static void writeNumber(JsonGenerator out, Number number) {
    if (number instanceof Double value) {
      out.writeNumber(value);
    } else if (number instanceof Float value) {
      out.writeNumber(value);
    } else if (number instanceof BigDecimal value) {
      out.writeNumber(value);
    } else if (number instanceof BigInteger value) {
      out.writeNumber(value);
    } else {
      out.writeNumber(number.longValue());
    }
  }
}
