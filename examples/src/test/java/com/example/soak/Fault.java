package com.example.soak;

import io.typedprompt.AuthenticationException;
import io.typedprompt.ContentFilteredException;
import io.typedprompt.EmptyResponseException;
import io.typedprompt.InsufficientCreditsException;
import io.typedprompt.InvalidRequestException;
import io.typedprompt.NetworkException;
import io.typedprompt.NoEndpointsException;
import io.typedprompt.OpenRouterException;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PermissionDeniedException;
import io.typedprompt.ProviderException;
import io.typedprompt.RateLimitException;
import io.typedprompt.RefusalException;
import io.typedprompt.TruncatedOutputException;
import io.typedprompt.testing.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What can go wrong with one request, and what may then become of its call. */
enum Fault {
  NONE {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good;
    }
  },
  SLOW {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good.delay(millis(random, 5)).pace(Duration.ofNanos(random.nextInt(200_000)));
    }
  },
  /** Not answered before all calls are over. */
  HELD {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good; // As late as the ledger says.
    }

    @Override
    boolean leavesValue(Way way) {
      return false;
    }
  },
  DISCONNECT(List.of(NetworkException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return random.nextBoolean() ? Answer.disconnect() : good.breakOffAt(0);
    }
  },
  RESET(List.of(NetworkException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good.resetAt(random.nextInt(4) == 0 ? 0 : share(random));
    }
  },
  BREAK_OFF(List.of(NetworkException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      Answer broken = good.breakOffAt(share(random));
      return random.nextBoolean() ? broken : broken.chunked();
    }
  },
  HALF(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      Answer half = good.cutAt(random.nextInt(8) == 0 ? 0 : share(random));
      return random.nextBoolean() ? half : half.chunked();
    }

    @Override
    Set<Class<? extends OpenRouterException>> failures(Way way) {
      return way.isStreamed() ? Set.of(NetworkException.class) : super.failures(way);
    }
  },
  GARBAGE(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.raw(200, garbage(random));
    }

    @Override
    Set<Class<? extends OpenRouterException>> failures(Way way) {
      return way.isStreamed() ? GARBAGE_EVENTS.failures(way) : super.failures(way);
    }
  },
  GARBAGE_EVENTS(List.of(ProviderException.class, NetworkException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.raw(200, "data: " + garbage(random) + "\n\n")
          .header("Content-Type", "text/event-stream");
    }
  },
  GARBAGE_UNAVAILABLE(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.raw(503, garbage(random)).header("Content-Type", "text/html");
    }
  },
  RATE_LIMITED(List.of(RateLimitException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      Answer limited = Answer.error(429, "Slow down.");
      return random.nextBoolean() ? limited : limited.retryAfter(Duration.ofSeconds(1));
    }
  },
  RATE_LIMITED_FOR_LONG(List.of(RateLimitException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(429, "Come back tomorrow.").retryAfter(Duration.ofHours(10));
    }
  },
  UNAVAILABLE(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return random.nextBoolean()
          ? Answer.error(503, "Try again.")
          : Answer.providerError(502, "OpenAI", "overloaded");
    }
  },
  ERROR_IN_200(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.raw(200, "{\"error\":{\"code\":502,\"message\":\"Provider failed\"}}");
    }
  },
  BAD_REQUEST(List.of(InvalidRequestException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(400, "No.");
    }
  },
  UNAUTHORIZED(List.of(AuthenticationException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(401, "User not found.");
    }
  },
  NO_CREDITS(List.of(InsufficientCreditsException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(402, "Insufficient credits.");
    }
  },
  FORBIDDEN(List.of(PermissionDeniedException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(403, "Not you.");
    }
  },
  NO_ENDPOINTS(List.of(NoEndpointsException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.error(404, "No endpoints found.");
    }
  },
  /** An error chunk in a stream, an error in the choice elsewhere. */
  BREAKDOWN(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good.failAt(random.nextDouble(), 502, "Provider disconnected");
    }
  },
  NO_CHOICES(List.of(ProviderException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return way.isStreamed()
          ? Answer.raw(200, "data: {\"id\":\"gen-0\",\"choices\":[]}\n\ndata: [DONE]\n\n")
              .header("Content-Type", "text/event-stream")
          : good.edit(body -> body.putArray("choices"));
    }

    @Override
    Set<Class<? extends OpenRouterException>> failures(Way way) {
      return way.isStreamed() ? NO_TEXT.failures(way) : super.failures(way);
    }
  },
  NO_TEXT(List.of(EmptyResponseException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.text("");
    }
  },
  REFUSAL(List.of(RefusalException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return Answer.refusal("I would rather not.");
    }
  },
  FILTERED(List.of(ContentFilteredException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good.finish("content_filter");
    }
  },
  TOO_LONG(List.of(TruncatedOutputException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return good.finish("length");
    }

    @Override
    Set<Class<? extends OpenRouterException>> failures(Way way) {
      return way.showsCut() ? Set.of() : super.failures(way);
    }
  },
  MISFIT(List.of(OutputFormatException.class)) {
    @Override
    Answer spoil(Answer good, Way way, Random random) {
      return way.isTyped() ? Answer.json("{\"number\":\"many\"}") : good;
    }

    @Override
    Set<Class<? extends OpenRouterException>> failures(Way way) {
      return way.isTyped() ? super.failures(way) : Set.of();
    }
  };

  /** What may pass and costs nothing. */
  private static final Set<Fault> REPEATED =
      Set.of(GARBAGE_UNAVAILABLE, RATE_LIMITED, UNAVAILABLE, ERROR_IN_200);

  private static final Set<Fault> BROKEN = Set.of(DISCONNECT, RESET, BREAK_OFF);

  private final Set<Class<? extends OpenRouterException>> failures;

  Fault() {
    this(List.of());
  }

  Fault(List<Class<? extends OpenRouterException>> failures) {
    this.failures = Set.copyOf(failures);
  }

  /** The answer as this fault leaves it. */
  abstract Answer spoil(Answer good, Way way, Random random);

  /** The exceptions that a call may end with if this happens to its last request. */
  Set<Class<? extends OpenRouterException>> failures(Way way) {
    return failures;
  }

  /** Whether a call may have its value although this happened to its last request. */
  boolean leavesValue(Way way) {
    boolean afterTheText = way.isStreamed() && (BROKEN.contains(this) || this == HALF);
    return failures(way).isEmpty() || afterTheText;
  }

  /** Whether the request must be repeated, or asked again, as often as is allowed. */
  boolean isRepeated(Way way) {
    return REPEATED.contains(this) || (this == BREAKDOWN && !way.isStreamed());
  }

  /** Whether another request of the same call may follow. */
  boolean mayBeRepeated(Way way, boolean retryAmbiguous) {
    return isRepeated(way)
        || (this == MISFIT && way.isTyped() && !way.isStreamed())
        || (this == NO_ENDPOINTS && way.isTyped()) // in a simpler way
        || (retryAmbiguous && BROKEN.contains(this));
  }

  /** Whether a client cannot know what the request cost, although the server sent all it would. */
  boolean hidesCost() {
    return BROKEN.contains(this)
        || this == GARBAGE
        || this == GARBAGE_EVENTS
        || this == ERROR_IN_200
        || this == NO_CHOICES;
  }

  private static double share(Random random) {
    return random.nextDouble() * 0.97;
  }

  private static Duration millis(Random random, int bound) {
    return Duration.ofNanos(random.nextInt(bound * 1_000_000));
  }

  private static String garbage(Random random) {
    List<String> some =
        List.of("<html><body>Bad gateway</body></html>", "", "null", "[1,2", "\uFFFD\u0000{", "{]");
    return some.get(random.nextInt(some.size()));
  }
}
