package io.typedprompt.testing;

import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas of the strict subset, the same for the same seed. */
final class RandomSchemas {
  private final Random random;

  RandomSchemas(long seed) {
    random = new Random(seed);
  }

  /** An object schema with at most this many levels below it. */
  ObjectNode object(int levels) {
    ObjectNode schema = Json.object().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String name = "field" + i;
      properties.set(name, value(levels - 1));
      required.add(name);
    }
    return schema;
  }

  private JsonNode value(int levels) {
    return switch (random.nextInt(levels > 0 ? 9 : 6)) {
      case 0 -> nullable("string");
      case 1 -> Json.object().put("type", "boolean");
      case 2 -> range(nullable("integer"), 1);
      case 3 -> range(nullable("number"), 0.125);
      case 4 -> enumeration();
      case 5 -> Json.object().put("type", "string").put("format", "date");
      case 6 -> object(levels);
      case 7 -> array(levels);
      default -> anyOf(levels);
    };
  }

  private ObjectNode nullable(String type) {
    ObjectNode schema = Json.object();
    if (random.nextBoolean()) {
      return schema.put("type", type);
    }
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  private ObjectNode range(ObjectNode schema, double step) {
    if (random.nextInt(4) == 0) {
      schema.put("multipleOf", step);
    }
    int least = random.nextInt(-20, 20);
    if (random.nextBoolean()) {
      schema.put(random.nextBoolean() ? "minimum" : "exclusiveMinimum", least * step);
    }
    if (random.nextBoolean()) {
      // Two steps and more apart, so that there is a value also between exclusive bounds.
      schema.put(
          random.nextBoolean() ? "maximum" : "exclusiveMaximum",
          (least + 2 + random.nextInt(9)) * step);
    }
    return schema;
  }

  private ObjectNode enumeration() {
    ObjectNode schema = Json.object().put("type", "string");
    ArrayNode values = schema.putArray("enum");
    for (int i = 0; i <= random.nextInt(4); i++) {
      values.add("value" + i);
    }
    return schema;
  }

  private ObjectNode array(int levels) {
    ObjectNode schema = Json.object().put("type", "array");
    int least = random.nextInt(4);
    if (random.nextBoolean()) {
      schema.put("minItems", least);
    }
    if (random.nextBoolean()) {
      schema.put("maxItems", least + random.nextInt(3));
    }
    return schema.set("items", value(levels - 1));
  }

  private ObjectNode anyOf(int levels) {
    ObjectNode schema = Json.object();
    schema.putArray("anyOf").add(object(levels)).add(Json.object().put("type", "null"));
    return schema;
  }
}
