package io.typedprompt.processor.model;

import java.util.Optional;

/** The form of a text that stands for a value of a Java type. */
public enum TextForm {
  CHARACTER("java.lang.Character", "", "", "a string of one character"),
  LOCAL_DATE("java.time.LocalDate", "localDate", "date", "an ISO 8601 date such as 2026-01-31"),
  LOCAL_TIME(
      "java.time.LocalTime",
      "localTime",
      "",
      "an ISO 8601 time of day without offset, such as 14:30:00"),
  LOCAL_DATE_TIME(
      "java.time.LocalDateTime",
      "localDateTime",
      "",
      "an ISO 8601 date and time without offset, such as 2026-01-31T14:30:00"),
  INSTANT(
      "java.time.Instant",
      "instant",
      "date-time",
      "an ISO 8601 date and time with offset, such as 2026-01-31T14:30:00Z"),
  OFFSET_DATE_TIME(
      "java.time.OffsetDateTime",
      "offsetDateTime",
      "date-time",
      "an ISO 8601 date and time with offset, such as 2026-01-31T14:30:00+01:00"),
  ZONED_DATE_TIME(
      "java.time.ZonedDateTime",
      "zonedDateTime",
      "",
      "an ISO 8601 date and time with offset, and with the zone in brackets if it is known, such as"
          + " 2026-01-31T14:30:00+01:00[Europe/Berlin]"),
  DURATION(
      "java.time.Duration",
      "duration",
      "duration",
      "an ISO 8601 duration in days, hours, minutes and seconds, such as P1DT2H30M"),
  PERIOD(
      "java.time.Period",
      "period",
      "",
      "an ISO 8601 period in years, months and days, such as P1Y2M10D"),
  YEAR("java.time.Year", "year", "", "a year in four digits, such as 2026"),
  YEAR_MONTH("java.time.YearMonth", "yearMonth", "", "an ISO 8601 month such as 2026-01"),
  ZONE_ID(
      "java.time.ZoneId",
      "zoneId",
      "",
      "a time zone of the IANA database such as Europe/Berlin, or an offset such as +01:00"),
  UUID("java.util.UUID", "uuid", "uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000"),
  URI("java.net.URI", "uri", "", "a URI such as https://example.com/path"),
  LOCALE("java.util.Locale", "locale", "", "a BCP 47 language tag such as en or de-CH"),
  CURRENCY("java.util.Currency", "currency", "", "an ISO 4217 currency code such as EUR"),
  BYTES("byte[]", "bytes", "", "bytes in Base64");

  private final String typeName;
  private final String factory;
  private final String format;
  private final String words;

  TextForm(String typeName, String factory, String format, String words) {
    this.typeName = typeName;
    this.factory = factory;
    this.format = format;
    this.words = words;
  }

  /** The form of a Java type's values, by the type's qualified name. */
  public static Optional<TextForm> of(String typeName) {
    for (TextForm form : values()) {
      if (form.typeName.equals(typeName)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Whether it is a date, a time, or an amount of time. */
  public boolean isTime() {
    return typeName.startsWith("java.time.");
  }

  /** The method of the runtime that returns what parses it; empty for characters. */
  public String factory() {
    return factory;
  }

  /** The schema's {@code format}, if there is one that means exactly this; empty otherwise. */
  public String format() {
    return format;
  }

  /** The form in words, for models and messages; the runtime uses the same. */
  public String words() {
    return words;
  }
}
