package com.example.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.soak.Audit.Server;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.ShortWaits;
import io.typedprompt.testing.OpenRouterServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Thousands of calls, in every way there is, against a server at which most goes wrong. Each ends
 * in time with its value or with the exception that its fault is to give; nothing is left over; and
 * what callers are told of costs is what the server charged.
 */
class SoakTest {
  private static final int CALLS = 10_000;
  private static final long SEED = 20_261_125;
  private static final int CALLERS = 16;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Of the JDK, OkHttp and Okio: they serve the whole virtual machine, and no client owns them. */
  private static final Set<String> SHARED_THREADS =
      Set.of(
          "CompletableFutureDelayScheduler",
          "ForkJoinPool.commonPool-delayScheduler",
          "OkHttp TaskRunner",
          "Okio Watchdog");

  private final Ledger ledger = new Ledger();
  private final Random random = new Random(SEED);
  private final Map<Integer, Server> servers = new TreeMap<>();

  @Test
  void everyCallEndsRightlyAndNothingIsLeft() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ExecutorService userThreads = Executors.newCachedThreadPool();
    ConnectionPool userConnections = new ConnectionPool();
    OkHttpClient user =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(userThreads))
            .connectionPool(userConnections)
            .build();
    try (OpenRouterServer server = OpenRouterServer.start();
        Socket deaf = new Socket()) {
      server.respond(ledger::answer);
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // And never listens.
      Map<Server, OpenRouterClient> clients = new EnumMap<>(Server.class);
      clients.put(Server.CAREFUL, client(server.baseUrl()).build());
      clients.put(
          Server.RETRYING, client(server.baseUrl()).httpClient(user).retryAmbiguous(true).build());
      clients.put(
          Server.REFUSED, client("http://127.0.0.1:" + deaf.getLocalPort() + "/api/v1").build());

      makeCalls(clients);
      await("the end of all calls", () -> ledger.running() == 0);
      await(
          "the return of all connections",
          () -> userConnections.connectionCount() == userConnections.idleConnectionCount());
      clients.values().forEach(OpenRouterClient::close);
      ledger.allOver();
      assertThat(userThreads.isShutdown()).isFalse();
      userConnections.evictAll();
      await("the end of all connections", () -> server.openConnections() == 0);
      userThreads.shutdown();

      Audit audit = new Audit(server.charges());
      servers.forEach((number, kind) -> audit.check(ledger.entry(number), kind));
      assertThat(audit.complaints()).isEmpty();
      assertThat(audit.lastFaults()).containsAll(EnumSet.allOf(Fault.class));
      assertThat(audit.values()).isGreaterThan(CALLS / 4);
      assertThat(audit.told()).isGreaterThan(audit.untold());
      assertThat(audit.told().add(audit.untold())).isEqualByComparingTo(server.charged());
    }
    Set<Thread> left = new HashSet<>();
    await(left, () -> running(before, left));
  }

  private OpenRouterClient.Builder client(String baseUrl) {
    OpenRouterClient.Builder builder =
        OpenRouterClient.builder()
            .apiKey("sk-or-v1-soak-0123456789abcdef")
            .baseUrl(baseUrl)
            .listener(ledger);
    return ShortWaits.in(builder, SEED);
  }

  private void makeCalls(Map<Server, OpenRouterClient> clients) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    ScheduledExecutorService others = Executors.newScheduledThreadPool(2);
    Map<Server, Caller> made = new EnumMap<>(Server.class);
    clients.forEach(
        (kind, client) -> made.put(kind, new Caller(new SoakPromptsImpl(client), others)));
    List<Future<?>> calls = new ArrayList<>();
    for (int number = 0; number < CALLS; number++) {
      Plan plan = Plan.of(number, random.nextLong());
      Server server = server();
      servers.put(number, server);
      ledger.planned(plan);
      Ledger.Entry entry = ledger.entry(number);
      calls.add(callers.submit(() -> entry.runBy(made.get(server))));
    }
    for (Future<?> call : calls) {
      call.get(60, TimeUnit.SECONDS);
    }
    callers.shutdown();
    others.shutdownNow();
  }

  private Server server() {
    return random.nextInt(40) == 0
        ? Server.REFUSED
        : random.nextBoolean() ? Server.CAREFUL : Server.RETRYING;
  }

  private static boolean running(Set<Thread> before, Set<Thread> left) {
    left.clear();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && !SHARED_THREADS.contains(thread.getName())) {
        left.add(thread);
      }
    }
    return left.isEmpty();
  }

  private static void await(Object what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s", what).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
