package io.typedprompt.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What strict structured output takes, by the rules of the providers and not by what the processor
 * does: objects are closed and require each property, in order; no keyword but those that all of
 * them know.
 */
final class StrictSubset {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "description",
          "enum",
          "items",
          "properties",
          "required",
          "additionalProperties",
          "format",
          "anyOf",
          "$ref",
          "$defs");
  private static final Set<String> FORMATS = Set.of("date", "date-time", "duration", "uuid");
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object");

  private final List<String> flaws = new ArrayList<>();

  private final JsonNode root;

  private StrictSubset(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a schema; empty if nothing is. */
  static List<String> flaws(JsonNode schema) {
    StrictSubset check = new StrictSubset(schema);
    if (!"object".equals(schema.path("type").asString(""))) {
      check.flaws.add("the root is no object");
    }
    check.check("", schema);
    return check.flaws;
  }

  private void check(String path, JsonNode schema) {
    for (String keyword : schema.propertyNames()) {
      require(KEYWORDS.contains(keyword), path, "has the keyword " + keyword);
    }
    schema
        .path("$defs")
        .properties()
        .forEach(
            definition -> check(path + "/$defs/" + definition.getKey(), definition.getValue()));
    if (schema.has("$ref")) {
      require(schema.size() == 1, path, "has something beside a reference");
      require(
          root.at(schema.path("$ref").asString("").substring(1)).isObject(),
          path,
          "refers to nothing: " + schema);
    } else if (schema.has("anyOf")) {
      require(!schema.has("type") && !path.isEmpty(), path, "has anyOf where it cannot be");
      require(!schema.path("anyOf").isEmpty(), path, "is nothing");
      for (JsonNode option : schema.path("anyOf")) {
        if (!option.toString().equals("{\"type\":\"null\"}")) {
          check(path + "/anyOf", option);
        }
      }
    } else {
      checkType(path, schema);
    }
  }

  private void checkType(String path, JsonNode schema) {
    JsonNode type = schema.path("type");
    boolean nullable = type.isArray();
    String name = nullable ? type.path(0).asString("") : type.asString("");
    require(TYPES.contains(name), path, "has the type " + type);
    require(
        !nullable || (type.size() == 2 && type.path(1).asString("").equals("null")),
        path,
        "has the types " + type);
    require(
        name.equals("object") == schema.has("properties"), path, "is no object, or an open one");
    require(name.equals("array") == schema.has("items"), path, "has items, or lacks them");
    require(
        !schema.has("format")
            || (name.equals("string") && FORMATS.contains(schema.path("format").asString(""))),
        path,
        "has the format " + schema.path("format"));
    if (schema.has("enum")) {
      checkEnum(path, schema.path("enum"), nullable);
    }
    if (name.equals("array")) {
      check(path + "/items", schema.path("items"));
    }
    if (name.equals("object")) {
      checkObject(path, schema);
    }
  }

  private void checkEnum(String path, JsonNode values, boolean nullable) {
    require(values.isArray() && !values.isEmpty(), path, "has an empty enum");
    int nulls = 0;
    for (JsonNode value : values) {
      nulls += value.isNull() ? 1 : 0;
      require(value.isNull() || value.isString(), path, "has the constant " + value);
    }
    require(nulls == (nullable ? 1 : 0), path, "is null in its type or its enum, but not in both");
  }

  private void checkObject(String path, JsonNode schema) {
    require(schema.path("additionalProperties").isBoolean(), path, "does not say if it is closed");
    require(!schema.path("additionalProperties").asBoolean(true), path, "is open");
    List<String> names = List.copyOf(schema.path("properties").propertyNames());
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(value -> required.add(value.asString("")));
    require(!names.isEmpty(), path, "is empty");
    require(names.equals(required), path, "requires " + required + " of " + names);
    for (String property : names) {
      check(path + "/" + property, schema.path("properties").path(property));
    }
  }

  private void require(boolean condition, String path, String flaw) {
    if (!condition) {
      flaws.add((path.isEmpty() ? "the root" : path) + " " + flaw);
    }
  }
}
