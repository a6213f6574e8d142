package io.typedprompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.codegen.PromptInput;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call loads, seen from outside in a process of its own. */
@Timeout(60)
class ColdStartTest {
  @Test
  void aTypedCallLoadsNoClassOfDatabind() throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            Path.of(ColdStartTest.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString(),
            "target/test-classes",
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path", ""));
    try (PromptServer server = new PromptServer()) {
      server.answerText("{\"summary\":\"s\",\"priority\":\"HIGH\"}");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:class+load",
                  "-Xshare:auto",
                  "-cp",
                  classPath,
                  Caller.class.getName(),
                  server.baseUrl())
              .redirectErrorStream(true)
              .start();
      String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(log).isZero();
      assertThat(log)
          .contains("io.typedprompt.PromptResult ")
          .contains("tools.jackson.core.json.JsonFactory ");
      assertThat(log.lines().filter(line -> line.contains("tools.jackson.databind."))).isEmpty();
    }
  }

  /** The program that is started. */
  static final class Caller {
    private Caller() {}

    public static void main(String[] arguments) {
      try (OpenRouterClient client =
          OpenRouterClient.builder().apiKey(PromptServer.KEY).baseUrl(arguments[0]).build()) {
        PromptResult<SamplePrompts.Triage> result =
            SamplePrompts.TRIAGE.result(client, new PromptInput().user("Go."));
        System.exit(result.value().summary().equals("s") ? 0 : 1);
      }
    }
  }
}
