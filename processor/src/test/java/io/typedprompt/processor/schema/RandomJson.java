package io.typedprompt.processor.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Answers that a model could give where a schema asks for a value of a Java type. */
final class RandomJson {
  private static final int DEEPEST = 4;

  private final Random random;
  private final JsonNode root;
  private final RandomScalars scalars;
  private int depth;

  RandomJson(Random random, JsonNode root) {
    this.random = random;
    this.root = root;
    this.scalars = new RandomScalars(random);
  }

  /**
   * A value, as the schema has it and as Jackson reads it.
   *
   * @param answer the JSON of the schema
   * @param plain the same where maps are objects
   */
  record Json(String answer, String plain) {
    static Json same(String text) {
      return new Json(text, text);
    }
  }

  /**
   * The text of a value.
   *
   * @param schema the schema, for the names in it and for what may be null
   */
  Json of(Type type, JsonNode schema) {
    depth++;
    try {
      return value(type, schema);
    } finally {
      depth--;
    }
  }

  private Json value(Type type, JsonNode schema) {
    if (schema.has("$ref")) {
      return value(type, root.at(schema.path("$ref").asString().substring(1)));
    }
    if (canBeNull(schema) && (depth > DEEPEST || random.nextInt(3) == 0)) {
      return Json.same("null");
    }
    if (schema.path("anyOf").path(0).has("$ref")) {
      return value(argument(type), schema.path("anyOf").path(0));
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, schema);
    }
    Class<?> c = (Class<?>) type;
    if (schema.has("enum")) {
      List<JsonNode> constants =
          schema.path("enum").valueStream().filter(node -> !node.isNull()).toList();
      return Json.same(constants.get(random.nextInt(constants.size())).toString());
    }
    if (c.isInterface()) {
      int arm = random.nextInt(c.getPermittedSubclasses().length);
      return object(c.getPermittedSubclasses()[arm], schema.path("anyOf").path(arm));
    }
    return c.isRecord() ? object(c, schema) : Json.same(scalars.of(c));
  }

  /** What is in an Optional; a type that is none is what it is. */
  private static Type argument(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }

  private static boolean canBeNull(JsonNode schema) {
    return schema.path("type").isArray()
        || schema
            .path("anyOf")
            .valueStream()
            .anyMatch(option -> option.path("type").asString("").equals("null"));
  }

  private Json generic(ParameterizedType type, JsonNode schema) {
    Type argument = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      return present(argument, schema);
    }
    if (type.getRawType() == Map.class) {
      return map(argument, type.getActualTypeArguments()[1], schema.at("/items/properties"));
    }
    return array(argument, schema.path("items"), type.getRawType() == Set.class);
  }

  /** A value that is there, of a type that may be absent. */
  private Json present(Type type, JsonNode schema) {
    Json value = value(type, schema);
    return value.answer().equals("null") && depth <= DEEPEST ? present(type, schema) : value;
  }

  /** The discriminator, which is no component, may stand anywhere. */
  private Json object(Class<?> type, JsonNode schema) {
    List<Map.Entry<String, JsonNode>> named =
        new ArrayList<>(schema.path("properties").properties());
    List<Json> properties = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    int first = named.size() - components.length;
    for (int i = 0; i < components.length; i++) {
      Map.Entry<String, JsonNode> property = named.get(first + i);
      Json value = of(components[i].getGenericType(), property.getValue());
      properties.add(member(property.getKey(), value));
    }
    if (first == 1) {
      String name = named.get(0).getValue().path("enum").path(0).toString();
      int at = random.nextBoolean() ? 0 : random.nextInt(properties.size() + 1);
      properties.add(at, member(named.get(0).getKey(), Json.same(name)));
    }
    return join("{", properties, "}");
  }

  private static Json member(String name, Json value) {
    String start = RandomScalars.string(name) + ": ";
    return new Json(start + value.answer(), start + value.plain());
  }

  private static Json join(String open, Collection<Json> parts, String close) {
    return new Json(
        open + String.join(",", parts.stream().map(Json::answer).toList()) + close,
        open + String.join(",", parts.stream().map(Json::plain).toList()) + close);
  }

  private int size() {
    return depth > DEEPEST ? 0 : random.nextInt(4);
  }

  private Json array(Type element, JsonNode items, boolean isSet) {
    List<Json> values = new ArrayList<>();
    for (int i = size(); i > 0; i--) {
      values.add(of(element, items));
    }
    return join("[", isSet ? new LinkedHashSet<>(values) : values, "]");
  }

  private Json map(Type key, Type value, JsonNode entry) {
    Map<String, Json> entries = new LinkedHashMap<>();
    for (int i = size(); i > 0; i--) {
      entries.put(of(key, entry.path("key")).answer(), of(value, entry.path("value")));
    }
    List<String> answer = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    entries.forEach(
        (k, v) -> {
          answer.add("{\"key\":" + k + ", \"value\":" + v.answer() + "}");
          plain.add((k.startsWith("\"") ? k : RandomScalars.string(k)) + ":" + v.plain());
        });
    return new Json("[" + String.join(",", answer) + "]", "{" + String.join(",", plain) + "}");
  }
}
