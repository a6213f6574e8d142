package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AutomaticAnswerTest {
  private static final String GPT = "openai/gpt-4o-mini";
  private static final String TOPIC = "Please refund the invoice from March, thank you";
  private static OpenRouterServer server;

  @BeforeAll
  static void start() {
    server = OpenRouterServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void plainTextIsAboutTheLastUserMessage() throws Exception {
    assertThat(ask(Http.ask(GPT, TOPIC)).content())
        .isEqualTo("Here is a short answer about refund, invoice, March, thank.");
    assertThat(ask(Http.ask(GPT, "Hi")).content())
        .isEqualTo("Here is a short answer about your question.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a time of day without offset, such as 14:30:00         | "14:30:00","14:30:01"
          a year in four digits, such as 2026                    | "2026","2027"
          a language tag such as en or de-CH                     | "en","en"
          a zone such as Europe/Berlin, or an offset such as +01 | "Europe/Berlin","Europe/Berlin"
          bytes in Base64                                        | "RXhhbXBsZQ==","RXhhbXBsZQ=="
          a string of one character                              | "A","B"
          who is meant, such as the customer's brother           | "refund","invoice"
          """,
      quoteCharacter = '`')
  void aStringLooksAsItsDescriptionSays(String description, String expected) throws Exception {
    String content =
        ask(schemaRequest(
                """
                {"type":"object","additionalProperties":false,"required":["value"],
                 "properties":{"value":{"type":"array","items":
                   {"type":"string","description":"%s\\nat most 30 characters"}}}}
                """
                    .formatted(description)))
            .content();

    assertThat(content).isEqualTo("{\"value\":[" + expected + "]}");
  }

  @Test
  void aSchemaIsFilledInItsOwnOrder() throws Exception {
    String content =
        ask(schemaRequest(
                """
                    {"type":"object","additionalProperties":false,
                     "properties":{
                       "summary":{"type":"string"},
                       "priority":{"type":"string","enum":["HIGH","LOW"]},
                       "labels":{"type":"array","items":{"type":"string"}},
                       "stepsToReproduce":{"type":["string","null"]},
                       "confidence":{"type":"number","minimum":0,"maximum":1},
                       "count":{"type":"integer"},
                       "urgent":{"type":"boolean"},
                       "kind":{"const":"ticket"},
                       "nothing":{"type":"null"}},
                     "required":["summary","priority","labels","stepsToReproduce","confidence",
                       "count","urgent","kind","nothing"]}
                    """))
            .content();

    assertThat(content)
        .isEqualTo(
            "{\"summary\":\"Summary about refund, invoice, March, thank\",\"priority\":\"HIGH\","
                + "\"labels\":[\"refund\",\"invoice\"],"
                + "\"stepsToReproduce\":\"Steps to reproduce about refund, invoice, March, thank\","
                + "\"confidence\":0.5,\"count\":1,\"urgent\":true,\"kind\":\"ticket\","
                + "\"nothing\":null}");
  }

  @Test
  void theSameRequestGetsTheSameAnswer() throws Exception {
    String request =
        schemaRequest("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");

    assertThat(ask(request).content()).isEqualTo(ask(request).content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"string\",\"minLength\":200}",
        "{\"type\":\"string\",\"maxLength\":3}",
        "{\"type\":\"string\",\"minLength\":90,\"maxLength\":90}",
        "{\"type\":\"string\",\"format\":\"date-time\"}",
        "{\"type\":\"string\",\"format\":\"date\"}",
        "{\"type\":\"string\",\"format\":\"time\"}",
        "{\"type\":\"string\",\"format\":\"duration\"}",
        "{\"type\":\"string\",\"format\":\"email\"}",
        "{\"type\":\"string\",\"format\":\"hostname\"}",
        "{\"type\":\"string\",\"format\":\"ipv4\"}",
        "{\"type\":\"string\",\"format\":\"ipv6\"}",
        "{\"type\":\"string\",\"format\":\"uuid\"}",
        "{\"type\":\"string\",\"format\":\"uri\"}",
        "{\"type\":\"integer\",\"minimum\":18}",
        "{\"type\":\"integer\",\"maximum\":-5}",
        "{\"type\":\"integer\",\"minimum\":7,\"maximum\":7}",
        "{\"type\":\"integer\",\"exclusiveMinimum\":7,\"exclusiveMaximum\":9}",
        "{\"type\":\"integer\",\"multipleOf\":5,\"minimum\":11,\"maximum\":19}",
        "{\"type\":\"integer\",\"minimum\":0.5,\"maximum\":1.5}",
        "{\"type\":\"integer\",\"minimum\":0.5}",
        "{\"type\":\"integer\",\"minimum\":-1.5,\"maximum\":-0.5}",
        "{\"type\":\"integer\",\"minimum\":1.2}",
        "{\"type\":\"integer\",\"exclusiveMinimum\":1.2,\"maximum\":2}",
        "{\"type\":\"integer\",\"exclusiveMaximum\":1}",
        "{\"type\":\"integer\",\"multipleOf\":5,\"minimum\":0,\"maximum\":4}",
        "{\"type\":\"integer\",\"multipleOf\":0.5}",
        "{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5},"
            + "\"uniqueItems\":true}",
        "{\"type\":\"array\",\"items\":{\"type\":\"number\",\"maximum\":1},"
            + "\"uniqueItems\":true}",
        "{\"type\":\"number\",\"exclusiveMinimum\":1}",
        "{\"type\":\"number\",\"exclusiveMaximum\":1}",
        "{\"type\":\"number\",\"exclusiveMinimum\":0,\"exclusiveMaximum\":0.1}",
        "{\"type\":\"number\",\"multipleOf\":0.25,\"minimum\":0.3,\"maximum\":0.7}",
        "{\"type\":\"number\",\"minimum\":5,\"exclusiveMaximum\":5.2}",
        "{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"minItems\":5}",
        "{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"maxItems\":0}",
        "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":9,\"uniqueItems\":true}",
        "{\"type\":\"array\",\"items\":{\"enum\":[\"a\"]},\"uniqueItems\":true}",
        "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"},\"uniqueItems\":true}",
        "{\"type\":\"array\",\"items\":{\"const\":4},\"uniqueItems\":true}",
        "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"string\"}},"
            + "\"required\":[\"n\"]},\"uniqueItems\":true}",
        "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"},{\"type\":\"integer\"}],"
            + "\"minItems\":2,\"items\":false}",
        "{\"type\":[\"null\",\"integer\"]}",
        "{\"type\":[\"null\"]}",
        "{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}",
        "{\"oneOf\":[{\"type\":\"object\",\"properties\":{\"k\":{\"const\":\"a\"}},"
            + "\"required\":[\"k\"]},{\"type\":\"string\"}]}",
        "{\"allOf\":[{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
            + "\"required\":[\"a\"]},{\"properties\":{\"b\":{\"type\":\"integer\"}},"
            + "\"required\":[\"b\"]}]}",
        "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"},\"minProperties\":1}",
        "{\"enum\":[null,1]}",
        "{\"const\":{\"a\":[1]}}",
        "{}"
      })
  void valuesOfAllKindsConform(String valueSchema) throws Exception {
    assertConforms(
        "{\"type\":\"object\",\"properties\":{\"v\":" + valueSchema + "},\"required\":[\"v\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A tree, a list that ends in null, and mutual recursion.
        "{\"$ref\":\"#/$defs/N\",\"$defs\":{\"N\":{\"type\":\"object\",\"properties\":{\"c\":"
            + "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/N\"}}},\"required\":[\"c\"]}}}",
        "{\"type\":\"object\",\"properties\":{\"next\":{\"anyOf\":[{\"$ref\":\"#\"},"
            + "{\"type\":\"null\"}]}},\"required\":[\"next\"]}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}},\"required\":[\"a\"],"
            + "\"$defs\":{\"A\":{\"type\":[\"object\",\"null\"],\"properties\":{\"b\":"
            + "{\"$ref\":\"#/$defs/B\"}},\"required\":[\"b\"]},\"B\":{\"type\":\"object\","
            + "\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}},\"required\":[\"a\"]}}}",
        "{\"type\":\"object\",\"properties\":{\"self\":{\"$ref\":\"#\"}}}",
        "{\"definitions\":{\"D\":{\"type\":\"integer\"}},\"type\":\"object\",\"properties\":{"
            + "\"d\":{\"$ref\":\"#/definitions/D\"}},\"required\":[\"d\"]}"
      })
  void recursiveSchemasComeToAnEnd(String schema) throws Exception {
    assertConforms(schema);
  }

  @Test
  void randomSchemasAreConformedTo() {
    RandomSchemas random = new RandomSchemas(20_261_125);
    TextSample text = TextSample.about(TOPIC);
    for (int i = 0; i < 2_000; i++) {
      JsonNode schema = random.object(3);
      assertThat(problems(schema, SchemaSample.of(schema, text)))
          .as("schema %d: %s", i, schema)
          .isEmpty();
    }
  }

  @Test
  void jsonObjectIsAnObject() throws Exception {
    assertThat(
            ask(Http.ask(GPT, "Rain?", "\"response_format\":{\"type\":\"json_object\"}")).content())
        .isEqualTo("{\"answer\":\"Here is a short answer about Rain.\"}");
  }

  @Test
  void aForcedToolIsCalledWithFittingArguments() throws Exception {
    String tools =
        """
        "tools":[{"type":"function","function":{"name":"clock"}},
          {"type":"function","function":{"name":"triage","strict":true,"parameters":{
            "type":"object","additionalProperties":false,
            "properties":{"priority":{"enum":["LOW","HIGH"]}},"required":["priority"]}}}]""";
    JsonNode named =
        choice(
            Http.ask(
                GPT,
                "x",
                tools,
                "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"triage\"}}"));
    JsonNode required = choice(Http.ask(GPT, "x", tools, "\"tool_choice\":\"required\""));
    JsonNode auto = choice(Http.ask(GPT, "Rain?", tools, "\"tool_choice\":\"auto\""));

    assertThat(named.path("finish_reason").asString()).isEqualTo("tool_calls");
    assertThat(named.at("/message/tool_calls/0/function").toString())
        .isEqualTo("{\"name\":\"triage\",\"arguments\":\"{\\\"priority\\\":\\\"LOW\\\"}\"}");
    assertThat(required.at("/message/tool_calls/0/function").toString())
        .isEqualTo("{\"name\":\"clock\",\"arguments\":\"{}\"}");
    assertThat(auto.at("/message/tool_calls").isMissingNode()).isTrue();
    assertThat(auto.at("/message/content").asString())
        .isEqualTo("Here is a short answer about Rain.");
  }

  @Test
  void maxTokensCutsTheAnswer() throws Exception {
    JsonNode cut = ask(Http.ask(GPT, TOPIC, "\"max_tokens\":3.0")).json();
    JsonNode whole = ask(Http.ask(GPT, TOPIC, "\"max_tokens\":300")).json();

    assertThat(cut.at("/choices/0/message/content").asString()).isEqualTo("Here is a sh");
    assertThat(cut.at("/choices/0/finish_reason").asString()).isEqualTo("length");
    assertThat(cut.at("/usage/completion_tokens").asInt()).isEqualTo(3);
    assertThat(whole.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
  }

  @Test
  void maxTokensNeverCutsACharacter() {
    assertThat(Tokens.first("aé😀b", 1)).isEqualTo("aé");
    assertThat(Tokens.first("😀😀", 1)).isEqualTo("😀");
    assertThat(Tokens.first("abc", 5)).isEqualTo("abc");
  }

  private static void assertConforms(String schema) throws Exception {
    Http.Reply reply = ask(schemaRequest(schema));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(problems(Json.parse(schema), Json.parse(reply.content())))
        .as(reply.content())
        .isEmpty();
  }

  private static List<String> problems(JsonNode schema, JsonNode value) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String schemaRequest(String schema) {
    return Http.ask(
        GPT,
        TOPIC,
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":"
            + schema
            + "}}");
  }

  private static JsonNode choice(String body) throws Exception {
    return ask(body).json().at("/choices/0");
  }

  private static Http.Reply ask(String body) throws Exception {
    return new Http(server).chat(body);
  }
}
