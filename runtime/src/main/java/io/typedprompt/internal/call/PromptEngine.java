package io.typedprompt.internal.call;

import io.typedprompt.PromptOptions;
import io.typedprompt.PromptResult;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.internal.options.CallSettings;
import io.typedprompt.internal.response.Redaction;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.slf4j.Logger;

/** What all calls of one client share. Thread-safe. */
public final class PromptEngine implements AutoCloseable {
  private final HttpClient http;
  private final AsyncCalls calls;
  private final Transport transport;
  private final HttpUrl endpoint;
  private final String authorization;
  private final PromptOptions defaults;
  private final Redaction redaction;
  private final EngineSettings settings;
  private final CallObserver observer;
  private final Logger log;

  /**
   * An engine that asks one server.
   *
   * @param http the HTTP client, closed with this engine
   * @param endpoint the address of chat completions
   * @param apiKey the key, which a header can carry
   * @param defaults options that count where a prompt and a call set none
   * @param settings how it behaves
   * @param log gets a line per request at the level debug, and more where something goes wrong
   */
  public PromptEngine(
      HttpClient http,
      HttpUrl endpoint,
      String apiKey,
      PromptOptions defaults,
      EngineSettings settings,
      Logger log) {
    this.http = http;
    this.calls = new AsyncCalls(http.maxConcurrentCalls());
    this.redaction = new Redaction(apiKey);
    this.transport = new Transport(http, redaction, settings.timing());
    this.endpoint = endpoint;
    this.authorization = "Bearer ".concat(apiKey);
    this.defaults = defaults;
    this.settings = settings;
    this.observer = new CallObserver(settings, log);
    this.log = log;
  }

  /** Makes a call, with as many requests as it takes. */
  public <T> PromptResult<T> call(PromptMethod<T> method, PromptInput input) {
    return loop(method, input).run();
  }

  /** Makes a call whose text comes as the model writes it. */
  public <T> TextSource<T> stream(PromptMethod<T> method, PromptInput input) {
    return loop(method, input).stream();
  }

  /** Makes a call on another thread. */
  public <T> CompletableFuture<PromptResult<T>> future(PromptMethod<T> method, PromptInput input) {
    CallLoop<T> loop = loop(method, input);
    return calls.start(loop::run, loop.nanosLeft());
  }

  /** Makes a call on another thread, for the value alone, which therefore must be whole. */
  public <T> CompletableFuture<T> futureValue(PromptMethod<T> method, PromptInput input) {
    CallLoop<T> loop = loop(method, input);
    return calls.start(() -> BareValue.of(method.name(), loop.run()), loop.nanosLeft());
  }

  /** What counts for a call beside what is sent. */
  public CallSettings callSettings(PromptMethod<?> method, PromptInput input) {
    return CallSettings.of(options(method, input));
  }

  private PromptOptions options(PromptMethod<?> method, PromptInput input) {
    PromptOptions options = method.options().withDefaults(defaults);
    return input.callOptions() == null ? options : input.callOptions().withDefaults(options);
  }

  private <T> CallLoop<T> loop(PromptMethod<T> method, PromptInput input) {
    PromptOptions options = options(method, input);
    CallMessages messages = new CallMessages(method.name(), input, options);
    return new CallLoop<>(this, method, options, messages, input.toolMethods());
  }

  HttpClient http() {
    return http;
  }

  EngineSettings settings() {
    return settings;
  }

  CallObserver observer() {
    return observer;
  }

  Transport transport() {
    return transport;
  }

  HttpUrl endpoint() {
    return endpoint;
  }

  String authorization() {
    return authorization;
  }

  Redaction redaction() {
    return redaction;
  }

  Logger log() {
    return log;
  }

  @Override
  public void close() {
    http.close();
    calls.close();
  }
}
