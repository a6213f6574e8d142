package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConcurrencyTest {
  private static final int CALLS = 1_000;
  private static final int AT_A_TIME = 50;

  @Test
  void whatManyCallersPaidIsWhatWasCharged() throws Exception {
    try (OpenRouterServer server = OpenRouterServer.start()) {
      Http http = new Http(server);
      Set<String> ids = new HashSet<>();
      BigDecimal paid = BigDecimal.ZERO;
      for (int done = 0; done < CALLS; done += AT_A_TIME) {
        List<CompletableFuture<Http.Reply>> calls = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
          calls.add(http.chatLater(Http.ask("openai/gpt-4o", "Call number " + (done + i))));
        }
        for (CompletableFuture<Http.Reply> call : calls) {
          JsonNode body = call.get(30, TimeUnit.SECONDS).json();
          ids.add(body.path("id").asString());
          paid = paid.add(body.at("/usage/cost").decimalValue());
        }
      }

      assertThat(ids).hasSize(CALLS);
      assertThat(server.requests()).hasSize(CALLS);
      assertThat(server.charged()).isEqualByComparingTo(paid).isPositive();
    }
  }

  @Test
  void nothingRunsAfterwards() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    OpenRouterServer server = OpenRouterServer.start();
    new Http(server).chat(Http.ask("openai/gpt-4o", "x"));
    Set<Thread> during = serverThreads(before);

    server.close();

    assertThat(during).isNotEmpty();
    for (Thread thread : during) {
      thread.join(20_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  private static Set<Thread> serverThreads(Set<Thread> before) {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeAll(before);
    threads.removeIf(thread -> thread.getName().startsWith("HttpClient"));
    return threads;
  }
}
