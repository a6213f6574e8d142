package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of tools and their results in a conversation. */
@ExtendWith(OpenRouterServerExtension.class)
class ToolMessagesTest {
  private static final String CALLS =
      """
      {"role":"assistant","content":null,"tool_calls":[
        {"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},
        {"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}]}""";

  private static String result(String id) {
    return "{\"role\":\"tool\",\"tool_call_id\":\"" + id + "\",\"content\":\"of " + id + "\"}";
  }

  private static String ask(String... messages) {
    return """
        {"model":"openai/gpt-4o-mini","tool_choice":"required","tools":[
           {"type":"function","function":{"name":"f","parameters":{"type":"object"}}},
           {"type":"function","function":{"name":"g","parameters":{"type":"object"}}}],
         "messages":[{"role":"user","content":"Go"}%s]}"""
        .formatted(messages.length == 0 ? "" : "," + String.join(",", messages));
  }

  @Test
  void aRuleSeesTheResultsOfTheLastCalls(OpenRouterServer server) throws Exception {
    server.respond(request -> Answer.text(request.toolResults().toString()));
    Http http = new Http(server);

    assertThat(http.chat(ask(CALLS, result("b"), result("a"))).content()).isEqualTo("[of b, of a]");
    assertThat(
            http.chat(ask(CALLS, result("a"), result("b"), CALLS, result("a"), result("b")))
                .content())
        .isEqualTo("[of a, of b]");
    assertThat(http.chat(ask()).content()).isEqualTo("[]");
  }

  @Test
  void requiredCallsComeToAnEnd(OpenRouterServer server) throws Exception {
    Http http = new Http(server);

    assertThat(called(http.chat(ask()))).isEqualTo("f");
    assertThat(called(http.chat(ask(CALLS, result("a"), result("b"))))).isEqualTo("g");
  }

  private static String called(Http.Reply reply) {
    return reply.json().at("/choices/0/message/tool_calls/0/function/name").asString();
  }

  @ParameterizedTest
  @CsvSource({"a, b", "b, a"})
  void aCallWithoutAResultIsRefused(String answered, String open, OpenRouterServer server)
      throws Exception {
    Http.Reply reply = new Http(server).chat(ask(CALLS, result(answered)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("message").asString())
        .isEqualTo(
            "An assistant message with 'tool_calls' must be followed by tool messages responding to"
                + " each 'tool_call_id'. The following tool_call_ids did not have response"
                + " messages: "
                + open);
  }

  @Test
  void aResultWithoutACallIsRefused(OpenRouterServer server) throws Exception {
    for (String body :
        new String[] {
          ask(result("a")),
          ask(CALLS, result("a"), result("b"), result("a")),
          ask(CALLS, result("a"), result("c"))
        }) {
      Http.Reply reply = new Http(server).chat(body);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.error().path("message").asString())
          .isEqualTo(
              "Invalid parameter: messages with role 'tool' must be a response to a preceeding"
                  + " message with 'tool_calls'.");
    }
  }
}
