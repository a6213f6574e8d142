package io.typedprompt.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * An OpenRouter-compatible server on 127.0.0.1, for tests and offline runs. It serves chat
 * completions, streamed or not, to any client that speaks OpenRouter's or OpenAI's API: requests
 * are checked and refused as the API does, models fall back, and answers cost what the catalogue's
 * prices say. Every model is as strict about a {@code strict} schema as OpenAI's are.
 *
 * <p>Answers come from {@link #enqueue}, else from the rule given to {@link #respond}, else the
 * server makes one that conforms to the request's schema.
 *
 * <pre>{@code
 * try (OpenRouterServer server = OpenRouterServer.start()) {
 *   server.enqueue(Answer.json("{\"priority\":\"HIGH\"}"));
 *   ... new client with server.baseUrl() and server.apiKey() ...
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class OpenRouterServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** Longer than any client waits, so that a held answer is never broken off by the server. */
  private static final Duration IDLE_TIMEOUT = Duration.ofHours(1);

  private static final String DEFAULT_KEY = "sk-or-v1-embedded-server-takes-any-key";

  private final Catalogue catalogue = new Catalogue();
  private final ModelStates states = new ModelStates();
  private final Script script = new Script();
  private final Ledger ledger = new Ledger();
  private final String apiKey;
  private final Server jetty;
  private final int port;

  private OpenRouterServer(Builder builder) {
    apiKey = builder.requiredKey == null ? DEFAULT_KEY : builder.requiredKey;
    Router router = new Router(catalogue, states);
    ChatEndpoint chat = new ChatEndpoint(router, script, new AutomaticAnswer(states), ledger);
    AccountEndpoints account = new AccountEndpoints(ledger);
    jetty = jetty(new HttpEdge(new Endpoints(chat, account, catalogue, builder.requiredKey)));
    port = startOn(jetty, builder.port);
  }

  /**
   * Starts a server on a free port.
   *
   * @throws IllegalStateException if it cannot listen
   */
  public static OpenRouterServer start() {
    return builder().start();
  }

  /** The settings of a server that is to be started. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a server as a process: {@code --port N} (default 8080) chooses the port, {@code --help}
   * explains. Runs until it is stopped.
   */
  public static void main(String[] args) {
    int status = CommandLine.run(args, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** What a client takes as its base URL: {@code http://127.0.0.1:PORT/api/v1}. */
  public String baseUrl() {
    return "http://" + HOST + ":" + port + Endpoints.BASE_PATH;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** A key that the server accepts. It opens nothing anywhere else. */
  public String apiKey() {
    return apiKey;
  }

  /** Answers the next requests that pass the checks, one each, in this order. */
  public OpenRouterServer enqueue(Answer... answers) {
    for (Answer answer : answers) {
      script.enqueue(answer);
    }
    return this;
  }

  /**
   * Answers requests by a rule, when no answer is enqueued. A rule that returns null leaves the
   * answer to the server; one that throws makes it a 500 with the exception's text.
   */
  public OpenRouterServer respond(Function<? super ChatRequest, ? extends @Nullable Answer> rule) {
    script.respond(rule);
    return this;
  }

  /**
   * Adds a model that takes every parameter, or replaces one.
   *
   * @param promptPrice USD per prompt token
   * @param completionPrice USD per completion token
   * @throws IllegalArgumentException if the id is blank or a price negative
   */
  public OpenRouterServer model(String id, BigDecimal promptPrice, BigDecimal completionPrice) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a model's id cannot be blank");
    }
    if (promptPrice.signum() < 0 || completionPrice.signum() < 0) {
      throw new IllegalArgumentException(
          "a price cannot be negative, got " + promptPrice + " and " + completionPrice);
    }
    catalogue.add(id, promptPrice, completionPrice);
    return this;
  }

  /**
   * The provider of a model fails with 502 from now on, so that requests fall back to their next
   * model.
   *
   * @throws IllegalArgumentException if the model is unknown
   */
  public OpenRouterServer down(String model) {
    states.down(known(model));
    return this;
  }

  /**
   * A model is rate limited (429) from now on, so that requests fall back to their next model.
   *
   * @throws IllegalArgumentException if the model is unknown
   */
  public OpenRouterServer rateLimited(String model) {
    states.rateLimited(known(model), null);
    return this;
  }

  /**
   * As {@link #rateLimited(String)}, with the header {@code Retry-After} in whole seconds.
   *
   * @throws IllegalArgumentException if the model is unknown
   */
  public OpenRouterServer rateLimited(String model, Duration retryAfter) {
    states.rateLimited(known(model), retryAfter);
    return this;
  }

  /**
   * A model works again.
   *
   * @throws IllegalArgumentException if the model is unknown
   */
  public OpenRouterServer up(String model) {
    states.up(known(model));
    return this;
  }

  /**
   * A model does not take these request parameters, such as {@code response_format}: they are
   * dropped, or exclude it if the request says {@code provider.require_parameters}.
   *
   * @throws IllegalArgumentException if the model or a parameter is unknown
   */
  public OpenRouterServer unsupported(String model, String... parameters) {
    for (String parameter : parameters) {
      if (!Model.ALL_PARAMETERS.contains(parameter)) {
        throw new IllegalArgumentException("no parameter of the API: " + parameter);
      }
    }
    states.unsupported(known(model), Set.of(parameters));
    return this;
  }

  /**
   * The chat completion requests so far, in the order in which they came: all whose body was a JSON
   * object, also those that were then refused. Requests without a valid key are not among them.
   */
  public List<ChatRequest> requests() {
    return script.requests();
  }

  /** What all answers so far cost, in USD: the exact sum of their {@code usage.cost}. */
  public BigDecimal charged() {
    return ledger.total();
  }

  /**
   * What each answer of a model cost, in the order in which they were made. Their costs are {@link
   * #charged()} in sum.
   */
  public List<Charge> charges() {
    return ledger.charges();
  }

  /** How many connections of clients are open, those included on which nothing happens. */
  public int openConnections() {
    return ((ServerConnector) jetty.getConnectors()[0]).getConnectedEndPoints().size();
  }

  /**
   * Forgets answers, the rule, requests, charges and what was said about models. Models that were
   * added stay.
   */
  public void reset() {
    script.clear();
    states.clear();
    ledger.clear();
  }

  /** Stops at once; what is under way is broken off. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded server did not stop: " + e.getMessage(), e);
    }
  }

  /** Waits until the server is stopped. */
  void join() throws InterruptedException {
    jetty.join();
  }

  @Override
  public String toString() {
    return "OpenRouterServer[" + baseUrl() + "]";
  }

  private String known(String model) {
    return catalogue
        .find(model)
        .map(Model::id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model " + model + " in the catalogue: add it with model(id, ...) first"));
  }

  private static Server jetty(HttpEdge edge) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("typedprompt-server");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(HOST);
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    server.addConnector(connector);
    server.setHandler(edge);
    server.setStopTimeout(0);
    return server;
  }

  private static int startOn(Server server, int port) {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    connector.setPort(port);
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly(server, e);
      throw new IllegalStateException(
          "the embedded server cannot listen on "
              + HOST
              + ":"
              + port
              + ": "
              + e.getMessage()
              + ". Choose another port, or 0 for a free one.",
          e);
    }
    return connector.getLocalPort();
  }

  private static void stopQuietly(Server server, Exception cause) {
    try {
      server.stop();
    } catch (Exception e) {
      cause.addSuppressed(e);
    }
  }

  /** The settings of a server that is to be started. */
  public static final class Builder {
    private int port;
    private @Nullable String requiredKey;

    private Builder() {}

    /**
     * The port to listen on, 0 (the default) for a free one.
     *
     * @throws IllegalArgumentException if it is not from 0 to 65535
     */
    public Builder port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be from 0 to 65535, got " + port);
      }
      this.port = port;
      return this;
    }

    /**
     * The only key that is accepted. Without it, any key is that is not empty.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder requireKey(String key) {
      if (key.isBlank()) {
        throw new IllegalArgumentException("the required key cannot be blank");
      }
      requiredKey = key;
      return this;
    }

    /**
     * Starts the server.
     *
     * @throws IllegalStateException if it cannot listen
     */
    public OpenRouterServer start() {
      return new OpenRouterServer(this);
    }
  }
}
