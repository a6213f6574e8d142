package io.typedprompt.internal.call;

import io.typedprompt.internal.response.ApiError;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts an error of the server into words: what its status means, and what a developer can do. */
final class StatusWords {
  private StatusWords() {}

  /**
   * The words for an error.
   *
   * @param status the HTTP status, or the error's own inside an answer
   * @param error what the server said
   * @param wait how long it asks to wait
   * @param sent the options that the request had
   */
  static Words of(int status, ApiError error, @Nullable Duration wait, List<String> sent) {
    return new Words(headline(status, error), error.reason(), advice(status, error, wait, sent));
  }

  /** The status and its meaning, such as {@code 429 rate limited by Google}. */
  static String headline(int status, ApiError error) {
    String provider = error.provider();
    String by = provider == null ? "" : " by " + provider;
    String at = provider == null ? "" : " at " + provider;
    return switch (status) {
      case 401 -> "401 the API key was not accepted" + by;
      case 402 -> "402 not enough credit" + at;
      case 403 -> "403 not allowed" + by;
      case 404 -> "404 no endpoint can serve the request";
      case 408 -> "408 timed out" + at;
      case 413 -> "413 the request is too large" + (provider == null ? "" : " for " + provider);
      case 429 -> "429 rate limited" + by;
      case 500 -> "500 internal error" + at;
      case 502 -> "502 the provider failed" + in(provider);
      case 503 -> "503 no provider is available" + in(provider);
      case 504, 524 -> status + " the provider took too long" + in(provider);
      case 529 -> "529 the provider is overloaded" + in(provider);
      default -> other(status, by, at);
    };
  }

  private static String in(@Nullable String provider) {
    return provider == null ? "" : " (" + provider + ")";
  }

  private static String other(int status, String by, String at) {
    if (status >= 500) {
      return status + " server error" + at;
    }
    return status >= 400 ? status + " request refused" + by : status + " unexpected status";
  }

  private static String advice(
      int status, ApiError error, @Nullable Duration wait, List<String> sent) {
    return switch (status) {
      case 401 ->
          "Check the key that the builder's apiKey or the environment variable OPENROUTER_API_KEY"
              + " has.";
      case 402 -> credits(error);
      case 403 -> permission(error);
      case 404 -> EndpointWords.of(error, sent);
      case 429 -> rateLimit(error, wait);
      default -> status >= 500 || status == 408 ? later(error, wait) : request(status, error);
    };
  }

  private static String credits(ApiError error) {
    OptionalLong tokens = affordableTokens(error);
    return tokens.isPresent()
        ? "Set maxTokens to "
            + tokens.getAsLong()
            + " or less, or add credit: OpenRouter asks beforehand for what the longest answer"
            + " would cost."
        : "Add credit to the account, or raise the limit of the key.";
  }

  /** The number in OpenRouter's sentence "... but can only afford 3395." */
  static OptionalLong affordableTokens(ApiError error) {
    String mark = "can only afford ";
    int start = error.reason().indexOf(mark);
    if (start < 0) {
      return OptionalLong.empty();
    }
    long tokens = -1;
    for (int i = start + mark.length(); i < error.reason().length() && i < start + 40; i++) {
      char c = error.reason().charAt(i);
      if (c >= '0' && c <= '9') {
        tokens = Math.max(0, tokens) * 10 + (c - '0');
      } else if (c != ',') {
        break;
      }
    }
    return tokens < 0 ? OptionalLong.empty() : OptionalLong.of(tokens);
  }

  private static String permission(ApiError error) {
    if (!error.reasons().isEmpty()) {
      return "The input was flagged for: " + String.join(", ", error.reasons()) + ".";
    }
    return "The provider's moderation, the account's guardrails and budgets, or the rights of the"
        + " key do not allow it.";
  }

  private static String rateLimit(ApiError error, @Nullable Duration wait) {
    if (isDailyQuota(error)) {
      return "The day's quota of free models is used up, so repeating does not help before it is"
          + " renewed"
          + (wait == null ? "" : " in " + seconds(wait))
          + ": use a model that is paid for.";
    }
    return (wait == null ? "Try again later" : "Try again in " + seconds(wait))
        + ", or name further models as fallbacks.";
  }

  /** A quota of the day is the same status as a momentary limit, but does not pass. */
  static boolean isDailyQuota(ApiError error) {
    String source = error.limitSource();
    return error.reason().contains("per-day") || (source != null && source.contains("daily"));
  }

  private static String later(ApiError error, @Nullable Duration wait) {
    String when = wait == null ? "Try again later" : "Try again in " + seconds(wait);
    String before =
        error.previousErrors().isEmpty()
            ? ""
            : " Failed before: " + String.join(", ", error.previousErrors()) + ".";
    return when + ", or name further models as fallbacks." + before;
  }

  private static String request(int status, ApiError error) {
    if ("context_length_exceeded".equals(error.type()) || status == 413) {
      return "Shorten the prompt, or use a model that takes more.";
    }
    ApiError.Availability availability = error.availability();
    if (availability != null && "model_not_found".equals(availability.code())) {
      return "Check the names of the models." + EndpointWords.fallbacks(availability);
    }
    return status >= 400 ? "Correct the request; repeating it does not help." : "";
  }

  private static String seconds(Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
