package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The subset of JSON Schema that OpenAI takes with {@code strict: true}, and what it says about a
 * schema outside of it.
 */
final class StrictSchema {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_PROPERTIES = 5_000;
  private static final int MAX_ENUM_VALUES = 1_000;
  private static final Set<String> FORBIDDEN =
      Set.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties",
          "propertyNames",
          "minProperties",
          "maxProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "contains",
          "minContains",
          "maxContains",
          "uniqueItems",
          "prefixItems",
          "minLength",
          "maxLength",
          "default");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

  private static final String REQUIRED =
      "'required' is required to be supplied and to be an array including every key in properties. ";

  private final JsonNode root;
  private int properties;
  private int enumValues;

  private StrictSchema(JsonNode root) {
    this.root = root;
  }

  /** The first problem in OpenAI's words, or empty if there is none. */
  static Optional<String> problem(JsonNode schema) {
    return Optional.ofNullable(new StrictSchema(schema).find());
  }

  private @Nullable String find() {
    if (!root.path("type").asString("").equals("object")) {
      return "schema must be a JSON Schema of 'type: \"object\"', got 'type: "
          + Json.text(root.path("type").isMissingNode() ? "None" : root.path("type"))
          + "'.";
    }
    if (root.has("anyOf")) {
      return in(List.of(), "'anyOf' is not permitted at the root.");
    }
    String problem = find(root, List.of(), 1);
    return problem != null ? problem : findInDefinitions();
  }

  private @Nullable String findInDefinitions() {
    for (String keyword : List.of("$defs", "definitions")) {
      for (Map.Entry<String, JsonNode> definition : root.path(keyword).properties()) {
        String problem = find(definition.getValue(), List.of(keyword, definition.getKey()), 1);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private @Nullable String find(JsonNode schema, List<String> context, int depth) {
    if (!schema.isObject()) {
      return in(context, "schema must be an object.");
    }
    String problem = findInKeywords(schema, context);
    if (problem == null && has(schema, "object")) {
      problem = findInObject(schema, context, depth);
    }
    if (problem == null && has(schema, "array")) {
      problem =
          schema.has("items")
              ? find(schema.get("items"), plus(context, "items"), depth)
              : in(context, "array schema missing items.");
    }
    return problem != null ? problem : findInAnyOf(schema, context, depth);
  }

  private @Nullable String findInKeywords(JsonNode schema, List<String> context) {
    for (String keyword : schema.propertyNames()) {
      if (FORBIDDEN.contains(keyword)) {
        return in(context, "'" + keyword + "' is not permitted.");
      }
    }
    if (schema.has("$ref")) {
      return findInReference(schema, context);
    }
    if (!schema.has("type")
        && !schema.has("anyOf")
        && !schema.has("enum")
        && !schema.has("const")) {
      return in(context, "schema must have a 'type' key.");
    }
    String format = schema.path("format").asString("date");
    if (!FORMATS.contains(format)) {
      return in(context, "'" + format + "' is not a valid format.");
    }
    enumValues += schema.path("enum").size();
    return enumValues > MAX_ENUM_VALUES
        ? in(context, "schema has more than " + MAX_ENUM_VALUES + " enum values.")
        : null;
  }

  private @Nullable String findInReference(JsonNode schema, List<String> context) {
    if (schema.size() > 1) {
      return in(context, "$ref cannot have keywords beside it.");
    }
    String reference = schema.path("$ref").asString("");
    return References.resolve(root, reference) == null
        ? in(
            context,
            "reference can only point to definitions defined at the top level of the schema, got '"
                + reference
                + "'.")
        : null;
  }

  private @Nullable String findInObject(JsonNode schema, List<String> context, int depth) {
    if (depth > MAX_DEPTH) {
      return in(context, "schema has more than " + MAX_DEPTH + " levels of nesting.");
    }
    JsonNode additional = schema.path("additionalProperties");
    if (!additional.isBoolean() || additional.booleanValue()) {
      return in(context, "'additionalProperties' is required to be supplied and to be false.");
    }
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(name -> required.add(name.asString("")));
    JsonNode declared = schema.path("properties");
    for (String name : declared.propertyNames()) {
      if (!required.contains(name)) {
        return in(context, REQUIRED + "Missing '" + name + "'.");
      }
    }
    for (String name : required) {
      if (!declared.has(name)) {
        return in(context, REQUIRED + "Extra required key '" + name + "' supplied.");
      }
    }
    properties += declared.size();
    if (properties > MAX_PROPERTIES) {
      return in(context, "schema has more than " + MAX_PROPERTIES + " properties.");
    }
    for (Map.Entry<String, JsonNode> property : declared.properties()) {
      String problem =
          find(
              property.getValue(), plus(plus(context, "properties"), property.getKey()), depth + 1);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable String findInAnyOf(JsonNode schema, List<String> context, int depth) {
    int index = 0;
    for (JsonNode branch : schema.path("anyOf")) {
      String problem = find(branch, plus(plus(context, "anyOf"), String.valueOf(index++)), depth);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static boolean has(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    if (types.isString()) {
      return types.stringValue().equals(type);
    }
    for (JsonNode one : types) {
      if (one.asString("").equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> plus(List<String> context, String step) {
    List<String> longer = new ArrayList<>(context);
    longer.add(step);
    return longer;
  }

  /** OpenAI prints the place as a tuple of Python. */
  private static String in(List<String> context, String problem) {
    StringBuilder tuple = new StringBuilder("(");
    for (int i = 0; i < context.size(); i++) {
      tuple.append(i == 0 ? "'" : ", '").append(context.get(i)).append('\'');
    }
    tuple.append(context.size() == 1 ? ",)" : ")");
    return "In context=" + tuple + ", " + problem;
  }
}
