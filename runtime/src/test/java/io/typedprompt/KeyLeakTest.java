package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.watch.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server, or something on the way to it, echoes the API key wherever it can. Whatever a caller, a
 * listener or a log then gets, the key is not in it.
 */
class KeyLeakTest {
  /** JSON may escape the slash. */
  private static final String KEY = "sk-or-v1-leak/0123456789abcdef";

  private static final String STREAM = "text/event-stream";

  private static final int[] STATUSES = {302, 400, 402, 403, 404, 503};
  private static final String[] ENDS = {"stop", "length", "content_filter", "error"};

  private final List<Object> got = new CopyOnWriteArrayList<>();
  private final FakeTiming timing = new FakeTiming(0.5);

  /** How the key is written where it stands inside of a string of JSON. */
  enum Form {
    PLAIN {
      @Override
      String key() {
        return KEY;
      }
    },
    ESCAPED_SLASH {
      @Override
      String key() {
        return KEY.replace("/", "\\/");
      }
    },
    ESCAPED {
      @Override
      String key() {
        return unicode("\\u%04x");
      }
    },
    PARTLY_ESCAPED {
      @Override
      String key() {
        return KEY.replace("-", "\\u002D");
      }
    },
    /** In JSON within a string of JSON. */
    ESCAPED_TWICE {
      @Override
      String key() {
        return unicode("\\\\u%04x");
      }
    };

    abstract String key();

    private static String unicode(String format) {
      StringBuilder text = new StringBuilder();
      for (char c : KEY.toCharArray()) {
        text.append(String.format(format, (int) c));
      }
      return text.toString();
    }
  }

  /** Answers of a server that echoes what it was sent. */
  private static List<MockResponse> echoes(Form form) {
    String key = form.key();
    List<MockResponse> all = new ArrayList<>();
    for (int status : form == Form.PLAIN ? STATUSES : new int[] {401}) {
      all.add(response(status, error(status, "No auth for " + key)));
      all.add(response(status, "Unknown key " + key));
      all.add(
          response(
              status,
              "{\"error\":{\"code\":%d,\"message\":\"Provider returned error\",\"metadata\":{"
                      .formatted(status)
                  + "\"provider_name\":\"P %s\",\"raw\":\"{\\\"error\\\":\\\"%s\\\"}\","
                      .formatted(key, key)
                  + "\"reasons\":[\"%s\"],\"error_type\":\"%s\"}},\"user_id\":\"%s\"}"
                      .formatted(key, key, key)));
    }
    all.add(response(200, key));
    all.add(response(200, error(502, key)));
    all.add(response(200, completion("ok", "stop").replace("gen-1", key)));
    all.add(response(200, completion("ok", "stop").replace("Vendor", key)));
    all.add(response(200, completion("ok", "stop").replace("vendor/model-1", key)));
    for (String reason : new String[] {"stop", "length", "content_filter", "error", key}) {
      all.add(response(200, completion("is " + key, reason)));
      all.add(response(200, completion("{\\\"summary\\\":\\\"" + key + "\\\"}", reason)));
      all.add(response(200, completion("{\\\"priority\\\":\\\"" + key + "\\\"}", reason)));
      all.add(response(200, completion("{\\\"" + key + "\\\":1}", reason)));
    }
    all.add(response(200, completion("", "stop").replace("\"role\"", refusal(key) + ",\"role\"")));
    return all;
  }

  private static List<MockResponse> streamEchoes(Form form) {
    String key = form.key();
    List<MockResponse> all = new ArrayList<>();
    String half = key.substring(0, key.length() / 2);
    for (String content : new String[] {key, half}) {
      String rest = content.equals(key) ? "" : key.substring(half.length());
      for (String end : form == Form.PLAIN ? ENDS : new String[] {"length"}) {
        String pieces =
            piece("{\"content\":\"a %s\"}", content) + piece("{\"content\":\"%s b\"}", rest);
        all.add(stream(pieces + StreamFixtures.end(end)));
        all.add(stream(pieces));
        all.add(stream(pieces + "data: " + key + "\n\n"));
        all.add(stream(pieces + "data: " + error(502, key) + "\n\n"));
        all.add(
            stream(pieces + StreamFixtures.end(end))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        all.add(
            stream(
                piece("{\"refusal\":\"a %s\"}", content)
                    + piece("{\"refusal\":\"%s b\"}", rest)
                    + StreamFixtures.end(end)));
        all.add(
            stream(
                piece("{\"reasoning\":\"a %s\"}", content)
                    + piece("{\"reasoning\":\"%s b\"}", rest)
                    + StreamFixtures.text("ok")
                    + StreamFixtures.end(end)));
      }
    }
    return all;
  }

  private static MockResponse response(int status, String body) {
    return response(status, body, "application/json");
  }

  private static MockResponse stream(String body) {
    return response(200, body, STREAM);
  }

  private static MockResponse response(int status, String body, String type) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", type)
        .addHeader("Connection", "close") // Spares the waits that reuse comes with.
        .addHeader("X-Generation-Id", "gen-" + KEY)
        .addHeader("Location", "https://example.com/" + KEY)
        .addHeader("WWW-Authenticate", "Bearer " + KEY)
        .body(body)
        .build();
  }

  private static String error(int code, String message) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\"}}".formatted(code, message);
  }

  private static String completion(String content, String finishReason) {
    return PromptServer.completion("CONTENT", finishReason).replace("CONTENT", content);
  }

  private static String refusal(String key) {
    return "\"refusal\":\"" + key + "\"";
  }

  private static String piece(String delta, String text) {
    return StreamFixtures.chunk(delta.formatted(text), null, "");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void noEchoIsHandedOn(Form form) throws Exception {
    List<MockResponse> echoes = echoes(form);
    echoes.addAll(streamEchoes(form));
    AtomicReference<MockResponse> current = new AtomicReference<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return current.get();
            }
          });
      server.start();
      OpenRouterClient.Builder builder =
          OpenRouterClient.builder().baseUrl(server.url("/api/v1").toString());
      try (OpenRouterClient client = client(builder)) {
        for (MockResponse echo : echoes) {
          current.set(echo);
          callInEveryWay(client);
        }
      }
    }

    assertThat(got).hasSizeGreaterThan(echoes.size() * 10);
    assertNoKey();
  }

  private void callInEveryWay(OpenRouterClient client) {
    for (PromptMethod<?> method : List.of(HAIKU, TRIAGE)) {
      keep(() -> method.result(client, input()));
      keep(() -> method.future(client, input()).get());
      keep(() -> client.futureValue(method, input()).get());
      keep(() -> drained(client.stream(method, input())));
    }
  }

  private static PromptResult<?> drained(PromptStream<?> stream) {
    try (stream) {
      return stream.result();
    }
  }

  private OpenRouterClient client(OpenRouterClient.Builder builder) {
    OpenRouterClient.Builder all =
        builder.apiKey(KEY).timing(timing).listener(new Keeper()).payloads(true).maxRetries(1);
    OpenRouterClient client = all.build();
    got.add(all.toString());
    got.add(client.toString());
    return client;
  }

  /** Something that a caller may get: a value, or an exception. */
  private interface Something {
    Object get() throws Exception;
  }

  private void keep(Something something) {
    try {
      got.add(something.get());
    } catch (ExecutionException e) {
      got.add(e.getCause());
    } catch (Exception e) {
      got.add(e);
    }
  }

  private void assertNoKey() {
    assertThat(Everything.saidBy(got.toArray())).doesNotContain(KEY);
    assertThat(Everything.saidBy(Said.take())).doesNotContain(KEY);
  }

  static Stream<String> whatIsNoHttp() {
    return Stream.of(
        "Bearer " + KEY + "\r\n\r\n",
        "HTTP/1.1 " + KEY + "\r\n\r\n",
        "HTTP/1.1 200 " + KEY + "\r\n\r\n{",
        "HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + KEY + "\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "a\r\ndata: {}\n\n\r\n"
            + KEY
            + "\r\n");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("whatIsNoHttp")
  void whatIsNoHttpIsNotQuoted(String answer) throws Exception {
    for (PromptMethod<?> method : List.of(HAIKU, TRIAGE)) {
      List<Function<OpenRouterClient, Object>> ways =
          List.of(
              client -> method.result(client, input()),
              client -> drained(client.stream(method, input())));
      for (Function<OpenRouterClient, Object> way : ways) {
        try (StreamServer server = new StreamServer(false);
            OpenRouterClient client = client(server.clientBuilder())) {
          CompletableFuture<Object> call = CompletableFuture.supplyAsync(() -> way.apply(client));
          StreamServer.Connection connection = server.next();
          connection.sendRaw(answer);
          connection.closeOutput();
          keep(call::get);
        }
      }
    }

    assertThat(got).filteredOn(OpenRouterException.class::isInstance).hasSize(4);
    assertNoKey();
  }

  @Test
  void whatInterceptorsThrowIsNotQuoted() throws Exception {
    List<Interceptor> interceptors =
        List.of(
            chain -> {
              throw new IOException("no " + chain.request().header("Authorization"));
            },
            chain -> {
              IOException failure = new IOException("no", new IOException(KEY));
              failure.addSuppressed(new IOException("nor " + KEY, failure));
              throw failure;
            },
            chain -> {
              chain.proceed(chain.request()).close();
              throw new IOException("no " + chain.request().headers().toMultimap());
            });
    for (Interceptor interceptor : interceptors) {
      OkHttpClient http = new OkHttpClient.Builder().addInterceptor(interceptor).build();
      try (PromptServer server = new PromptServer();
          OpenRouterClient client = client(server.clientBuilder().httpClient(http))) {
        server.answerText("a").answerText("b").answerText("c");
        keep(() -> HAIKU.result(client, input()));
        keep(() -> HAIKU.future(client, input()).get());
        keep(() -> client.stream(HAIKU, input()));
      }
      http.dispatcher().executorService().shutdown();
    }

    assertThat(got).filteredOn(NetworkException.class::isInstance).isNotEmpty();
    assertNoKey();
  }

  @Test
  void whatInterceptorsDieOfIsNotQuoted() throws Exception {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dispatcher(
                new Dispatcher(
                    Executors.newCachedThreadPool(
                        task -> {
                          Thread thread = new Thread(task);
                          thread.setUncaughtExceptionHandler((dead, failure) -> {});
                          return thread;
                        })))
            .addInterceptor(
                chain -> {
                  throw new IllegalStateException(chain.request().header("Authorization"));
                })
            .build();
    try (PromptServer server = new PromptServer();
        OpenRouterClient client = client(server.clientBuilder().httpClient(http))) {
      keep(() -> HAIKU.result(client, input()));
      keep(() -> HAIKU.future(client, input()).get());
      keep(() -> client.stream(HAIKU, input()));
    }
    http.dispatcher().executorService().shutdown();

    assertThat(got).filteredOn(NetworkException.class::isInstance).isNotEmpty();
    assertNoKey();
  }

  @Test
  @SuppressWarnings("try") // The client is closed while a call runs.
  void endsFromOutsideDoNotShowIt() throws Exception {
    try (StreamServer server = new StreamServer(true);
        OpenRouterClient client = client(server.clientBuilder())) {
      PromptStream<String> closed = client.stream(HAIKU, input());
      server.next().send(StreamFixtures.text("is " + KEY.substring(0, 20)));
      closed.close();
      keep(closed::result);
      PromptStream<String> stream = client.stream(HAIKU, input());
      StreamServer.Connection connection = server.next();
      connection.send(piece("{\"content\":\"%s\"}", KEY.substring(0, 20)));
      connection.send(piece("{\"content\":\"%s\"}", KEY.substring(20)));
      stream.iterator().next();
      stream.close();
      keep(stream::result);
    }
    try (StreamServer server = new StreamServer(false);
        OpenRouterClient client = client(server.clientBuilder())) {
      CompletableFuture<?> cancelled = HAIKU.future(client, input());
      server.next();
      cancelled.cancel(true);
      CompletableFuture<?> closed = HAIKU.future(client, input());
      server.next();
      client.close();
      keep(closed::get);
      keep(() -> HAIKU.result(client, input()));
    }

    assertThat(got).filteredOn(CallCancelledException.class::isInstance).isNotEmpty();
    assertNoKey();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void toolCallsThatEchoItDoNotShowIt(Form form) throws Exception {
    String key = form.key();
    List<MockResponse> echoes = new ArrayList<>();
    for (String call :
        new String[] {
          "\"id\":\"%s\",\"function\":{\"name\":\"get_weather\",\"arguments\":{\"city\":\"%s\"}}",
          "\"id\":\"a\",\"function\":{\"name\":\"%s\",\"arguments\":\"%s\"}",
          "\"id\":\"a\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{'city':'%2$s'}\"}"
        }) {
      String calls = "{\"tool_calls\":[{" + call.formatted(key, key) + "}]}";
      echoes.add(response(200, SampleTools.message(calls, "stop")));
      echoes.add(stream(StreamFixtures.chunk(calls, null, "") + StreamFixtures.end("stop")));
    }
    String half = key.substring(0, key.length() / 2);
    echoes.add(
        stream(
            piece(
                    "{\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"get_weather\","
                        + "\"arguments\":\"{'city':'%s\"}}]}",
                    half)
                + piece(
                    "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"%s'}\"}}]}",
                    key.substring(half.length()))
                + StreamFixtures.end("stop")));
    AtomicReference<MockResponse> current = new AtomicReference<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              String body = request.getBody().utf8();
              boolean second = body.contains("\"role\":\"tool\"");
              got.add(body);
              return second ? response(200, completion("ok", "stop")) : current.get();
            }
          });
      server.start();
      OpenRouterClient.Builder builder =
          OpenRouterClient.builder()
              .baseUrl(server.url("/api/v1").toString())
              .toolApproval(
                  request -> {
                    got.add(request);
                    got.add(request.call().arguments());
                    return ToolApproval.Decision.approve();
                  });
      SampleTools.Weather failing =
          new SampleTools.Weather(
              "get_weather",
              arguments -> {
                throw new IllegalStateException("no " + arguments);
              });
      try (OpenRouterClient client = client(builder)) {
        for (MockResponse echo : echoes) {
          current.set(echo);
          keep(() -> HAIKU.result(client, input().tools(List.of(failing))));
          keep(() -> drained(HAIKU.stream(client, input().tools(List.of(failing)))));
        }
      }
      assertThat(failing.calls).hasSizeGreaterThan(5);
    }
    assertThat(got).filteredOn(ToolRun.class::isInstance).hasSizeGreaterThan(8);
    assertNoKey();
  }

  /** Keeps every event, and says it aloud. */
  private final class Keeper implements PromptListener {
    @Override
    public void onStart(PromptEvent event) {
      got.add(event);
    }

    @Override
    public void onAttempt(PromptEvent event) {
      got.add(event);
      throw new IllegalStateException("at " + event);
    }

    @Override
    public void onRetry(PromptEvent event) {
      got.add(event);
    }

    @Override
    public void onToolRun(PromptEvent event) {
      got.add(event);
      event.toolRun().ifPresent(got::add);
      event.toolRun().flatMap(ToolRun::failure).ifPresent(got::add);
    }

    @Override
    public void onSuccess(PromptEvent event) {
      got.add(event);
    }

    @Override
    public void onFailure(PromptEvent event) {
      got.add(event);
    }
  }
}
