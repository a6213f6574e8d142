package com.example.soak;

import io.typedprompt.Attempt;
import io.typedprompt.Cost;
import io.typedprompt.NetworkException;
import io.typedprompt.PromptEvent;
import io.typedprompt.testing.Charge;
import io.typedprompt.testing.ChatRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was planned for calls with what became of them. */
final class Audit {
  private static final int MAX_TRIES = 3;

  /** What delays a call is over in milliseconds; the rest is for a machine that is busy. */
  private static final Duration IN_TIME = Duration.ofSeconds(10);

  private final Map<ChatRequest, Charge> charges = new IdentityHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<Fault> lastFaults = EnumSet.noneOf(Fault.class);
  private int values;
  private BigDecimal told = BigDecimal.ZERO;
  private BigDecimal untold = BigDecimal.ZERO;

  Audit(List<Charge> charges) {
    for (Charge charge : charges) {
      this.charges.put(charge.request(), charge);
    }
  }

  /** Whatever is not as it should be. */
  List<String> complaints() {
    return complaints;
  }

  /** What happened to the last requests of all calls. */
  Set<Fault> lastFaults() {
    return lastFaults;
  }

  /** How many calls had their value. */
  int values() {
    return values;
  }

  /** What all calls said they cost, in USD. */
  BigDecimal told() {
    return told;
  }

  /** What was charged for answers whose cost no client could know, in USD. */
  BigDecimal untold() {
    return untold;
  }

  /** One call; its server answered, or refused every connection. */
  void check(Ledger.Entry call, Server server) {
    List<String> found = new ArrayList<>();
    lastFaults.add(call.lastFault());
    values += call.outcome != null && call.outcome.value() != null ? 1 : 0;
    checkOutcome(call, server, found);
    checkRepeats(call, server, found);
    checkEvents(call, found);
    if (!call.ends.isEmpty()) {
      checkCosts(call, call.ends.get(0), found);
    }
    for (String complaint : found) {
      complaints.add(complaint + " | " + call);
    }
  }

  private static void checkOutcome(Ledger.Entry call, Server server, List<String> found) {
    Outcome outcome = call.outcome;
    Plan plan = call.plan;
    if (outcome == null) {
      found.add("no outcome");
    } else if (outcome.value() != null) {
      if (!outcome.value().equals(plan.value()) && call.lastFault() != Fault.MISFIT) {
        found.add("wrong value");
      }
      if (server == Server.REFUSED || !call.lastFault().leavesValue(plan.way())) {
        found.add("a value in spite of the fault");
      }
    } else if (outcome.failure() != null && !isAllowed(outcome.failure(), call, server)) {
      found.add("wrong exception");
    }
    if (outcome != null && outcome.isLeft() && plan.patience() != Patience.CLOSE) {
      found.add("neither value nor exception");
    }
    if (call.duration.compareTo(IN_TIME) > 0) {
      found.add("took " + call.duration.toMillis() + " ms");
    }
  }

  private static boolean isAllowed(Throwable failure, Ledger.Entry call, Server server) {
    if (call.plan.patience().failures().contains(failure.getClass())) {
      return true;
    }
    return server == Server.REFUSED
        ? failure instanceof NetworkException
        : call.lastFault().failures(call.plan.way()).contains(failure.getClass());
  }

  /** What is safe is repeated as often as is allowed, and nothing else is. */
  private static void checkRepeats(Ledger.Entry call, Server server, List<String> found) {
    int count = call.requests().size();
    Plan plan = call.plan;
    for (int i = 0; i < count - 1; i++) {
      if (!plan.faults().get(i).mayBeRepeated(plan.way(), server == Server.RETRYING)) {
        found.add("repeated after " + plan.faults().get(i));
      }
    }
    boolean failed = call.outcome != null && call.outcome.failure() != null;
    if (!failed || plan.patience() != Patience.PATIENT || server == Server.REFUSED) {
      return;
    }
    int trail = 0;
    while (trail < count
        && plan.faults().get(count - 1 - trail).mayBeRepeated(plan.way(), server == Server.RETRYING)
        && plan.faults().get(count - 1 - trail) != Fault.MISFIT
        && plan.faults().get(count - 1 - trail) != Fault.NO_ENDPOINTS) {
      trail++;
    }
    if (call.lastFault().isRepeated(plan.way()) && trail < MAX_TRIES) {
      found.add("not repeated often enough");
    }
  }

  private static void checkEvents(Ledger.Entry call, List<String> found) {
    int starts = call.starts.get();
    if (call.ends.size() != starts) {
      found.add(starts + " starts and " + call.ends.size() + " ends");
    }
    boolean mayNotStart = call.plan.way().isFuture() && call.plan.patience() != Patience.PATIENT;
    if (starts != 1 && !(starts == 0 && mayNotStart)) {
      found.add(starts + " starts");
    }
    Cost cost = call.outcome == null ? null : call.outcome.cost();
    if (cost != null && !call.ends.isEmpty() && !isSame(cost, call.ends.get(0).cost())) {
      found.add("the caller is told " + cost + ", the listener " + call.ends.get(0).cost());
    }
  }

  private static boolean isSame(Cost one, Cost other) {
    return one.complete() == other.complete() && one.total().compareTo(other.total()) == 0;
  }

  private void checkCosts(Ledger.Entry call, PromptEvent end, List<String> found) {
    List<Attempt> attempts = end.attempts();
    List<ChatRequest> requests = call.requests();
    BigDecimal sum = BigDecimal.ZERO;
    boolean complete = true;
    for (int i = 0; i < Math.max(attempts.size(), requests.size()); i++) {
      Charge charge = i < requests.size() ? charges.get(requests.get(i)) : null;
      Cost cost = i < attempts.size() ? attempts.get(i).cost() : Cost.none();
      checkCost(call, i, cost, charge, found);
      sum = sum.add(cost.total());
      complete &= cost.complete();
    }
    if (end.cost().total().compareTo(sum) != 0 || end.cost().complete() != complete) {
      found.add("the sum of " + attempts + " is not " + end.cost());
    }
    told = told.add(end.cost().total());
  }

  private void checkCost(
      Ledger.Entry call, int request, Cost cost, Charge charge, List<String> found) {
    BigDecimal charged = charge == null ? BigDecimal.ZERO : charge.cost();
    if (cost.complete()) {
      if (cost.total().compareTo(charged) != 0) {
        found.add("request " + request + " cost " + charged + ", not " + cost);
      }
      return;
    }
    untold = untold.add(charged);
    if (cost.total().signum() != 0) {
      found.add("request " + request + " cost " + cost + ", although nothing said so");
    }
    boolean left = call.plan.patience() != Patience.PATIENT;
    boolean hidden =
        charge == null ? call.plan.faults().get(request).hidesCost() : !charge.delivered();
    if (!left && !hidden) {
      found.add("the cost of request " + request + " was delivered, but is unknown");
    }
  }

  /** Which server a call had. */
  enum Server {
    /** The embedded one. */
    CAREFUL,
    /** The embedded one, by a client that repeats what may have been charged already. */
    RETRYING,
    /** None. */
    REFUSED
  }
}
