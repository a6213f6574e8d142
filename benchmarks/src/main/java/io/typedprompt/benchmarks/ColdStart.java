package io.typedprompt.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.typedprompt.OpenRouterClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/**
 * Whole processes: from the start of the JVM over a call to a server on this machine to the end.
 * They take turns, so that whatever else the machine does hits all alike.
 */
final class ColdStart {
  private static final String KEY = "sk-or-v1-benchmark";

  private ColdStart() {}

  /** Milliseconds of each round, by program. */
  static Map<Program, List<Double>> measure(int rounds) {
    Map<Program, List<Double>> times = new LinkedHashMap<>();
    HttpServer server = server();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
      for (int round = -1; round < rounds; round++) {
        for (Program program : Program.values()) {
          double millis = Processes.time(command(program, url));
          if (round >= 0) {
            times.computeIfAbsent(program, p -> new ArrayList<>()).add(millis);
          }
        }
      }
    } finally {
      server.stop(0);
    }
    return times;
  }

  private static List<String> command(Program program, String url) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        ColdStart.class.getName(),
        program.name(),
        url);
  }

  private static HttpServer server() {
    byte[] body = Samples.completion(Samples.typical());
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "cold-start-server");
                thread.setDaemon(true);
                return thread;
              }));
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The measured program: which one, and where the server is. */
  public static void main(String[] arguments) {
    Triage triage = Program.valueOf(arguments[0]).call(arguments[1]);
    // OkHttp's own threads keep a program alive for a minute.
    System.exit(triage.priority() == Triage.Priority.URGENT ? 0 : 1);
  }

  /** Ways to make the call. */
  enum Program {
    TYPED_PROMPT {
      @Override
      Triage call(String url) {
        try (OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(url).apiKey(KEY).build()) {
          return new SupportPromptsImpl(client).triage("Acme Cloud", Ticket.sample()).value();
        }
      }
    },
    HAND_WRITTEN {
      @Override
      Triage call(String url) {
        return new HandWritten(new OkHttpClient(), url, KEY)
            .triage("Acme Cloud", Ticket.sample())
            .value();
      }
    },
    DATABIND {
      @Override
      Triage call(String url) {
        return new WithDatabind(new OkHttpClient(), url, KEY)
            .triage("Acme Cloud", Ticket.sample())
            .value();
      }
    };

    abstract Triage call(String url);
  }
}
