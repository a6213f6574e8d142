package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static final String USAGE =
      """
      Usage: java ... io.typedprompt.testing.OpenRouterServer [--port N]

      Starts an OpenRouter-compatible server on 127.0.0.1 and runs until it is stopped (ctrl-C).

        --port N   the port to listen on, 0 for a free one (default: 8080)
        --help     prints this
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpExplains() {
    assertThat(run("--help")).isZero();

    assertThat(text(out)).isEqualTo(USAGE);
    assertThat(text(err)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--prt 80,          unknown argument: --prt",
    "8080,              unknown argument: 8080",
    "--port 80 --x,     unknown argument: --x",
    "--port=80 --x,     unknown argument: --x",
    "--help --port,     unknown argument: --help",
    "--port,            --port needs a number after it",
    "--port eighty,     '--port must be from 0 to 65535, got eighty'",
    "--port 65536,      '--port must be from 0 to 65535, got 65536'",
    "--port -1,         '--port must be from 0 to 65535, got -1'",
    "--port=,           '--port must be from 0 to 65535, got '"
  })
  void wrongArgumentsAreExplained(String args, String message) {
    assertThat(run(args.split(" "))).isEqualTo(2);

    assertThat(text(err)).isEqualTo(message + "\n\n" + USAGE);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void aPortInUseIsSaid() {
    try (OpenRouterServer first = OpenRouterServer.start()) {
      assertThat(run("--port", String.valueOf(first.port()))).isEqualTo(1);

      assertThat(text(err))
          .startsWith("the embedded server cannot listen on 127.0.0.1:" + first.port() + ": ")
          .endsWith(". Choose another port, or 0 for a free one.\n");
    }
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> OpenRouterServer.builder().port(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be from 0 to 65535, got 70000");
    assertThatThrownBy(() -> OpenRouterServer.builder().requireKey(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the required key cannot be blank");
  }

  /** As users start it, and as a module: a missing "requires" would show here. */
  @Test
  void runsAsAProcessUntilItIsStopped() throws Exception {
    List<String> command = new ArrayList<>(List.of(java(), "-p", modulePath()));
    command.addAll(
        List.of(
            "-m", "io.typedprompt.testing/io.typedprompt.testing.OpenRouterServer", "--port", "0"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = readUntil(output, "Ctrl-C stops it.");
      assertThat(lines.get(0))
          .isEqualTo("OpenRouter-compatible server, for tests and offline runs");
      String baseUrl = lines.get(1).substring("Base URL: ".length());
      assertThat(lines)
          .contains("  curl " + baseUrl + "/chat/completions \\")
          .contains("    -H \"Content-Type: application/json\" \\");

      Http.Reply reply =
          Http.send(
              HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                  .header("Authorization", "Bearer x")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(exampleBody(lines)))
                  .build());

      assertThat(reply.content()).isEqualTo("Here is a short answer about Hello.");
      process.destroy(); // SIGTERM, handled as ctrl-C is.
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String exampleBody(List<String> lines) {
    String line = lines.stream().filter(each -> each.contains("-d '")).findFirst().orElseThrow();
    return line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\''));
  }

  private static List<String> readUntil(BufferedReader reader, String last) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    while (!last.equals(line)) {
      line = reader.readLine();
      assertThat(line).as("end of output after %s", lines).isNotNull();
      lines.add(line);
    }
    return lines;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What the module needs of the tests' class path. */
  private static String modulePath() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = new ArrayList<>();
    for (String entry : List.of(classPath.split(File.pathSeparator))) {
      boolean needed =
          entry.endsWith(Path.of("testing", "target", "classes").toString())
              || entry.matches(".*[/\\\\](jetty|jackson|slf4j-api).*\\.jar");
      if (needed && !entry.contains("yaml")) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private int run(String... args) {
    return CommandLine.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
