package io.typedprompt;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.internal.call.EngineSettings;
import io.typedprompt.internal.call.HttpClient;
import io.typedprompt.internal.call.PromptEngine;
import io.typedprompt.internal.call.RetryPolicy;
import io.typedprompt.internal.call.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The connection to OpenRouter that prompts are called through. Thread-safe; one per application is
 * enough.
 *
 * <pre>{@code
 * try (OpenRouterClient client = OpenRouterClient.fromEnvironment()) {
 *   SupportPrompts prompts = new SupportPromptsImpl(client);
 *   String haiku = prompts.haiku("spring");
 * }
 * }</pre>
 */
public final class OpenRouterClient implements AutoCloseable {
  private final PromptEngine engine;
  private final HttpUrl baseUrl;

  private OpenRouterClient(PromptEngine engine, HttpUrl baseUrl) {
    this.engine = engine;
    this.baseUrl = baseUrl;
  }

  /**
   * A client with the key in the environment variable {@code OPENROUTER_API_KEY}, and defaults.
   *
   * @throws IllegalStateException if the variable is not set
   */
  public static OpenRouterClient fromEnvironment() {
    return builder().build();
  }

  /** A builder of a client. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The generated implementation of an interface annotated with {@code @OpenRouterPrompt}, as
   * {@code new SupportPromptsImpl(client)} would make it. This is the only place that uses
   * reflection.
   *
   * @throws IllegalArgumentException if there is no generated class, or it is not accessible
   */
  public <T> T create(Class<T> type) {
    return Implementations.create(type, this);
  }

  /** For generated code: makes the call that {@code input} describes. */
  public <T> PromptResult<T> call(PromptMethod<T> method, PromptInput input) {
    return engine.call(method, input);
  }

  /** For generated code: makes the call that {@code input} describes, as a stream. */
  public <T> PromptStream<T> stream(PromptMethod<T> method, PromptInput input) {
    return new PromptStream<>(engine.stream(method, input));
  }

  /**
   * For generated code: makes the call that {@code input} describes, as a stream of the elements of
   * its list. To be closed.
   */
  public <E> Stream<E> elements(PromptMethod<List<E>> method, PromptInput input) {
    AnswerFormat<List<E>> format = Objects.requireNonNull(method.format(), "format");
    PromptStream<List<E>> stream = stream(method, input);
    Elements<E> elements =
        new Elements<>(method.name(), stream, format, engine.callSettings(method, input));
    return StreamSupport.stream(elements, false).onClose(stream::close);
  }

  /** For generated code: makes the call that {@code input} describes, on other threads. */
  public <T> CompletableFuture<PromptResult<T>> future(PromptMethod<T> method, PromptInput input) {
    return engine.future(method, input);
  }

  /** For generated code: the same, for the value alone, which therefore must be whole. */
  public <T> CompletableFuture<T> futureValue(PromptMethod<T> method, PromptInput input) {
    return engine.futureValue(method, input);
  }

  /**
   * Cancels the calls that are running, which then throw {@link CallCancelledException}, and lets
   * go of connections and threads, except those of the user's own OkHttp client.
   */
  @Override
  public void close() {
    engine.close();
  }

  /** Where the client points to; never the key. */
  @Override
  public String toString() {
    return "OpenRouterClient{" + baseUrl + '}';
  }

  /** Builds a client. */
  public static final class Builder {
    private static final String DEFAULT_BASE_URL = "https://openrouter.ai/api/v1";

    private @Nullable String apiKey;
    private String baseUrl = DEFAULT_BASE_URL;
    private @Nullable OkHttpClient httpClient;
    private int maxConcurrentCalls = HttpClient.DEFAULT_MAX_CONCURRENT_CALLS;
    private @Nullable String appReferer;
    private @Nullable String appTitle;
    private @Nullable Duration timeout;
    private @Nullable PromptOptions defaults;
    private int maxRetries = RetryPolicy.DEFAULT.maxRetries();
    private boolean retryAmbiguous;
    private Duration maxRetryWait = RetryPolicy.DEFAULT.maxWait();
    private final List<PromptListener> listeners = new ArrayList<>();
    private boolean payloads;
    private @Nullable ToolApproval toolApproval;
    private @Nullable Executor toolExecutor;
    private @Nullable Timing timing;

    private Builder() {}

    /** The API key; otherwise the environment variable {@code OPENROUTER_API_KEY} has it. */
    public Builder apiKey(String apiKey) {
      this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
      return this;
    }

    /**
     * The address of the API up to its version: {@code https://openrouter.ai/api/v1} if it is not
     * set, or that of a regional host, a proxy or a test's server.
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
      return this;
    }

    /**
     * An OkHttp client to derive from: its connections, interceptors, proxy and threads are used,
     * and never shut down. Its retries and redirects are not used, because a repeated request may
     * be billed twice.
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * How many requests may wait for their answers at the same time, 1 or more; 64 if it is not
     * set. Further calls wait for their turn, within their timeout. A stream counts until its text
     * begins.
     */
    public Builder maxConcurrentCalls(int maxConcurrentCalls) {
      if (maxConcurrentCalls < 1) {
        throw new IllegalArgumentException(
            "maxConcurrentCalls is " + maxConcurrentCalls + ", but must be 1 or more");
      }
      this.maxConcurrentCalls = maxConcurrentCalls;
      return this;
    }

    /** The application's address, for OpenRouter's attribution, where options set none. */
    public Builder appReferer(String appReferer) {
      this.appReferer = Objects.requireNonNull(appReferer, "appReferer");
      return this;
    }

    /** The application's name, for OpenRouter's attribution, where options set none. */
    public Builder appTitle(String appTitle) {
      this.appTitle = Objects.requireNonNull(appTitle, "appTitle");
      return this;
    }

    /**
     * The time for a whole call with all its attempts, where options set none; 10 minutes if it is
     * not set. At least a millisecond.
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Objects.requireNonNull(timeout, "timeout");
      return this;
    }

    /** Options that count where neither a prompt nor a call sets them. */
    public Builder defaults(PromptOptions defaults) {
      this.defaults = Objects.requireNonNull(defaults, "defaults");
      return this;
    }

    /**
     * How often a request is repeated that failed in a way that may pass and cost nothing: it could
     * not be sent, or the server answered with 408, 429 or 5xx. 2 if it is not set; 0 is never. All
     * of it happens within the call's timeout, and never for a used up daily quota.
     */
    public Builder maxRetries(int maxRetries) {
      if (maxRetries < 0) {
        throw new IllegalArgumentException(
            "maxRetries is " + maxRetries + ", but must be 0 or more");
      }
      this.maxRetries = maxRetries;
      return this;
    }

    /**
     * Whether a request is repeated, too, whose connection broke off or fell silent after it was
     * sent. The model may have answered it, and it may be billed twice; so it is not, unless this
     * is true.
     */
    public Builder retryAmbiguous(boolean retryAmbiguous) {
      this.retryAmbiguous = retryAmbiguous;
      return this;
    }

    /**
     * The longest time that a server may ask to wait before a retry; 60 seconds if it is not set.
     * If it asks for more, the call fails at once, and the exception's {@link
     * OpenRouterException#retryAfter()} has the time.
     */
    public Builder maxRetryWait(Duration maxRetryWait) {
      if (maxRetryWait.isNegative()) {
        throw new IllegalArgumentException(
            "maxRetryWait is " + maxRetryWait + ", but must be 0 or more");
      }
      this.maxRetryWait = maxRetryWait;
      return this;
    }

    /** Adds one who is told about every call of the client. */
    public Builder listener(PromptListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Whether listeners are told the bodies of requests and answers, which hold the texts of
     * prompts; false if it is not set. The API key is never among them.
     */
    public Builder payloads(boolean payloads) {
      this.payloads = payloads;
      return this;
    }

    /**
     * Who decides about every tool call of a model before the tool is run. Without it every call is
     * run.
     */
    public Builder toolApproval(ToolApproval toolApproval) {
      this.toolApproval = Objects.requireNonNull(toolApproval, "toolApproval");
      return this;
    }

    /**
     * Where tools run, those at the same time that a model calls at the same time. Without it they
     * run on the thread of the call, one after the other. It is not shut down with the client. What
     * it rejects runs on the thread of the call.
     */
    public Builder toolExecutor(Executor toolExecutor) {
      this.toolExecutor = Objects.requireNonNull(toolExecutor, "toolExecutor");
      return this;
    }

    /** The time to go by, for tests. */
    Builder timing(Timing timing) {
      this.timing = timing;
      return this;
    }

    /**
     * A client with these settings.
     *
     * @throws IllegalStateException if there is no API key
     * @throws IllegalArgumentException if the key or the address cannot be used
     */
    public OpenRouterClient build() {
      String key = ApiKeys.resolve(apiKey, System.getenv(ApiKeys.VARIABLE));
      HttpUrl url = BaseUrls.parse(baseUrl);
      PromptEngine engine =
          new PromptEngine(
              HttpClient.of(httpClient, maxConcurrentCalls),
              BaseUrls.chatCompletions(url),
              key,
              allDefaults(),
              settings(),
              LoggerFactory.getLogger(OpenRouterClient.class));
      return new OpenRouterClient(engine, url);
    }

    private EngineSettings settings() {
      EngineSettings defaults = EngineSettings.defaults();
      return new EngineSettings(
          new RetryPolicy(maxRetries, retryAmbiguous, maxRetryWait),
          List.copyOf(listeners),
          payloads,
          timing == null ? defaults.timing() : timing,
          toolApproval,
          toolExecutor);
    }

    /** The builder's own settings, where the default options say nothing else. */
    private PromptOptions allDefaults() {
      PromptOptions.Builder own = PromptOptions.builder();
      if (appReferer != null) {
        own.appReferer(appReferer);
      }
      if (appTitle != null) {
        own.appTitle(appTitle);
      }
      if (timeout != null) {
        own.timeout(timeout);
      }
      return defaults == null ? own.build() : defaults.withDefaults(own.build());
    }
  }
}
