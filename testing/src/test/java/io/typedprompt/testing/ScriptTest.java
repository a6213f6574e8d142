package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OpenRouterServerExtension.class)
class ScriptTest {
  private static final String ASK = Http.ask("openai/gpt-4o-mini", "Weather?");
  private static final String SONNET = Http.ask("anthropic/claude-sonnet-4.5", "Weather?");

  record Forecast(String sky, int degrees) {}

  @Test
  void theQueueComesFirstThenTheRuleThenTheServer(OpenRouterServer server) throws Exception {
    server.respond(
        request -> request.userText().equals("Weather?") ? Answer.text("by rule") : null);
    server.enqueue(Answer.text("first"), Answer.text("second"));
    Http http = new Http(server);

    assertThat(http.chat(ASK).content()).isEqualTo("first");
    assertThat(http.chat(ASK).content()).isEqualTo("second");
    assertThat(http.chat(ASK).content()).isEqualTo("by rule");
    assertThat(http.chat(Http.ask("openai/gpt-4o", "Rain?")).content())
        .isEqualTo("Here is a short answer about Rain.");
  }

  @Test
  void jsonIsWrittenFromTextOrValue(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.json("{\"a\": 1}"), Answer.json(new Forecast("clear", 21)));
    Http http = new Http(server);

    assertThat(http.chat(ASK).content()).isEqualTo("{\"a\": 1}");
    assertThat(http.chat(ASK).content()).isEqualTo("{\"sky\":\"clear\",\"degrees\":21}");
  }

  @Test
  void aFinishReasonIsSentWithTheProvidersOwnWord(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("Half an ans").finish("length"), Answer.text("Whole"));
    Http http = new Http(server);

    JsonNode cut = http.chat(SONNET).json().at("/choices/0");
    JsonNode whole = http.chat(SONNET).json().at("/choices/0");

    assertThat(cut.path("finish_reason").asString()).isEqualTo("length");
    assertThat(cut.path("native_finish_reason").asString()).isEqualTo("length");
    assertThat(whole.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(whole.path("native_finish_reason").asString()).isEqualTo("end_turn");
  }

  @Test
  void aRefusalHasNoContent(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.refusal("I cannot help with that."));

    JsonNode message = new Http(server).chat(ASK).json().at("/choices/0/message");

    assertThat(message.path("content").isNull()).isTrue();
    assertThat(message.path("refusal").asString()).isEqualTo("I cannot help with that.");
  }

  @Test
  void reasoningIsShownAndCounted(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("Yes.").reasoning("Hm, 12345678"));

    JsonNode body = new Http(server).chat(ASK).json();

    assertThat(body.at("/choices/0/message/reasoning").asString()).isEqualTo("Hm, 12345678");
    assertThat(body.at("/choices/0/message/reasoning_details"))
        .isEqualTo(
            Json.parse(
                """
                [{"type":"reasoning.text","text":"Hm, 12345678","format":"unknown","index":0}]
                """));
    assertThat(body.at("/usage/completion_tokens").asInt()).isEqualTo(4);
    assertThat(body.at("/usage/completion_tokens_details/reasoning_tokens").asInt()).isEqualTo(3);
  }

  @Test
  void toolCallsHaveIdsOfTheirOwn(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.toolCall("forecast", Map.of("city", "Bern")).andToolCall("clock", "{}"));

    JsonNode choice = new Http(server).chat(ASK).json().at("/choices/0");

    assertThat(choice.path("finish_reason").asString()).isEqualTo("tool_calls");
    assertThat(choice.at("/message/content").asString()).isEmpty();
    JsonNode calls = choice.at("/message/tool_calls");
    assertThat(calls).hasSize(2);
    assertThat(calls.at("/0/function").toString())
        .isEqualTo("{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"Bern\\\"}\"}");
    assertThat(calls.at("/1/function").toString())
        .isEqualTo("{\"name\":\"clock\",\"arguments\":\"{}\"}");
    assertThat(calls.at("/0/type").asString()).isEqualTo("function");
    assertThat(calls.at("/0/id").asString()).startsWith("call_");
    assertThat(calls.at("/0/id").asString()).isNotEqualTo(calls.at("/1/id").asString());
  }

  @Test
  void anErrorHasTheShapeOfTheApi(OpenRouterServer server) throws Exception {
    server.enqueue(
        Answer.error(402, "This request requires more credits."),
        Answer.error(429, "Slow down").retryAfter(Duration.ofSeconds(2)),
        Answer.providerError(503, "OpenAI", "{\"error\":\"overloaded\"}"));
    Http http = new Http(server);

    Http.Reply credits = http.chat(ASK);
    Http.Reply slow = http.chat(ASK);
    Http.Reply provider = http.chat(ASK);

    assertThat(credits.status()).isEqualTo(402);
    assertThat(credits.text())
        .isEqualTo(
            "{\"error\":{\"message\":\"This request requires more credits.\",\"code\":402},"
                + "\"user_id\":\"user_embedded0000000000000000\"}");
    assertThat(credits.header("X-Generation-Id")).startsWith("gen-");
    assertThat(slow.status()).isEqualTo(429);
    assertThat(slow.header("Retry-After")).isEqualTo("2");
    assertThat(provider.error())
        .isEqualTo(
            Json.parse(
                """
                {"message":"Provider returned error","code":503,"metadata":{
                  "raw":"{\\"error\\":\\"overloaded\\"}","provider_name":"OpenAI",
                  "error_type":"provider_overloaded"}}
                """));
    assertThat(server.charged()).isZero();
  }

  @Test
  void rawBodiesAndHeadersAreSentAsTheyAre(OpenRouterServer server) throws Exception {
    server.enqueue(
        Answer.raw(200, "{\"choices\":null}"),
        Answer.raw(524, "<html>timeout</html>").header("Content-Type", "text/html"),
        Answer.raw(200, "\n \n{}"));
    Http http = new Http(server);

    assertThat(http.chat(ASK).text()).isEqualTo("{\"choices\":null}");
    Http.Reply html = http.chat(ASK);
    assertThat(html.status()).isEqualTo(524);
    assertThat(html.header("Content-Type")).isEqualTo("text/html");
    assertThat(html.text()).isEqualTo("<html>timeout</html>");
    assertThat(http.chat(ASK).text()).isEqualTo("\n \n{}");
  }

  @Test
  void editsChangeTheFinishedBody(OpenRouterServer server) throws Exception {
    server.enqueue(
        Answer.text("x").edit(body -> body.putNull("choices")).edit(body -> body.remove("usage")));

    JsonNode body = new Http(server).chat(ASK).json();

    assertThat(body.path("choices").isNull()).isTrue();
    assertThat(body.has("usage")).isFalse();
    assertThat(body.path("provider").asString()).isEqualTo("OpenAI");
  }

  @Test
  void aProviderCanFailInTheMiddleOfAnAnswerThatIsNotBilled(OpenRouterServer server)
      throws Exception {
    server.enqueue(Answer.text("0123456789").failAt(0.6, 502, "Provider disconnected"));

    Http.Reply reply = new Http(server).chat(ASK);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode choice = reply.json().at("/choices/0");
    assertThat(choice.at("/message/content").asString()).isEqualTo("012345");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("error");
    assertThat(choice.path("error"))
        .isEqualTo(
            Json.parse(
                """
                {"message":"Provider disconnected","code":502,
                 "metadata":{"error_type":"provider_unavailable"}}
                """));
    assertThat(reply.json().at("/usage/cost").decimalValue()).isZero();
    assertThat(server.charged()).isZero();
  }

  @Test
  void byokIsBilledElsewhere(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("x").tokens(1_000, 1_000).byok());

    JsonNode usage = new Http(server).chat(SONNET).json().path("usage");

    assertThat(usage.path("is_byok").asBoolean()).isTrue();
    assertThat(usage.path("cost").toString()).isEqualTo("0");
    assertThat(usage.at("/cost_details/upstream_inference_cost").decimalValue())
        .isEqualByComparingTo("0.018");
    assertThat(server.charged()).isZero();
  }

  @Test
  void anAnswerWaitsForItsGate(OpenRouterServer server) throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    server.enqueue(Answer.text("held").holdUntil(gate), Answer.text("not held"));
    Http http = new Http(server);
    CompletableFuture<Http.Reply> held = http.chatLater(ASK);
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(http.chat(ASK).content()).isEqualTo("not held");
    assertThat(held).isNotDone();
    gate.complete(null);
    assertThat(held.get(20, TimeUnit.SECONDS).content()).isEqualTo("held");
  }

  @Test
  void anAnswerIsDelayed(OpenRouterServer server) throws Exception {
    server.enqueue(Answer.text("late").delay(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(new Http(server).chat(ASK).content()).isEqualTo("late");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  void aRuleThatThrowsIsReportedToItsAuthor(OpenRouterServer server) throws Exception {
    server.respond(
        request -> {
          throw new IllegalStateException("no such case: " + request.userText());
        });

    Http.Reply reply = new Http(server).chat(ASK);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.error().path("message").asString())
        .isEqualTo(
            "Internal Server Error: java.lang.IllegalStateException: no such case: Weather?");
  }

  @Test
  void resetForgetsAllButAddedModels(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    http.chat(ASK);
    server.enqueue(Answer.text("queued"));
    server.respond(request -> Answer.text("rule"));
    server.down("openai/gpt-4o-mini").unsupported("openai/gpt-4o-mini", "tools");

    server.reset();

    assertThat(server.requests()).isEmpty();
    assertThat(server.charged()).isZero();
    assertThat(http.chat(ASK).content()).isEqualTo("Here is a short answer about Weather.");
  }

  @Test
  void mistakesInAScriptAreFoundWhereTheyAreWritten() {
    assertThatThrownBy(() -> Answer.json("{oops"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
    assertThatThrownBy(() -> Answer.toolCall("f", "city=Bern"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
    assertThatThrownBy(() -> Answer.error(200, "no"))
        .hasMessage("status must be from 400 to 599, got 200");
    assertThatThrownBy(() -> Answer.raw(100, "no"))
        .hasMessage("status must be from 200 to 599, got 100");
    assertThatThrownBy(() -> Answer.error(500, "x").finish("stop"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "finish refines what a model says: use it after text, json, refusal or toolCall");
    assertThatThrownBy(() -> Answer.text("x").breakOffAt(60))
        .hasMessage("share must be from 0 to 1, got 60.0");
    assertThatThrownBy(() -> Answer.text("x").tokens(-1, 2))
        .hasMessage("token counts cannot be negative, got -1 and 2");
    assertThatThrownBy(() -> Answer.text("x").delay(Duration.ofMillis(-1)))
        .hasMessage("a duration cannot be negative, got PT-0.001S");
    assertThat(Answer.text("secret")).hasToString("Answer[Message]");
  }
}
