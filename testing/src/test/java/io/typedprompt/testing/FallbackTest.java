package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OpenRouterServerExtension.class)
class FallbackTest {
  private static final String SONNET = "anthropic/claude-sonnet-4.5";
  private static final String GPT = "openai/gpt-4o-mini";
  private static final String LLAMA = "meta-llama/llama-3.3-70b-instruct";
  private static final String ALL =
      "{\"models\":[\""
          + SONNET
          + "\",\""
          + GPT
          + "\",\""
          + LLAMA
          + "\"],"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  @Test
  void theFirstModelAnswersIfItCan(OpenRouterServer server) throws Exception {
    JsonNode body = new Http(server).chat(ALL).json();

    assertThat(body.path("provider").asString()).isEqualTo("Anthropic");
  }

  @Test
  void theNextModelAnswersAndIsCharged(OpenRouterServer server) throws Exception {
    server.down(SONNET);
    server.enqueue(Answer.text("x").tokens(1_000_000, 0));

    JsonNode body = new Http(server).chat(ALL).json();

    assertThat(body.path("model").asString()).isEqualTo(GPT);
    assertThat(body.path("provider").asString()).isEqualTo("OpenAI");
    assertThat(body.at("/usage/cost").decimalValue()).isEqualByComparingTo("0.15");
  }

  @Test
  void theLastModelAnswersWhenTheOthersFail(OpenRouterServer server) throws Exception {
    server.down(SONNET).rateLimited(GPT);

    assertThat(new Http(server).chat(ALL).json().path("model").asString()).isEqualTo(LLAMA);
  }

  @Test
  void modelComesBeforeModels(OpenRouterServer server) throws Exception {
    String body = Http.ask(LLAMA, "x", "\"models\":[\"" + GPT + "\"]");
    Http http = new Http(server);

    assertThat(http.chat(body).json().path("model").asString()).isEqualTo(LLAMA);
    server.down(LLAMA);
    assertThat(http.chat(body).json().path("model").asString()).isEqualTo(GPT);
    server.up(LLAMA);
    assertThat(http.chat(body).json().path("model").asString()).isEqualTo(LLAMA);
  }

  @Test
  void whenAllFailTheLastErrorNamesTheOthers(OpenRouterServer server) throws Exception {
    server.down(SONNET).down(GPT).rateLimited(LLAMA, Duration.ofSeconds(7));
    server.enqueue(Answer.text("kept for the next request"));

    Http http = new Http(server);
    Http.Reply reply = http.chat(ALL);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("7");
    assertThat(reply.json())
        .isEqualTo(
            Json.parse(
                """
                {"error":{"message":"Provider returned error","code":429,
                  "metadata":{"raw":"meta-llama/llama-3.3-70b-instruct is temporarily rate-limited \
                upstream. Please retry shortly.","provider_name":"Fireworks",
                    "error_type":"rate_limit_exceeded","previous_errors":[
                      {"provider":"Anthropic","code":"provider_unavailable","status":502},
                      {"provider":"OpenAI","code":"provider_unavailable","status":502}]},
                  "availability":{"code":"capacity_exhausted","retryable":true,
                    "requested_models":["anthropic/claude-sonnet-4.5","openai/gpt-4o-mini",
                      "meta-llama/llama-3.3-70b-instruct"],
                    "docs_url":"https://openrouter.ai/docs/guides/routing/provider-selection"}},
                 "user_id":"user_embedded0000000000000000"}
                """));
    assertThat(server.charged()).isZero();
    server.up(LLAMA);
    assertThat(http.chat(ALL).content()).isEqualTo("kept for the next request");
  }

  @Test
  void oneModelThatIsDownIsA502(OpenRouterServer server) throws Exception {
    server.down(GPT);

    Http.Reply reply = new Http(server).chat(Http.ask(GPT, "x"));

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.error().path("message").asString()).isEqualTo("Provider returned error");
    assertThat(reply.error().at("/metadata/raw").asString())
        .isEqualTo("openai/gpt-4o-mini is down at the provider.");
    assertThat(reply.error().at("/metadata/previous_errors").isMissingNode()).isTrue();
    assertThat(reply.error().at("/availability/code").asString())
        .isEqualTo("temporarily_unavailable");
  }

  @Test
  void requiredParametersExcludeModelsThatLackThem(OpenRouterServer server) throws Exception {
    String topK = "\"top_k\":40,\"provider\":{\"require_parameters\":true}";
    Http http = new Http(server);

    Http.Reply refused = http.chat(Http.ask(GPT, "x", topK));
    Http.Reply other = http.chat(Http.ask(GPT, "x", topK, "\"models\":[\"" + LLAMA + "\"]"));
    Http.Reply dropped = http.chat(Http.ask(GPT, "x", "\"top_k\":40"));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.error().path("message").asString())
        .isEqualTo(
            "No endpoints found that can handle the requested parameters. To learn more about"
                + " provider routing, visit:"
                + " https://openrouter.ai/docs/guides/routing/provider-selection");
    assertThat(refused.error().at("/availability/code").asString())
        .isEqualTo("constraint_filtered");
    assertThat(refused.error().at("/availability/excluded_by").toString())
        .isEqualTo("[\"require_parameters\"]");
    assertThat(refused.error().at("/availability/constraint/detail").asString())
        .isEqualTo("no endpoint supports top_k");
    assertThat(other.json().path("model").asString()).isEqualTo(LLAMA);
    assertThat(dropped.status()).isEqualTo(200);
  }

  @Test
  void maxCompletionTokensIsTheTrapThatItIsInTheApi(OpenRouterServer server) throws Exception {
    String limit = "\"max_completion_tokens\":40,\"provider\":{\"require_parameters\":true}";
    Http http = new Http(server);

    assertThat(http.chat(Http.ask(LLAMA, "x", limit)).status()).isEqualTo(404);
    assertThat(http.chat(Http.ask(GPT, "x", limit)).status()).isEqualTo(200);
  }

  @Test
  void anUnsupportedResponseFormatIsDroppedOrExcludes(OpenRouterServer server) throws Exception {
    server.unsupported(GPT, "response_format");
    String format = "\"response_format\":{\"type\":\"json_object\"}";
    Http http = new Http(server);

    assertThat(http.chat(Http.ask(GPT, "Rain?", format)).content())
        .isEqualTo("Here is a short answer about Rain.");
    assertThat(
            http.chat(Http.ask(GPT, "x", format, "\"provider\":{\"require_parameters\":true}"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aModelWithoutToolsIsNotChosenForThem(OpenRouterServer server) throws Exception {
    server.unsupported(GPT, "tools");

    Http.Reply reply =
        new Http(server)
            .chat(
                Http.ask(
                    GPT, "x", "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.error().path("message").asString())
        .startsWith("No endpoints found that support tool use. To learn more");
  }

  @Test
  void providerListsChooseAmongModels(OpenRouterServer server) throws Exception {
    assertThat(provider(server, "{\"only\":[\"openai\"]}")).isEqualTo("OpenAI");
    assertThat(provider(server, "{\"ignore\":[\"anthropic\"]}")).isEqualTo("Amazon Bedrock");
    assertThat(provider(server, "{\"only\":[\"fireworks/fp8\",\"together\"]}"))
        .isEqualTo("none: No allowed providers are available for the selected model.");
    assertThat(provider(server, "{\"order\":[\"openai\"]}")).isEqualTo("Anthropic");
    assertThat(provider(server, "{\"order\":[\"azure\",\"google-vertex/europe\"]}"))
        .isEqualTo("Google");
    assertThat(provider(server, "{\"only\":[\"google-vertex\",\"amazon-bedrock\"]}"))
        .isEqualTo("Amazon Bedrock");
    assertThat(provider(server, "{\"order\":[\"google-vertex\"],\"ignore\":[\"google-vertex\"]}"))
        .isEqualTo("Anthropic");
    assertThat(provider(server, "{\"order\":[\"openai\"],\"allow_fallbacks\":false}"))
        .isEqualTo("OpenAI");
    assertThat(provider(server, "{\"max_price\":{\"prompt\":\"0.2\",\"completion\":1}}"))
        .isEqualTo("OpenAI");
    assertThat(provider(server, "{\"max_price\":{\"prompt\":0.01}}"))
        .isEqualTo("none: No endpoints found that match your max_price.");
  }

  @Test
  void addedModelsTakePartAndTakeEverything(OpenRouterServer server) throws Exception {
    server.model("acme/large", new BigDecimal("0.000001"), new BigDecimal("0.000002"));

    Http.Reply reply =
        new Http(server)
            .chat(
                Http.ask(
                    "acme/large",
                    "x",
                    "\"top_a\":0.5,\"verbosity\":\"low\"",
                    "\"provider\":{\"require_parameters\":true,\"only\":[\"groq\"]}"));

    assertThat(reply.json().path("model").asString()).isEqualTo("acme/large");
  }

  @Test
  void whatIsSaidAboutUnknownModelsIsAMistake(OpenRouterServer server) {
    assertThatThrownBy(() -> server.down("openai/gtp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no model openai/gtp in the catalogue: add it with model(id, ...) first");
    assertThatThrownBy(() -> server.unsupported(GPT, "topK"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no parameter of the API: topK");
    assertThatThrownBy(() -> server.model(" ", BigDecimal.ONE, BigDecimal.ONE))
        .hasMessage("a model's id cannot be blank");
    assertThatThrownBy(() -> server.model("a/b", new BigDecimal("-1"), BigDecimal.ONE))
        .hasMessage("a price cannot be negative, got -1 and 1");
  }

  private static String provider(OpenRouterServer server, String preferences) throws Exception {
    String body =
        "{\"models\":[\""
            + SONNET
            + "\",\""
            + GPT
            + "\"],\"provider\":"
            + preferences
            + ",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
    Http.Reply reply = new Http(server).chat(body);
    if (reply.status() == 200) {
      return reply.json().path("provider").asString();
    }
    String message = reply.error().path("message").asString();
    return "none: " + message.substring(0, message.indexOf(" To learn more"));
  }
}
