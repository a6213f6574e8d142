package com.example.soak;

import io.typedprompt.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What will happen in one call, all of it decided by a seed.
 *
 * @param number the call's number
 * @param way how the prompt is called
 * @param patience whether the caller waits
 * @param faults what goes wrong with the first request, the second, and so on
 * @param seed decides the details
 */
record Plan(int number, Way way, Patience patience, List<Fault> faults, long seed) {
  /** Asked twice, four times in a simpler way, and each time repeated twice. */
  private static final int MAX_REQUESTS = 18;

  static Plan of(int number, long seed) {
    Random random = new Random(seed);
    Way way = Way.values()[random.nextInt(Way.values().length)];
    Patience patience = Patience.of(way, random);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < MAX_REQUESTS; i++) {
      faults.add(fault(patience, random));
    }
    return new Plan(number, way, patience, List.copyOf(faults), random.nextLong());
  }

  private static Fault fault(Patience patience, Random random) {
    if (patience.endsWaiting() && random.nextBoolean()) {
      return Fault.HELD;
    }
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    return fault == Fault.HELD || random.nextInt(3) == 0 ? Fault.NONE : fault;
  }

  /** The answer to a request of the call. */
  Answer answer(int request) {
    Random random = new Random(seed + request);
    return faults.get(request).spoil(good(random), way, random);
  }

  private Answer good(Random random) {
    Answer answer =
        way.isTyped() ? Answer.json(Map.of("number", number, "text", text())) : Answer.text(text());
    answer = answer.tokens(1 + random.nextInt(1_000), 1 + random.nextInt(1_000));
    return random.nextInt(4) == 0 ? answer.reasoning("Let me think about that.") : answer;
  }

  private String text() {
    return "This is what call " + number + " is told: " + "na ".repeat((int) (seed & 63)) + "Ω!";
  }

  /** The value that the call is to have. */
  Object value() {
    return way.isTyped() ? new SoakPrompts.Verdict(number, text()) : text();
  }
}
