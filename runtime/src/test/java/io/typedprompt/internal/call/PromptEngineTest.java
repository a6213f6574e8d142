package io.typedprompt.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class PromptEngineTest {
  @Test
  void logsALinePerRequestWithoutTextsAndKey() throws Exception {
    List<String> lines = new ArrayList<>();
    Logger log =
        (Logger)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  Object[] values = (Object[]) arguments[1];
                  lines.add(
                      method.getName()
                          + " "
                          + MessageFormatter.arrayFormat((String) arguments[0], values)
                              .getMessage());
                  return null;
                });
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body(
                  "{\"model\":\"v/m\",\"provider\":\"V\",\"choices\":[{\"message\":{\"content\":"
                      + "\"secret answer\"}}],\"usage\":{\"prompt_tokens\":3,"
                      + "\"completion_tokens\":4,\"cost\":0.5}}")
              .build());
      try (PromptEngine engine =
          new PromptEngine(
              HttpClient.of(null, 1),
              server.url("/api/v1/chat/completions"),
              "sk-or-v1-secret",
              PromptOptions.builder().build(),
              EngineSettings.defaults(),
              log)) {
        engine.call(
            PromptMethod.text("com.acme.P.m", PromptOptions.builder().build()),
            new PromptInput().user("secret question"));
      }
    }

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).replaceAll("\\d+ ms", "9 ms"))
        .isEqualTo(
            "debug P.m: request 1: ANSWER ANSWERED, v/m at V, 9 ms, 7 tokens (3 prompt, 4"
                + " completion), 0.5 USD");
    assertThat(Arrays.toString(lines.toArray())).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.SupportPrompts.triage, SupportPrompts.triage",
    "SupportPrompts.triage, SupportPrompts.triage",
    "com.acme.Outer.Inner.ask, Inner.ask",
    "ask, ask",
  })
  void messagesShowTheTypeAndTheMethod(String name, String shown) {
    assertThat(MethodName.shortened(name)).isEqualTo(shown);
  }
}
