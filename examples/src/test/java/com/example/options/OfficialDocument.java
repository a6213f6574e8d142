package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * OpenRouter's OpenAPI document, read strictly: objects have no properties but those that it names.
 * Without the variable {@code TYPEDPROMPT_SHARED}, whose folder has {@code openapi.yaml}, nothing
 * is checked.
 */
final class OfficialDocument {
  /**
   * What OpenRouter's guides describe and its server takes, but the document forgot, by the schema
   * that lacks it.
   */
  private static final Map<String, Map<String, String>> FORGOTTEN =
      Map.of(
          "/components/schemas/ChatRequest",
              Map.of(
                  // "Presets": the field beside the model, instead of "@preset/…" in it.
                  "preset", "string",
                  // "Parameters": the answer's length, for models that have it.
                  "verbosity", "string",
                  // "Audio": how a model speaks.
                  "audio", "object"),
          "/components/schemas/ChatAssistantMessage",
              // "PDF inputs": what was read from a file goes back, so that it is not read again.
              Map.of("annotations", "array"),
          "/components/schemas/ChatRequest/properties/reasoning",
              Map.of(
                  // "Reasoning tokens": the budget, and whether to think and to show it.
                  "max_tokens", "integer",
                  "exclude", "boolean",
                  "enabled", "boolean",
                  // What the newest models take beyond that.
                  "context", "string",
                  "mode", "string"));

  private static final Schema CHAT_REQUEST = chatRequest();

  private OfficialDocument() {}

  static boolean isThere() {
    return System.getenv("TYPEDPROMPT_SHARED") != null;
  }

  /** Fails if the document does not allow the body of a chat completion's request. */
  static void check(JsonNode body) {
    if (isThere()) {
      assertThat(problems(body)).describedAs("problems of %s", body).isEmpty();
    }
  }

  static List<String> problems(JsonNode body) {
    return CHAT_REQUEST.validate(body).stream().map(Error::toString).toList();
  }

  private static Schema chatRequest() {
    JsonMapper json = new JsonMapper();
    if (!isThere()) {
      return registry().getSchema(json.createObjectNode());
    }
    Path file = Path.of(System.getenv("TYPEDPROMPT_SHARED"), "openapi.yaml");
    JsonNode document = new YAMLMapper().readTree(file.toFile());
    FORGOTTEN.forEach(
        (schema, properties) ->
            properties.forEach(
                (name, type) -> add((ObjectNode) document.at(schema + "/properties"), name, type)));
    document.at("/components/schemas").values().forEach(OfficialDocument::close);
    ObjectNode root = json.createObjectNode();
    root.put("$ref", "#/components/schemas/ChatRequest");
    root.set("components", document.get("components"));
    return registry().getSchema(root);
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  private static void add(ObjectNode properties, String name, String type) {
    assertThat(properties.has(name)).describedAs("the document knows %s by now", name).isFalse();
    properties.putObject(name).put("type", type);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && !object.path("properties").isEmpty() // Without any it restricts nothing.
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.values().forEach(OfficialDocument::close);
  }
}
