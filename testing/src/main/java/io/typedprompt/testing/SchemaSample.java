package io.typedprompt.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a value that conforms to a JSON Schema: believable, and the same for the same schema and
 * text. Regular expressions ({@code pattern}) are not looked at.
 */
final class SchemaSample {
  /** From this depth on, recursive schemas are brought to an end. */
  private static final int DEEP = 6;

  /** A schema that demands more depth than this cannot be met by any finite value. */
  private static final int BOTTOMLESS = 64;

  private static final int USUAL_ITEMS = 2;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;
  private final TextSample text;

  private SchemaSample(JsonNode root, TextSample text) {
    this.root = root;
    this.text = text;
  }

  /** A value for this schema, about the words of a text. */
  static JsonNode of(JsonNode schema, TextSample text) {
    return new SchemaSample(schema, text).value(schema, new Place("", 0, false, 0));
  }

  /**
   * Where a value stands.
   *
   * @param field the name of the nearest property
   * @param index its index in the nearest array
   * @param isItem true if it is an item of that array itself
   * @param depth how many values are around it
   */
  private record Place(String field, int index, boolean isItem, int depth) {
    Place inProperty(String name) {
      return new Place(name, index, false, depth + 1);
    }

    Place atIndex(int item) {
      return new Place(field, item, true, depth + 1);
    }

    boolean isDeep() {
      return depth >= DEEP;
    }
  }

  private JsonNode value(JsonNode declared, Place place) {
    JsonNode schema = resolved(declared);
    if (place.depth() > BOTTOMLESS) {
      return NODES.nullNode();
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (!schema.path("enum").isEmpty()) {
      JsonNode values = schema.get("enum");
      return values.get(place.index() % values.size());
    }
    JsonNode branches = schema.has("anyOf") ? schema.get("anyOf") : schema.path("oneOf");
    if (!branches.isEmpty()) {
      return value(branch(branches, place), place);
    }
    return typed(schema, place);
  }

  private JsonNode typed(JsonNode schema, Place place) {
    return switch (type(schema, place)) {
      case "object" -> object(schema, place);
      case "array" -> array(schema, place);
      case "integer" ->
          NODES.numberNode(NumberSample.integer(schema, place.index()).toBigInteger());
      case "number" -> NODES.numberNode(NumberSample.number(schema, place.index()));
      case "boolean" -> NODES.booleanNode(place.index() % 2 == 0);
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(string(schema, place));
    };
  }

  /** The first type that is not null; null where that brings a recursion to its end. */
  private static String type(JsonNode schema, Place place) {
    JsonNode declared = schema.path("type");
    if (declared.isString()) {
      return declared.stringValue();
    }
    String first = "";
    for (JsonNode one : declared) {
      String type = one.asString("");
      if (type.equals("null") && place.isDeep()) {
        return type;
      }
      if (first.isEmpty() && !type.equals("null")) {
        first = type;
      }
    }
    if (!first.isEmpty()) {
      return first;
    }
    return declared.isEmpty() ? impliedType(schema) : "null";
  }

  private static String impliedType(JsonNode schema) {
    if (schema.has("properties") || schema.has("additionalProperties")) {
      return "object";
    }
    return schema.has("items") ? "array" : "string";
  }

  /** The first branch; deep inside, the first that needs no further depth. */
  private JsonNode branch(JsonNode branches, Place place) {
    if (place.isDeep()) {
      for (JsonNode branch : branches) {
        String type = resolved(branch).path("type").asString("");
        if (!type.equals("object") && !type.equals("array") && !type.isEmpty()) {
          return branch;
        }
      }
    }
    return branches.get(0);
  }

  private ObjectNode object(JsonNode schema, Place place) {
    ObjectNode object = Json.object();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      if (!place.isDeep() || isRequired(schema, name)) {
        object.set(name, value(property.getValue(), place.inProperty(name)));
      }
    }
    JsonNode additional = schema.path("additionalProperties");
    if (object.isEmpty() && additional.isObject() && !place.isDeep()) {
      object.set("key", value(additional, place.inProperty("key")));
    }
    return object;
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode required : schema.path("required")) {
      if (required.asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode array(JsonNode schema, Place place) {
    int least = schema.path("minItems").asInt(0);
    int most = Math.min(schema.path("maxItems").asInt(Integer.MAX_VALUE), distinctItems(schema));
    int usual = place.isDeep() ? 0 : USUAL_ITEMS;
    int size = Math.max(least, Math.min(usual, most));
    ArrayNode array = Json.array();
    for (int i = 0; i < size; i++) {
      JsonNode fixed = schema.path("prefixItems").path(i);
      JsonNode items = fixed.isMissingNode() ? schema.path("items") : fixed;
      array.add(value(items, place.atIndex(i)));
    }
    return array;
  }

  /** An array of an enum has no more items than the enum has values, so that none comes twice. */
  private int distinctItems(JsonNode schema) {
    JsonNode items = resolved(schema.path("items"));
    int values = items.path("enum").size();
    if (values > 0) {
      return values;
    }
    return items.has("const") ? 1 : Integer.MAX_VALUE;
  }

  private String string(JsonNode schema, Place place) {
    String format = schema.path("format").asString("");
    String formatted = FormatSample.of(format, place.index());
    if (formatted != null) {
      return formatted;
    }
    String described = DescribedSample.of(schema.path("description").asString(""), place.index());
    if (described != null) {
      return described;
    }
    StringBuilder value = new StringBuilder(words(place));
    while (value.length() < schema.path("minLength").asInt(0)) {
      value.append(" and more");
    }
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (value.length() <= most) {
      return value.toString();
    }
    // Cut from the front: what tells the items of an array apart is at the end.
    return value.substring(value.length() - most);
  }

  private String words(Place place) {
    if (place.isItem()) {
      return text.word(place.index(), place.field());
    }
    String value = text.valueOf(place.field());
    return place.index() == 0 ? value : value + " " + (place.index() + 1);
  }

  /** Follows references, and merges {@code allOf} into one schema. */
  private JsonNode resolved(JsonNode declared) {
    JsonNode schema = declared;
    for (int i = 0; schema.path("$ref").isString() && i < BOTTOMLESS; i++) {
      JsonNode target = References.resolve(root, schema.path("$ref").stringValue());
      schema = target == null ? NODES.objectNode() : target;
    }
    return schema.path("allOf").isEmpty() ? schema : merged(schema);
  }

  private ObjectNode merged(JsonNode schema) {
    ObjectNode merged = Json.object();
    List<JsonNode> parts = new ArrayList<>();
    schema.path("allOf").forEach(part -> parts.add(resolved(part)));
    parts.add(schema);
    for (JsonNode part : parts) {
      for (Map.Entry<String, JsonNode> keyword : part.properties()) {
        if (keyword.getKey().equals("allOf")) {
          continue;
        }
        JsonNode known = merged.get(keyword.getKey());
        merged.set(
            keyword.getKey(), known == null ? keyword.getValue() : both(known, keyword.getValue()));
      }
    }
    return merged;
  }

  private static JsonNode both(JsonNode first, JsonNode second) {
    if (first.isObject() && second.isObject()) {
      return Json.object().setAll((ObjectNode) first).setAll((ObjectNode) second);
    }
    if (first.isArray() && second.isArray()) {
      return Json.array().addAll((ArrayNode) first).addAll((ArrayNode) second);
    }
    return second;
  }
}
