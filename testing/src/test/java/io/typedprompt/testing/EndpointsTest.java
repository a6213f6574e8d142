package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OpenRouterServerExtension.class)
class EndpointsTest {
  private static final String SONNET = "anthropic/claude-sonnet-4.5";

  @Test
  void modelsListsTheCatalogueWithPricesPerToken(OpenRouterServer server) throws Exception {
    server.model("acme/tiny", new BigDecimal("1E-9"), BigDecimal.ZERO);

    Http.Reply reply = Http.send(new Http(server).to("/models").build());

    assertThat(reply.status()).isEqualTo(200);
    JsonNode body = reply.json();
    assertThat(body.path("total_count").asInt()).isEqualTo(body.path("data").size());
    assertThat(body.at("/links/next").isNull()).isTrue();
    assertThat(model(body, SONNET))
        .isEqualTo(
            Json.parse(
                """
                {"id":"anthropic/claude-sonnet-4.5",
                 "canonical_slug":"anthropic/claude-4.5-sonnet-20250929",
                 "name":"Anthropic: Claude Sonnet 4.5","created":1767225600,
                 "description":"Anthropic: Claude Sonnet 4.5, as the embedded server plays it",
                 "context_length":1000000,
                 "architecture":{"modality":"text->text","tokenizer":"Other","instruct_type":null,
                   "input_modalities":["text"],"output_modalities":["text"]},
                 "pricing":{"prompt":"0.000003","completion":"0.000015"},
                 "top_provider":{"context_length":1000000,"max_completion_tokens":64000,
                   "is_moderated":false},
                 "per_request_limits":null,
                 "supported_parameters":["include_reasoning","max_tokens","reasoning",
                   "response_format","stop","structured_outputs","temperature","tool_choice",
                   "tools","top_k","top_p","verbosity"],
                 "default_parameters":null,"supported_voices":null,
                 "links":{"details":
                   "/api/v1/models/anthropic/claude-4.5-sonnet-20250929/endpoints"}}
                """));
    assertThat(model(body, "acme/tiny").at("/pricing/prompt").asString()).isEqualTo("0.000000001");
  }

  @Test
  void everyModelOfTheListCanBeCalled(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    for (JsonNode model : http.get("/models").json().path("data")) {
      String id = model.path("id").asString();
      JsonNode reply = http.chat(Http.ask(id, "x")).json();
      assertThat(reply.path("model").asString()).isEqualTo(model.path("canonical_slug").asString());
      BigDecimal expected =
          new BigDecimal(model.at("/pricing/prompt").asString())
              .multiply(reply.at("/usage/prompt_tokens").decimalValue())
              .add(
                  new BigDecimal(model.at("/pricing/completion").asString())
                      .multiply(reply.at("/usage/completion_tokens").decimalValue()));
      assertThat(reply.at("/usage/cost").decimalValue()).isEqualByComparingTo(expected);
    }
  }

  @Test
  void keyTellsWhatWasUsed(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("x").tokens(1_000, 1_000));
    Http http = new Http(server);
    http.chat(Http.ask(SONNET, "x"));

    JsonNode data = http.get("/key").json().path("data");

    assertThat(data.path("usage").decimalValue()).isEqualByComparingTo("0.018");
    assertThat(data.path("limit").isNull()).isTrue();
    assertThat(data.path("is_management_key").asBoolean()).isFalse();
    assertThat(Http.send(http.to("/key").build()).status()).isEqualTo(401);
  }

  @Test
  void generationTellsWhatOneAnswerCost(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("x").tokens(1_000, 1_000).reasoning("12345678"));
    Http http = new Http(server);
    String id = http.chat(Http.ask(SONNET, "x")).json().path("id").asString();

    JsonNode data = http.get("/generation?id=" + id).json().path("data");

    assertThat(data.path("id").asString()).isEqualTo(id);
    assertThat(data.path("total_cost").decimalValue()).isEqualByComparingTo("0.018");
    assertThat(data.path("model").asString()).isEqualTo("anthropic/claude-4.5-sonnet-20250929");
    assertThat(data.path("provider_name").asString()).isEqualTo("Anthropic");
    assertThat(data.path("native_tokens_prompt").asInt()).isEqualTo(1_000);
    assertThat(data.path("native_tokens_reasoning").asInt()).isEqualTo(2);
    assertThat(data.path("streamed").asBoolean()).isFalse();
    assertThat(data.path("native_finish_reason").asString()).isEqualTo("end_turn");
    Http.Reply unknown = http.get("/generation?id=gen-0");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.error().path("message").asString()).isEqualTo("Generation gen-0 not found");
    assertThat(http.get("/generation").status()).isEqualTo(400);
    assertThat(Http.send(http.to("/generation?id=" + id).build()).status()).isEqualTo(401);
  }

  private static JsonNode model(JsonNode models, String id) {
    for (JsonNode model : models.path("data")) {
      if (model.path("id").asString().equals(id)) {
        return model;
      }
    }
    throw new AssertionError("no " + id);
  }
}
