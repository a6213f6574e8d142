package io.typedprompt.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the test wants answered, and what was asked. */
final class Script {
  private final Deque<Answer> queue = new ArrayDeque<>();
  private final List<ChatRequest> requests = new ArrayList<>();
  private Function<? super ChatRequest, ? extends @Nullable Answer> rule = request -> null;

  synchronized void enqueue(Answer answer) {
    queue.add(answer);
  }

  synchronized void respond(Function<? super ChatRequest, ? extends @Nullable Answer> newRule) {
    rule = newRule;
  }

  synchronized void record(ChatRequest request) {
    requests.add(request);
  }

  synchronized List<ChatRequest> requests() {
    return List.copyOf(requests);
  }

  /** The next answer of the queue, else what the rule says, else empty. */
  Optional<Answer> answerTo(ChatRequest request) {
    Function<? super ChatRequest, ? extends @Nullable Answer> current;
    synchronized (this) {
      if (!queue.isEmpty()) {
        return Optional.of(queue.remove());
      }
      current = rule;
    }
    return Optional.ofNullable(current.apply(request)); // Outside the lock: it is the test's code.
  }

  synchronized void clear() {
    queue.clear();
    requests.clear();
    rule = request -> null;
  }
}
