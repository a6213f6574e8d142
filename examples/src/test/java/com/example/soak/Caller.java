package com.example.soak;

import io.typedprompt.PromptOptions;
import io.typedprompt.PromptStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes the calls of one client as they are planned. */
final class Caller {
  private static final Duration LITTLE_TIME = Duration.ofMillis(60);

  /** Longer than any call takes that notices in time what ends it. */
  private static final Duration MUCH_TIME = Duration.ofSeconds(30);

  private final SoakPrompts prompts;
  private final ScheduledExecutorService others;

  /**
   * @param others threads that interrupt, cancel and close
   */
  Caller(SoakPrompts prompts, ScheduledExecutorService others) {
    this.prompts = prompts;
    this.others = others;
  }

  Outcome call(Plan plan) {
    try {
      return switch (plan.way()) {
        case TEXT -> waiting(plan, prompts::text);
        case TEXT_RESULT -> waiting(plan, prompts::textResult);
        case VERDICT -> waiting(plan, prompts::verdict);
        case VERDICT_RESULT -> waiting(plan, prompts::verdictResult);
        case LATER_TEXT -> future(plan, prompts.laterText(plan.number(), options(plan)));
        case LATER_VERDICT -> future(plan, prompts.laterVerdict(plan.number(), options(plan)));
        case TEXT_STREAM ->
            waiting(plan, (n, options) -> read(plan, prompts.textStream(n, options)));
        case VERDICT_STREAM ->
            waiting(plan, (n, options) -> read(plan, prompts.verdictStream(n, options)));
        case PIECES -> waiting(plan, (n, options) -> pieces(plan, prompts.pieces(n, options)));
      };
    } catch (Exception failure) {
      return Outcome.of(failure);
    }
  }

  private static PromptOptions options(Plan plan) {
    return PromptOptions.builder()
        .user(Ledger.user(plan.number()))
        .timeout(plan.patience() == Patience.TIMEOUT ? LITTLE_TIME : MUCH_TIME)
        .build();
  }

  private Outcome waiting(Plan plan, BiFunction<Integer, PromptOptions, Object> method) {
    if (plan.patience() != Patience.INTERRUPT) {
      return outcome(method.apply(plan.number(), options(plan)));
    }
    Interrupt interrupt = new Interrupt(Thread.currentThread());
    ScheduledFuture<?> later = soon(plan, interrupt::send);
    try {
      return outcome(method.apply(plan.number(), options(plan)));
    } finally {
      later.cancel(false);
      interrupt.end();
    }
  }

  private static Outcome outcome(Object value) {
    return value instanceof Outcome outcome ? outcome : Outcome.of(value);
  }

  private Outcome future(Plan plan, CompletableFuture<?> future) throws Exception {
    if (plan.patience() == Patience.CANCEL) {
      soon(plan, () -> future.cancel(true));
    } else if (plan.patience() == Patience.OR_TIMEOUT) {
      future.orTimeout(new Random(plan.seed()).nextInt(5_000), TimeUnit.MICROSECONDS);
    }
    try {
      return Outcome.of(future.get(MUCH_TIME.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return Outcome.of(e.getCause());
    }
  }

  private <T> Outcome read(Plan plan, PromptStream<T> stream) {
    StringBuilder text = new StringBuilder();
    try (stream) {
      if (plan.patience() == Patience.CLOSE_ELSEWHERE) {
        soon(plan, stream::close);
      }
      int pieces = 0;
      for (String piece : stream) {
        text.append(piece);
        pieces++;
        if (plan.patience() == Patience.CLOSE && pieces > (plan.seed() & 3)) {
          stream.close();
          break;
        }
      }
      Outcome outcome = Outcome.of(stream.result());
      boolean same = text.toString().equals(stream.result().rawText());
      return same
          ? outcome
          : Outcome.of(new AssertionError("the pieces are not the text: " + text));
    }
  }

  private Outcome pieces(Plan plan, Stream<String> stream) {
    StringBuilder text = new StringBuilder();
    try (stream) {
      Iterator<String> each = stream.iterator();
      if (plan.patience() == Patience.CLOSE_ELSEWHERE) {
        soon(plan, stream::close);
      }
      int pieces = 0;
      while (each.hasNext()) {
        text.append(each.next());
        pieces++;
        if (plan.patience() == Patience.CLOSE && pieces > (plan.seed() & 3)) {
          return Outcome.left();
        }
      }
      return Outcome.of(text.toString());
    }
  }

  private ScheduledFuture<?> soon(Plan plan, Runnable action) {
    int micros = new Random(plan.seed()).nextInt(8_000);
    return others.schedule(action, micros, TimeUnit.MICROSECONDS);
  }

  /** An interrupt that never hits what the thread does next. */
  private static final class Interrupt {
    private final Thread thread;
    private boolean over;

    Interrupt(Thread thread) {
      this.thread = thread;
    }

    synchronized void send() {
      if (!over) {
        thread.interrupt();
      }
    }

    synchronized void end() {
      over = true;
      Thread.interrupted();
    }
  }
}
