package io.typedprompt.processor.schema;

import io.typedprompt.processor.model.TextForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** Whether texts have a form: what the runtime would read without a repair. */
final class TextForms {
  private TextForms() {}

  /** Whether a text has a form. */
  static boolean fits(TextForm form, String text) {
    try {
      return check(form, text);
    } catch (DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | URISyntaxException e) {
      return false; // All of them say so by throwing.
    }
  }

  private static boolean check(TextForm form, String text) throws URISyntaxException {
    return switch (form) {
      case CHARACTER -> text.length() == 1;
      case LOCAL_DATE -> LocalDate.parse(text) != null;
      case LOCAL_TIME -> LocalTime.parse(text) != null;
      case LOCAL_DATE_TIME -> LocalDateTime.parse(text) != null;
      case INSTANT -> OffsetDateTime.parse(text).toInstant() != null;
      case OFFSET_DATE_TIME -> OffsetDateTime.parse(text) != null;
      case ZONED_DATE_TIME -> ZonedDateTime.parse(text) != null;
      case DURATION ->
          text.endsWith("W")
              ? Period.parse(text).toTotalMonths() == 0
              : Duration.parse(text) != null;
      case PERIOD -> Period.parse(text) != null;
      case YEAR -> YearMonth.parse(text + "-01") != null;
      case YEAR_MONTH -> YearMonth.parse(text) != null;
      case ZONE_ID -> ZoneId.of(text) != null;
      case UUID -> UUID.fromString(text).toString().equalsIgnoreCase(text);
      case URI -> !text.isEmpty() && new URI(text).toString().equals(text);
      case LOCALE -> isLanguage(new Locale.Builder().setLanguageTag(text).build().getLanguage());
      case CURRENCY -> Currency.getInstance(text) != null;
      case BYTES -> Base64.getDecoder().decode(text) != null;
    };
  }

  private static boolean isLanguage(String language) {
    return !language.isEmpty() && language.length() <= 3;
  }
}
