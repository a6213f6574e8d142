package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictSchemaTest {
  private static final String REQUIRED =
      "'required' is required to be supplied and to be an array including every key in"
          + " properties. ";

  static Stream<Arguments> problems() {
    return Stream.of(
        problem(
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
            "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'."),
        problem("{}", "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'."),
        problem(
            "{\"type\":\"object\",\"anyOf\":[]}",
            "In context=(), 'anyOf' is not permitted at the root."),
        problem(
            "{\"type\":\"object\",\"properties\":{},\"required\":[]}",
            "In context=(), 'additionalProperties' is required to be supplied and to be false."),
        problem(
            "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":true}",
            "In context=(), 'additionalProperties' is required to be supplied and to be false."),
        problem(
            "{\"type\":\"object\",\"properties\":{},"
                + "\"additionalProperties\":{\"type\":\"string\"}}",
            "In context=(), 'additionalProperties' is required to be supplied and to be false."),
        problem(
            closed("\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}", "\"a\""),
            "In context=(), " + REQUIRED + "Missing 'b'."),
        problem(
            closed("\"a\":{\"type\":\"string\"}", "\"a\",\"b\""),
            "In context=(), " + REQUIRED + "Extra required key 'b' supplied."),
        problem(
            closed("\"a\":{\"type\":\"object\"}", "\"a\""),
            "In context=('properties', 'a'), 'additionalProperties' is required to be supplied and"
                + " to be false."),
        problem(
            closed("\"a\":{\"type\":\"array\"}", "\"a\""),
            "In context=('properties', 'a'), array schema missing items."),
        problem(
            closed("\"a\":{\"type\":\"array\",\"items\":{}}", "\"a\""),
            "In context=('properties', 'a', 'items'), schema must have a 'type' key."),
        problem(
            closed("\"a\":{\"anyOf\":[{\"type\":\"null\"},{\"oneOf\":[]}]}", "\"a\""),
            "In context=('properties', 'a', 'anyOf', '1'), 'oneOf' is not permitted."),
        problem(
            closed("\"a\":{\"type\":\"string\",\"minLength\":1}", "\"a\""),
            "In context=('properties', 'a'), 'minLength' is not permitted."),
        problem(
            closed("\"a\":{\"type\":\"string\",\"default\":\"x\"}", "\"a\""),
            "In context=('properties', 'a'), 'default' is not permitted."),
        problem(
            closed("\"a\":{\"type\":\"string\",\"format\":\"uri\"}", "\"a\""),
            "In context=('properties', 'a'), 'uri' is not a valid format."),
        problem(
            closed("\"a\":{\"$ref\":\"#/$defs/B\"}", "\"a\""),
            "In context=('properties', 'a'), reference can only point to definitions defined at the"
                + " top level of the schema, got '#/$defs/B'."),
        problem(
            closed("\"a\":{\"$ref\":\"https://example.com/b\"}", "\"a\""),
            "In context=('properties', 'a'), reference can only point to definitions defined at the"
                + " top level of the schema, got 'https://example.com/b'."),
        problem(
            closed("\"a\":{\"$ref\":\"#\",\"description\":\"d\"}", "\"a\""),
            "In context=('properties', 'a'), $ref cannot have keywords beside it."),
        problem(
            "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,"
                + "\"$defs\":{\"B\":{\"type\":\"object\"}}}",
            "In context=('$defs', 'B'), 'additionalProperties' is required to be supplied and to be"
                + " false."),
        problem(
            closed("\"a\":7", "\"a\""),
            "In context=('properties', 'a'), schema must be an object."),
        problem(
            nested(11),
            "In context=("
                + "'properties', 'a', ".repeat(9)
                + "'properties', 'a'), schema has more than 10 levels of nesting."),
        problem(
            closed("\"a\":{\"enum\":[" + numbers(1_001) + "]}", "\"a\""),
            "In context=('properties', 'a'), schema has more than 1000 enum values."),
        problem(
            closed(
                String.join(
                    ",",
                    IntStream.range(0, 5_001)
                        .mapToObj(i -> "\"p" + i + "\":{\"type\":\"null\"}")
                        .toList()),
                String.join(
                    ",", IntStream.range(0, 5_001).mapToObj(i -> "\"p" + i + "\"").toList())),
            "In context=(), schema has more than 5000 properties."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("problems")
  void namesTheProblemAndItsPlace(String schema, String problem) {
    assertThat(StrictSchema.problem(Json.parse(schema))).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"],"
            + "\"description\":\"d\",\"enum\":[\"x\",null]},\"b\":{\"type\":\"array\",\"items\":"
            + "{\"anyOf\":[{\"$ref\":\"#/$defs/B\"},{\"$ref\":\"#\"}]},\"minItems\":1},"
            + "\"c\":{\"type\":\"number\",\"minimum\":0,\"maximum\":1,\"multipleOf\":0.1},"
            + "\"d\":{\"const\":\"k\"},\"e\":{\"type\":\"string\",\"format\":\"date\","
            + "\"pattern\":\"x\"}},\"required\":[\"a\",\"b\",\"c\",\"d\",\"e\"],"
            + "\"additionalProperties\":false,\"$defs\":{\"B\":{\"type\":\"object\","
            + "\"properties\":{\"k\":{\"type\":\"integer\"}},\"required\":[\"k\"],"
            + "\"additionalProperties\":false}}}"
      })
  void acceptsTheSubset(String schema) {
    assertThat(StrictSchema.problem(Json.parse(schema))).isEmpty();
  }

  @Test
  void acceptsTenLevelsAndRandomSchemas() {
    assertThat(StrictSchema.problem(Json.parse(nested(10)))).isEmpty();
    RandomSchemas random = new RandomSchemas(7);
    for (int i = 0; i < 500; i++) {
      assertThat(StrictSchema.problem(random.object(3))).isEmpty();
    }
  }

  @Test
  void theApiWrapsTheProvidersRefusal() throws Exception {
    try (OpenRouterServer server = OpenRouterServer.start()) {
      String open = "{\"type\":\"object\",\"properties\":{}}";
      Http http = new Http(server);

      Http.Reply format =
          http.chat(
              Http.ask(
                  "openai/gpt-4o",
                  "x",
                  "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"triage\","
                      + "\"strict\":true,\"schema\":"
                      + open
                      + "}}"));
      Http.Reply tool =
          http.chat(
              Http.ask(
                  "openai/gpt-4o",
                  "x",
                  "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find\",\"strict\":true,"
                      + "\"parameters\":"
                      + open
                      + "}}]"));
      Http.Reply lenient =
          http.chat(
              Http.ask(
                  "openai/gpt-4o",
                  "x",
                  "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"triage\","
                      + "\"strict\":false,\"schema\":"
                      + open
                      + "}}"));

      assertThat(format.status()).isEqualTo(400);
      assertThat(format.error().path("message").asString()).isEqualTo("Provider returned error");
      assertThat(format.error().at("/metadata/provider_name").asString()).isEqualTo("OpenAI");
      assertThat(raw(format))
          .isEqualTo(
              Json.parse(
                  """
                  {"error":{"message":"Invalid schema for response_format 'triage': In context=(), \
                  'additionalProperties' is required to be supplied and to be false.",
                    "type":"invalid_request_error","param":"response_format",
                    "code":"invalid_json_schema"}}
                  """));
      assertThat(raw(tool).at("/error/message").asString())
          .startsWith("Invalid schema for function 'find': In context=(), ");
      assertThat(raw(tool).at("/error/param").asString()).isEqualTo("tools[0].function.parameters");
      assertThat(lenient.status()).isEqualTo(200);
    }
  }

  private static JsonNode raw(Http.Reply reply) {
    return Json.parse(reply.error().at("/metadata/raw").asString());
  }

  private static Arguments problem(String schema, String problem) {
    return Arguments.of(schema, problem);
  }

  private static String closed(String properties, String required) {
    return "{\"type\":\"object\",\"properties\":{"
        + properties
        + "},\"required\":["
        + required
        + "],\"additionalProperties\":false}";
  }

  private static String nested(int levels) {
    return levels == 0 ? "{\"type\":\"string\"}" : closed("\"a\":" + nested(levels - 1), "\"a\"");
  }

  private static String numbers(int count) {
    return String.join(",", IntStream.range(0, count).mapToObj(String::valueOf).toList());
  }
}
