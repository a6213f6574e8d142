package com.example.soak;

import io.typedprompt.PromptEvent;
import io.typedprompt.PromptListener;
import io.typedprompt.testing.Answer;
import io.typedprompt.testing.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What happens in every call, as the server and the client's listener see it. */
final class Ledger implements PromptListener {
  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> allOver = new CompletableFuture<>();
  private final AtomicInteger running = new AtomicInteger();

  /** The option that tells which call a request and an event belong to. */
  static String user(int number) {
    return "call-" + number;
  }

  private static int number(String user) {
    return Integer.parseInt(user.substring("call-".length()));
  }

  void planned(Plan plan) {
    entries.put(plan.number(), new Entry(plan));
  }

  Entry entry(int number) {
    return entries.get(number);
  }

  /** The calls that have begun and not ended. */
  int running() {
    return running.get();
  }

  /** No call waits any more for an answer that is held. */
  void allOver() {
    allOver.complete(null);
  }

  /** The server's rule. */
  Answer answer(ChatRequest request) {
    Entry entry = entries.get(number(request.body().path("user").asString()));
    int index = entry.add(request);
    Answer answer = entry.plan.answer(index);
    return entry.plan.faults().get(index) == Fault.HELD ? answer.holdUntil(allOver) : answer;
  }

  private Entry entry(PromptEvent event) {
    return entries.get(number(String.valueOf(event.call().options().toMap().get("user"))));
  }

  @Override
  public void onStart(PromptEvent event) {
    running.incrementAndGet();
    entry(event).starts.incrementAndGet();
  }

  @Override
  public void onSuccess(PromptEvent event) {
    entry(event).ends.add(event);
    running.decrementAndGet();
  }

  @Override
  public void onFailure(PromptEvent event) {
    onSuccess(event);
  }

  /** One call. */
  static final class Entry {
    final Plan plan;
    final AtomicInteger starts = new AtomicInteger();
    final List<PromptEvent> ends = new CopyOnWriteArrayList<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    volatile @Nullable Outcome outcome;
    volatile Duration duration = Duration.ZERO;

    Entry(Plan plan) {
      this.plan = plan;
    }

    void runBy(Caller caller) {
      long start = System.nanoTime();
      outcome = caller.call(plan);
      duration = Duration.ofNanos(System.nanoTime() - start);
    }

    private synchronized int add(ChatRequest request) {
      requests.add(request);
      return requests.size() - 1;
    }

    /** What came to the server, in order. */
    synchronized List<ChatRequest> requests() {
      return List.copyOf(requests);
    }

    /** What happened to the last request; nothing did if there was none. */
    Fault lastFault() {
      int count = requests().size();
      return count == 0 ? Fault.NONE : plan.faults().get(count - 1);
    }

    @Override
    public String toString() {
      return plan + ", " + requests().size() + " requests, " + outcome + ", " + ends;
    }
  }
}
