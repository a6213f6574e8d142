package io.typedprompt.testing;

import java.io.PrintStream;
import java.util.Optional;

/** Runs the server as a process. */
final class CommandLine {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private static final int DEFAULT_PORT = 8080;
  private static final String USAGE =
      """
      Usage: java ... io.typedprompt.testing.OpenRouterServer [--port N]

      Starts an OpenRouter-compatible server on 127.0.0.1 and runs until it is stopped (ctrl-C).

        --port N   the port to listen on, 0 for a free one (default: 8080)
        --help     prints this
      """;

  private CommandLine() {}

  /** Does what the arguments say, and returns the exit status when it is done. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length == 1 && args[0].equals("--help")) {
      out.print(USAGE);
      return OK;
    }
    int port;
    try {
      port = port(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println();
      err.print(USAGE);
      return WRONG_USE;
    }
    return start(port, out, err).map(CommandLine::runUntilStopped).orElse(FAILED);
  }

  /** Starts a server and says where it is; empty, with the reason on {@code err}, if it cannot. */
  static Optional<OpenRouterServer> start(int port, PrintStream out, PrintStream err) {
    try {
      OpenRouterServer server = OpenRouterServer.builder().port(port).start();
      out.print(greeting(server));
      out.flush();
      return Optional.of(server);
    } catch (IllegalStateException e) {
      err.println(e.getMessage());
      return Optional.empty();
    }
  }

  private static int runUntilStopped(OpenRouterServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "typedprompt-server-stop"));
    try {
      server.join();
    } catch (InterruptedException e) {
      server.close();
    }
    return OK;
  }

  private static int port(String[] args) {
    if (args.length == 0) {
      return DEFAULT_PORT;
    }
    String first = args[0];
    if (first.startsWith("--port=") && args.length == 1) {
      return parsePort(first.substring("--port=".length()));
    }
    if (first.equals("--port") && args.length == 1) {
      throw new IllegalArgumentException("--port needs a number after it");
    }
    if (first.equals("--port") && args.length == 2) {
      return parsePort(args[1]);
    }
    String unknown = first.startsWith("--port") ? args[args.length - 1] : first;
    throw new IllegalArgumentException("unknown argument: " + unknown);
  }

  private static int parsePort(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Reported below, with the numbers that are out of range.
    }
    throw new IllegalArgumentException("--port must be from 0 to 65535, got " + text);
  }

  private static String greeting(OpenRouterServer server) {
    return """
        OpenRouter-compatible server, for tests and offline runs
        Base URL: %1$s
        API key:  any, such as %2$s

        Try it:
          curl %1$s/chat/completions \\
            -H "Authorization: Bearer %2$s" \\
            -H "Content-Type: application/json" \\
            -d '{"model":"openai/gpt-4o-mini","messages":[{"role":"user","content":"Hello"}]}'

        Ctrl-C stops it.
        """
        .formatted(server.baseUrl(), server.apiKey());
  }
}
