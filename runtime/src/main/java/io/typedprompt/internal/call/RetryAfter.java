package io.typedprompt.internal.call;

import io.typedprompt.internal.response.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait, from whichever place says so. */
final class RetryAfter {
  private static final long MAX_SECONDS = 366L * 24 * 3600;

  /** A time since 1970 above this is in milliseconds: as seconds it would be in the year 5138. */
  private static final long MILLISECONDS_FROM = 100_000_000_000L;

  private RetryAfter() {}

  /** The header, then the body, then the end of the limit; null if nothing says it. */
  static @Nullable Duration of(HttpReply reply, ApiError error, Instant now) {
    Duration wait = parse(reply.header("Retry-After"), now);
    if (wait != null) {
      return wait;
    }
    if (error.retryAfter() != null) {
      return error.retryAfter();
    }
    if (reply.status() != 429) {
      return null;
    }
    String reset = error.rateLimitReset();
    return untilReset(reset == null ? reply.header("X-RateLimit-Reset") : reset, now);
  }

  /** Seconds, or a date of HTTP. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return null;
    }
    Duration seconds = seconds(header.strip());
    return seconds == null ? untilDate(header.strip(), now) : seconds;
  }

  static @Nullable Duration untilReset(@Nullable String epoch, Instant now) {
    try {
      long time = epoch == null ? 0 : Long.parseLong(epoch.strip());
      if (time <= 0) {
        return null;
      }
      Instant reset =
          time >= MILLISECONDS_FROM ? Instant.ofEpochMilli(time) : Instant.ofEpochSecond(time);
      return limited(Duration.between(now, reset));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      return seconds >= 0 ? limited(Duration.ofMillis((long) (seconds * 1000))) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return limited(Duration.between(now, date));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Duration limited(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.toSeconds() > MAX_SECONDS ? Duration.ofSeconds(MAX_SECONDS) : wait;
  }
}
