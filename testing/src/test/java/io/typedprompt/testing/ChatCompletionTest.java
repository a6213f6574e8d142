package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OpenRouterServerExtension.class)
class ChatCompletionTest {
  private static final String GPT = "openai/gpt-4o-mini";

  @Test
  void answersInTheShapeOfTheApi(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("Fine.").tokens(37, 92));

    Http.Reply reply = new Http(server).chat(Http.ask("openai/gpt-5-mini", "How are you?"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    ObjectNode body = (ObjectNode) reply.json();
    assertThat(body.path("id").asString())
        .matches("gen-\\d+-[0-9A-Z]{20}")
        .isEqualTo(reply.header("X-Generation-Id"));
    assertThat(body.path("created").asLong())
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    body.remove("id");
    body.remove("created");
    assertThat(body)
        .isEqualTo(
            Json.parse(
                """
                {"object":"chat.completion","model":"openai/gpt-5-mini-2025-08-07",
                 "provider":"OpenAI","system_fingerprint":null,"service_tier":"default",
                 "choices":[{"index":0,"logprobs":null,"finish_reason":"stop",
                   "native_finish_reason":"completed",
                   "message":{"role":"assistant","content":"Fine.","refusal":null,
                     "reasoning":null}}],
                 "usage":{"prompt_tokens":37,"completion_tokens":92,"total_tokens":129,
                   "cost":0.00019325,"is_byok":false,
                   "prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,
                     "audio_tokens":0,"video_tokens":0},
                   "cost_details":{"upstream_inference_cost":0.00019325,
                     "upstream_inference_prompt_cost":0.00000925,
                     "upstream_inference_completions_cost":0.000184},
                   "completion_tokens_details":{"reasoning_tokens":0,"image_tokens":0,
                     "audio_tokens":0}}}
                """));
  }

  @Test
  void chargesExactlyWhatTheTokensCost(OpenRouterServer server) throws Exception {
    server.model("acme/tiny", new BigDecimal("0.0000001"), new BigDecimal("0.0000003"));
    server.enqueue(Answer.text("a").tokens(3, 1), Answer.text("b").tokens(0, 0));

    Http http = new Http(server);
    JsonNode first = http.chat(Http.ask("acme/tiny", "x")).json().path("usage");
    JsonNode second = http.chat(Http.ask("acme/tiny", "x")).json().path("usage");

    assertThat(first.path("cost").decimalValue()).isEqualByComparingTo("0.0000006");
    assertThat(second.path("cost").toString()).isEqualTo("0");
    assertThat(server.charged()).isEqualByComparingTo("0.0000006");
  }

  @Test
  void estimatesTokensFromTheTextOfBothSides(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("12345678"), Answer.text("123456789"));

    Http http = new Http(server);
    JsonNode first = http.chat(Http.ask(GPT, "1234")).json().path("usage");
    JsonNode second = http.chat(Http.ask(GPT, "12345")).json().path("usage");

    assertThat(first.path("prompt_tokens").asInt()).isEqualTo(5);
    assertThat(first.path("completion_tokens").asInt()).isEqualTo(2);
    assertThat(second.path("prompt_tokens").asInt()).isEqualTo(6);
    assertThat(second.path("completion_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void namesTheDatedSlugAndTakesItAsAnId(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    String dated = "anthropic/claude-4.5-sonnet-20250929";

    assertThat(model(http.chat(Http.ask("anthropic/claude-sonnet-4.5", "x")))).isEqualTo(dated);
    assertThat(model(http.chat(Http.ask(dated, "x")))).isEqualTo(dated);
    assertThat(model(http.chat(Http.ask(GPT, "x")))).isEqualTo(GPT);
    assertThat(model(http.chat(Http.ask(GPT + ":nitro", "x")))).isEqualTo(GPT);
    assertThat(model(http.chat(Http.ask("openrouter/auto", "x")))).isEqualTo(GPT);
    assertThat(model(http.chat("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")))
        .isEqualTo(GPT);
  }

  @Test
  void refusesAModelThatItDoesNotKnow(OpenRouterServer server) throws Exception {
    Http.Reply reply = new Http(server).chat(Http.ask("openai/gtp-4o-mini", "x"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json())
        .isEqualTo(
            Json.parse(
                """
                {"error":{"message":"openai/gtp-4o-mini is not a valid model ID","code":400,
                  "availability":{"code":"model_not_found","retryable":false,
                    "requested_models":["openai/gtp-4o-mini"],
                    "docs_url":"https://openrouter.ai/docs/guides/routing/provider-selection"}},
                 "user_id":"user_embedded0000000000000000"}
                """));
  }

  @Test
  void takesAnyKeyUnlessOneIsRequired() throws Exception {
    try (OpenRouterServer any = OpenRouterServer.start();
        OpenRouterServer strict = OpenRouterServer.builder().requireKey("sk-mine").start()) {
      assertThat(chatWith(any, "Bearer whatever").status()).isEqualTo(200);
      assertThat(chatWith(any, "bearer whatever").status()).isEqualTo(200);
      assertThat(chatWith(strict, "Bearer sk-mine").status()).isEqualTo(200);
      assertThat(strict.apiKey()).isEqualTo("sk-mine");
      Http.Reply refused = chatWith(strict, "Bearer whatever");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.text())
          .isEqualTo("{\"error\":{\"message\":\"User not found.\",\"code\":401}}");
      assertThat(strict.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Basic dXNlcjpwYXNz", "sk-or-v1-bare"})
  void refusesACallWithoutAKey(String authorization) throws Exception {
    try (OpenRouterServer server = OpenRouterServer.start()) {
      Http.Reply reply = chatWith(server, authorization);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.text())
          .isEqualTo("{\"error\":{\"message\":\"No cookie auth credentials found\",\"code\":401}}");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void recordsRequestsWithoutTheKey(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    HttpRequest request =
        http.to("/chat/completions")
            .header("Authorization", "Bearer sk-very-secret")
            .header("Content-Type", "application/json")
            .header("HTTP-Referer", "https://acme.example")
            .header("X-Title", "Acme")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"model":"openai/gpt-4o","models":["openai/gpt-4o","openai/gpt-4o-mini"],
                     "messages":[{"role":"system","content":"Be brief."},
                       {"role":"user","content":[{"type":"text","text":"One"},
                         {"type":"text","text":"Two"}]}]}
                    """))
            .build();
    Http.send(request);

    ChatRequest recorded = server.requests().get(0);
    assertThat(recorded.models()).containsExactly("openai/gpt-4o", "openai/gpt-4o-mini");
    assertThat(recorded.systemText()).isEqualTo("Be brief.");
    assertThat(recorded.userText()).isEqualTo("One\nTwo");
    assertThat(recorded.isStreaming()).isFalse();
    assertThat(recorded.header("http-referer")).contains("https://acme.example");
    assertThat(recorded.header("X-TITLE")).contains("Acme");
    assertThat(recorded.header("Authorization")).contains("[redacted]");
    assertThat(recorded.headers().toString()).doesNotContain("sk-very-secret");
    assertThat(recorded)
        .hasToString(
            "ChatRequest[models=[openai/gpt-4o, openai/gpt-4o-mini], messages=2, stream=false]");
  }

  @Test
  void givesLogprobsWhenAsked(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("Yes indeed"));

    JsonNode choice =
        new Http(server)
            .chat(Http.ask(GPT, "x", "\"logprobs\":true", "\"top_logprobs\":2"))
            .json()
            .at("/choices/0");

    assertThat(choice.path("logprobs"))
        .isEqualTo(
            Json.parse(
                """
                {"content":[
                  {"token":"Yes ","logprob":-0.25,"bytes":[89,101,115,32],"top_logprobs":[
                    {"token":"Yes ","logprob":-0.25,"bytes":[89,101,115,32]},
                    {"token":"Yes 1","logprob":-1.25,"bytes":[89,101,115,32,49]}]},
                  {"token":"indeed","logprob":-0.25,"bytes":[105,110,100,101,101,100],
                   "top_logprobs":[
                    {"token":"indeed","logprob":-0.25,"bytes":[105,110,100,101,101,100]},
                    {"token":"indeed1","logprob":-1.25,
                     "bytes":[105,110,100,101,101,100,49]}]}],
                 "refusal":null}
                """));
  }

  @Test
  void knowsOnlyItsOwnPathsAndMethods(OpenRouterServer server) throws Exception {
    Http http = new Http(server);

    Http.Reply unknown = http.get("/chat/completion");
    Http.Reply wrongMethod = http.get("/chat/completions");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.error().path("message").asString())
        .isEqualTo("Not Found: GET /api/v1/chat/completion");
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
  }

  @Test
  void listensOnLoopbackOnly(OpenRouterServer server) {
    assertThat(server.baseUrl()).isEqualTo("http://127.0.0.1:" + server.port() + "/api/v1");
    assertThat(server).hasToString("OpenRouterServer[" + server.baseUrl() + "]");
  }

  private static String model(Http.Reply reply) {
    return reply.json().path("model").asString();
  }

  private static Http.Reply chatWith(OpenRouterServer server, String authorization)
      throws Exception {
    HttpRequest.Builder request =
        new Http(server)
            .to("/chat/completions")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Http.ask(GPT, "x")));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return Http.send(request.build());
  }
}
