package io.typedprompt.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the test said about models: which fail, and which parameters they do not take. */
final class ModelStates {
  private final Map<String, Failure> failures = new HashMap<>();
  private final Map<String, Set<String>> unsupported = new HashMap<>();

  /** A way in which the provider of a model fails. */
  record Failure(int status, String reason, @Nullable Duration retryAfter) {

    ApiError error(Route route) {
      ApiError error =
          ApiError.ofProvider(status, route.provider().name(), route.model().id() + " " + reason);
      return retryAfter == null
          ? error
          : error.withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }
  }

  synchronized void down(String model) {
    failures.put(model, new Failure(502, "is down at the provider.", null));
  }

  synchronized void rateLimited(String model, @Nullable Duration retryAfter) {
    failures.put(
        model,
        new Failure(
            429, "is temporarily rate-limited upstream. Please retry shortly.", retryAfter));
  }

  synchronized void up(String model) {
    failures.remove(model);
  }

  synchronized void unsupported(String model, Set<String> parameters) {
    unsupported.computeIfAbsent(model, any -> new HashSet<>()).addAll(parameters);
  }

  synchronized void clear() {
    failures.clear();
    unsupported.clear();
  }

  synchronized Optional<Failure> failureOf(Model model) {
    return Optional.ofNullable(failures.get(model.id()));
  }

  synchronized boolean supports(Model model, String parameter) {
    return model.parameters().contains(parameter)
        && !unsupported.getOrDefault(model.id(), Set.of()).contains(parameter);
  }
}
