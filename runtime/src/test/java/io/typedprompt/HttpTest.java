package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How requests travel. */
@Timeout(30)
class HttpTest {
  private final PromptServer server = new PromptServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRequestSaysWhoAsks() {
    server.answerText("hi");
    try (OpenRouterClient client =
        server
            .clientBuilder()
            .appReferer("https://acme.example")
            .appTitle("Acme")
            .defaults(PromptOptions.builder().appTitle("Better").temperature(0.25).build())
            .build()) {
      HAIKU.value(client, input().options(PromptOptions.builder().topP(0.5).build()));
    }

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/api/v1/chat/completions");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + PromptServer.KEY);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("typedprompt-java");
    assertThat(request.getHeaders().get("HTTP-Referer")).isEqualTo("https://acme.example");
    assertThat(request.getHeaders().get("X-OpenRouter-Title")).isEqualTo("Better");
    assertThat(request.getHeaders().get("X-Title")).isEqualTo("Better");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "{\"model\":\"vendor/model\",\"messages\":[{\"role\":\"user\",\"content\":\"Go.\"}],"
                + "\"temperature\":0.25,\"top_p\":0.5}");
  }

  @Test
  void optionsOfTheCallComeFirstThenThePromptsThenTheClients() {
    server.answerText("hi");
    try (OpenRouterClient client =
        server
            .clientBuilder()
            .defaults(PromptOptions.builder().models("client/model").topP(0.1).build())
            .build()) {
      HAIKU.value(client, input().options(PromptOptions.builder().topP(0.9).build()));
    }

    assertThat(server.takeBody()).startsWith("{\"model\":\"vendor/model\"").contains("0.9");
  }

  @Test
  void anInterceptorCanTellWhichPromptARequestIsOf() {
    server.answerText("hi");
    List<PromptCall> seen = new ArrayList<>();
    OkHttpClient user =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request().tag(PromptCall.class));
                  return chain.proceed(chain.request());
                })
            .build();
    try (OpenRouterClient client =
        server
            .clientBuilder()
            .httpClient(user)
            .defaults(PromptOptions.builder().topK(7).build())
            .build()) {
      HAIKU.value(client, input());
    }

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).methodName()).isEqualTo("com.acme.SupportPrompts.haiku");
    assertThat(seen.get(0).options().toMap()).containsKeys("models", "topK");
  }

  @Test
  void anInterceptorThatThrowsIsReported() {
    OkHttpClient user =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException("not today");
                })
            .build();
    try (OpenRouterClient client = server.clientBuilder().httpClient(user).maxRetries(0).build()) {
      assertThat(catchThrowableOfType(NetworkException.class, () -> HAIKU.value(client, input())))
          .hasMessageContaining("not today");
    }
  }

  @Test
  void theUsersHttpClientOutlivesOurs() throws IOException {
    server.answerText("hi").answerText("hi").answerText("again");
    OkHttpClient user = new OkHttpClient();
    try (OpenRouterClient client = server.clientBuilder().httpClient(user).build()) {
      HAIKU.value(client, input());
    }

    assertThat(user.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(user.connectionPool().connectionCount()).isPositive();
    Request request = new Request.Builder().url(server.baseUrl()).build();
    try (Response response = user.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
    try (OpenRouterClient client = server.clientBuilder().httpClient(user).build()) {
      assertThat(HAIKU.value(client, input())).isEqualTo("again");
    }
    user.dispatcher().executorService().shutdown();
    user.connectionPool().evictAll();
  }

  @Test
  void connectionsAreKeptForTheNextCall() {
    server.answerText("a").answerText("b");
    try (OpenRouterClient client = server.client()) {
      HAIKU.value(client, input());
      HAIKU.value(client, input());
    }

    assertThat(server.takeRequest().getConnectionIndex()).isZero();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getConnectionIndex()).isZero();
    assertThat(second.getExchangeIndex()).isEqualTo(1);
  }

  @Test
  void idleThreadsDoNotKeepTheProgramFromEnding() {
    server.answerText("a");
    try (OpenRouterClient client = server.client()) {
      HAIKU.value(client, input());

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("typedprompt"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void manyCallsRunAtOnce() throws Exception {
    int calls = 40;
    CyclicBarrier all = new CyclicBarrier(calls);
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    try (MockWebServer together = new MockWebServer()) {
      together.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              try {
                all.await(10, TimeUnit.SECONDS);
              } catch (Exception e) {
                return new MockResponse.Builder().code(503).build();
              }
              return new MockResponse.Builder().body(PromptServer.completion("hi", "stop")).build();
            }
          });
      together.start();
      try (OpenRouterClient client =
          OpenRouterClient.builder()
              .apiKey(PromptServer.KEY)
              .baseUrl(together.url("/api/v1").toString())
              .build()) {
        List<CompletableFuture<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
          outcomes.add(CompletableFuture.supplyAsync(() -> HAIKU.value(client, input()), threads));
        }
        for (CompletableFuture<String> outcome : outcomes) {
          assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("hi");
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
