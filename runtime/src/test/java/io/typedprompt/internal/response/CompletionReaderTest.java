package io.typedprompt.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.FinishReason;
import io.typedprompt.ToolCall;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionReaderTest {
  private static final String FULL =
      """
      {"id":"gen-1","model":"v/m","provider":"V","service_tier":"default","choices":[{"index":0,
       "finish_reason":"tool_calls","native_finish_reason":"STOP","logprobs":{"content":[
       {"token":"a","logprob":-1,"top_logprobs":[]}]},"message":{"content":[{"type":"text",
       "text":"t"}],"refusal":null,"reasoning":"r","reasoning_details":[ {"type":"reasoning.text",
       "text":"r", "signature":"s"} ],"annotations":[{"type":"url_citation","url_citation":{"url":"u"}}],
       "tool_calls":[{"index":0,"id":"i","type":"function","function":{"name":"f",
       "arguments":"{}"}}]},"error":{"code":502,"message":"m","metadata":{"raw":{"a":1},
       "provider_name":"P","headers":{"Retry-After":"3"},"previous_errors":[{"code":1}]},
       "availability":{"code":"c","excluded_by":["x"],"constraint":{"detail":"d"}}}}],
       "usage":{"prompt_tokens":1,"cost":0.5,"cost_details":{"upstream_inference_cost":0.1}}}
      """;

  @Test
  void reasoningDetailsAreKeptAsTheyCame() {
    Choice choice = read(FULL).choice();

    assertThat(choice).isNotNull();
    assertThat(choice.reasoningDetails())
        .isEqualTo("[ {\"type\":\"reasoning.text\",\n \"text\":\"r\", \"signature\":\"s\"} ]");
  }

  @Test
  void anEmptyListOfReasoningDetailsIsNotNone() {
    Choice choice =
        read("{\"choices\":[{\"message\":{\"content\":\"c\",\"reasoning_details\":[]}}]}").choice();

    assertThat(choice).isNotNull();
    assertThat(choice.reasoningDetails()).isEqualTo("[]");
    assertThat(choice.reasoning()).isNull();
  }

  @Test
  void aToolCallMayLackAlmostEverything() {
    Choice choice =
        read("{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":null,"
                + "\"function\":{\"name\":\"f\"}},{\"function\":{\"name\":\"g\","
                + "\"arguments\":\"\"}},{},null]}}]}")
            .choice();

    assertThat(choice).isNotNull();
    assertThat(choice.toolCalls())
        .containsExactly(
            ToolCall.of("", "f", "{}"),
            ToolCall.of("", "g", "{}"),
            ToolCall.of("", "", "{}"),
            ToolCall.of("", "", "{}"));
    assertThat(choice.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(choice.content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[]", "7", "null", "\"text\"", "{", "{\"choices\":[", "nope", ":"})
  void whatIsNoObjectCannotBeRead(String body) {
    assertThat(CompletionReader.read(body)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "{}", "\"\"", "{\"message\":null,\"code\":null}"})
  void anErrorThatSaysNothingIsNone(String error) {
    assertThat(read("{\"error\":" + error + ",\"choices\":[]}").error()).isNull();
  }

  @Test
  void anErrorMayBeAText() {
    ApiError error = read("{\"error\":\"it broke\"}").error();

    assertThat(error).isNotNull();
    assertThat(error.reason()).isEqualTo("it broke");
  }

  @Test
  void everyPartMayBeOfAnyType() {
    String[] values = {
      "null", "true", "7", "-1.5e9", "\"x\"", "[]", "[[null,{}]]", "{}", "{\"a\":[1]}"
    };
    Random random = new Random(42);
    for (int round = 0; round < 2000; round++) {
      String body = FULL;
      for (int change = 0; change <= random.nextInt(3); change++) {
        body = withAnotherValue(body, values[random.nextInt(values.length)], random);
      }
      Completion completion = CompletionReader.read(body);
      assertThat(completion).as(body).isNotNull();
    }
  }

  @Test
  void whateverIsCutOffOrGarbledIsReadOrRefused() {
    Random random = new Random(7);
    for (int end = 0; end < FULL.strip().length(); end++) {
      assertThat(CompletionReader.read(FULL.substring(0, end))).isNull();
    }
    for (int round = 0; round < 2000; round++) {
      StringBuilder garbled = new StringBuilder(FULL);
      for (int i = 0; i < 4; i++) {
        garbled.setCharAt(random.nextInt(FULL.length()), (char) (32 + random.nextInt(95)));
      }
      CompletionReader.read(garbled.toString());
      ErrorReader.readBody(garbled.toString());
    }
  }

  /** Puts a value in the place of a random one that follows a colon. */
  private static String withAnotherValue(String json, String value, Random random) {
    int colon = json.indexOf("\":", random.nextInt(json.length() - 100));
    if (colon < 0) {
      return json;
    }
    int start = colon + 2;
    int end = start;
    int depth = 0;
    boolean inText = false;
    for (; end < json.length(); end++) {
      char c = json.charAt(end);
      if (c == '"') {
        inText = !inText;
      } else if (!inText && (c == '{' || c == '[')) {
        depth++;
      } else if (!inText && (c == '}' || c == ']' || c == ',')) {
        if (depth == 0) {
          break;
        }
        depth -= c == ',' ? 0 : 1;
      }
    }
    return json.substring(0, start) + value + json.substring(end);
  }

  private static Completion read(String body) {
    Completion completion = CompletionReader.read(body);
    assertThat(completion).isNotNull();
    return completion;
  }
}
