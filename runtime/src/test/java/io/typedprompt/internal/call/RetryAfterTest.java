package io.typedprompt.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-08-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "12, PT12S",
    "' 2.5 ', PT2.5S",
    "'Sat, 22 Aug 2026 10:01:30 GMT', PT1M30S",
    "'Sat, 22 Aug 2026 09:00:00 GMT', PT0S",
    "99999999999999, PT8784H",
  })
  void aHeaderHasSecondsOrADate(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "NaN", "22 Aug"})
  void nonsenseSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }

  @Test
  void theEndOfALimitIsInSecondsOrMilliseconds() {
    long seconds = NOW.getEpochSecond() + 60;

    assertThat(RetryAfter.untilReset(Long.toString(seconds), NOW)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.untilReset(Long.toString(seconds * 1000), NOW))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.untilReset("1", NOW)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.untilReset("tomorrow", NOW)).isNull();
    assertThat(RetryAfter.untilReset(null, NOW)).isNull();
  }
}
