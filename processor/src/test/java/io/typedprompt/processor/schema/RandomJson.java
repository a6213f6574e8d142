package io.typedprompt.processor.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Answers that a model could give where a schema asks for a value of a Java type. */
final class RandomJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIGNS = "abc {}[]\"\\/\n\t,:.éß\u2028\u0001";

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  /**
   * The text of a value.
   *
   * @param schema the schema, for the names in it and for what may be null
   */
  String of(Type type, JsonNode schema) {
    if (schema.path("type").isArray() && random.nextInt(3) == 0) {
      return "null";
    }
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? of(argument, schema)
          : array(argument, schema.path("items"), generic.getRawType() == Set.class);
    }
    Class<?> c = (Class<?>) type;
    if (schema.has("enum")) {
      List<JsonNode> constants =
          schema.path("enum").valueStream().filter(node -> !node.isNull()).toList();
      return constants.get(random.nextInt(constants.size())).toString();
    }
    return c.isRecord() ? object(c, schema.path("properties")) : scalar(c);
  }

  private String object(Class<?> type, JsonNode properties) {
    StringBuilder json = new StringBuilder("{");
    List<Map.Entry<String, JsonNode>> named = List.copyOf(properties.properties());
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      json.append(i == 0 ? "" : ",").append(string(named.get(i).getKey())).append(": ");
      json.append(of(components[i].getGenericType(), named.get(i).getValue()));
    }
    return json.append("}").toString();
  }

  private String array(Type element, JsonNode items, boolean isSet) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(of(element, items));
    }
    return "[" + String.join(", ", isSet ? new LinkedHashSet<>(values) : values) + "]";
  }

  private String scalar(Class<?> type) {
    if (type == String.class) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      return string(text.toString());
    }
    if (type == boolean.class || type == Boolean.class) {
      return String.valueOf(random.nextBoolean());
    }
    if (type == byte.class || type == Byte.class) {
      return String.valueOf((byte) random.nextInt());
    }
    if (type == short.class || type == Short.class) {
      return String.valueOf((short) random.nextInt());
    }
    if (type == int.class || type == Integer.class) {
      return String.valueOf(random.nextInt());
    }
    if (type == long.class || type == Long.class) {
      return String.valueOf(random.nextLong());
    }
    if (type == float.class || type == Float.class) {
      return String.valueOf(random.nextFloat() * 1e9f);
    }
    if (type == double.class || type == Double.class) {
      return String.valueOf(random.nextGaussian() * 1e30);
    }
    if (type == BigInteger.class) {
      return new BigInteger(100, random).negate().toString();
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(new BigInteger(80, random), random.nextInt(30)).toPlainString();
    }
    throw new AssertionError("no values of " + type);
  }

  private static String string(String text) {
    return JSON.writeValueAsString(text);
  }
}
