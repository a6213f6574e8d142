package io.typedprompt.testing;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the API, or OpenAI behind it, refuses about {@code response_format}. */
final class FormatChecks {
  private static final List<String> TYPES =
      List.of("text", "json_object", "json_schema", "grammar", "python");

  private FormatChecks() {}

  static void check(Fields body) {
    Fields format = body.object("response_format");
    if (format == null) {
      return;
    }
    switch (format.requireOneOf("type", TYPES)) {
      case "json_schema" -> checkJsonSchema(format.requireObject("json_schema"));
      case "grammar" -> format.requireText("grammar");
      default -> {
        // The others have no settings.
      }
    }
  }

  private static void checkJsonSchema(Fields jsonSchema) {
    String name = jsonSchema.requireName("name");
    jsonSchema.text("description");
    jsonSchema.bool("strict");
    jsonSchema.object("schema");
    if (isStrict(jsonSchema)) {
      checkStrict(
          jsonSchema.require("schema"), "response_format '" + name + "'", "response_format");
    }
  }

  static boolean isStrict(Fields holder) {
    JsonNode strict = holder.get("strict");
    return strict != null && strict.booleanValue();
  }

  /** Passes if a schema fits the strict subset; {@code what} and {@code param} name it. */
  static void checkStrict(JsonNode schema, String what, String param) {
    Optional<String> problem = StrictSchema.problem(schema);
    if (problem.isPresent()) {
      throw new Rejection(
          ApiError.ofProvider(
              400,
              "OpenAI",
              invalidSchema("Invalid schema for " + what + ": " + problem.get(), param)));
    }
  }

  private static String invalidSchema(String message, String param) {
    JsonNode error =
        Json.object()
            .put("message", message)
            .put("type", "invalid_request_error")
            .put("param", param)
            .put("code", "invalid_json_schema");
    return Json.text(Json.object().set("error", error));
  }
}
