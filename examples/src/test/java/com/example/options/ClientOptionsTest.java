package com.example.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Options that only the client reads, and the forms in which typed answers are asked for. */
class ClientOptionsTest {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"text":{"type":"string"},"count":{"type":"integer"}},
       "required":["text","count"],"additionalProperties":false}
      """;

  private static final Recorder RECORDER = new Recorder();

  @AfterAll
  static void closeRecorder() {
    RECORDER.close();
  }

  static List<Function<ClientPrompts, ClientPrompts.Answer>> notSent() {
    return List.of(
        ClientPrompts::jsonSchema,
        ClientPrompts::maxAttempts,
        ClientPrompts::strict,
        ClientPrompts::roundIntegers,
        ClientPrompts::timeoutSeconds,
        ClientPrompts::maxCost);
  }

  @ParameterizedTest
  @MethodSource("notSent")
  void theyAreNotSent(Function<ClientPrompts, ClientPrompts.Answer> prompt) {
    JsonNode plain = body(ClientPrompts::plain);

    assertThat(body(prompt)).isEqualTo(plain);
  }

  @Test
  void aSchemaIsSentStrictlyAndToWhoeverKnowsIt() {
    assertThat(body(ClientPrompts::plain))
        .isEqualTo(
            Recorder.json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "response_format":{"type":"json_schema",
                   "json_schema":{"name":"Answer","strict":true,"schema":%s}},
                 "provider":{"require_parameters":true}}
                """
                    .formatted(SCHEMA)));
  }

  @Test
  void aToolIsForcedWithTheSchemaAsItsParameters() {
    assertThat(body(ClientPrompts::tool))
        .isEqualTo(
            Recorder.json(
                """
                {"messages":[{"role":"user","content":"Hi"}],
                 "tools":[{"type":"function","function":{"name":"Answer",
                   "description":"Takes the answer.","strict":true,"parameters":%s}}],
                 "tool_choice":{"type":"function","function":{"name":"Answer"}},
                 "provider":{"require_parameters":true}}
                """
                    .formatted(SCHEMA)));
  }

  @Test
  void aSchemaInWordsNeedsNothingOfTheProvider() {
    JsonNode body = body(ClientPrompts::prompt);

    assertThat(body.propertyNames()).containsExactly("messages");
    assertThat(body.at("/messages/0/content").stringValue()).startsWith("Hi\n\n").contains("count");
  }

  @Test
  void theDeveloperDecidesWhatProvidersMustKnow() {
    PromptOptions defaults =
        PromptOptions.builder()
            .provider(ProviderOptions.builder().requireParameters(false).build())
            .build();

    JsonNode body = RECORDER.body(defaults, c -> new ClientPromptsImpl(c).plain());

    ObjectNode expected = (ObjectNode) body(ClientPrompts::plain);
    ((ObjectNode) expected.get("provider")).put("require_parameters", false);
    assertThat(body).isEqualTo(expected);
  }

  private static JsonNode body(Function<ClientPrompts, ClientPrompts.Answer> prompt) {
    return RECORDER.body(
        client ->
            assertThat(prompt.apply(new ClientPromptsImpl(client)))
                .isEqualTo(new ClientPrompts.Answer("Hi", 3)));
  }
}
