package io.typedprompt.codegen;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Dates, times and amounts of time as ISO 8601 writes them. */
public final class TimeTypes {
  private TimeTypes() {}

  /** Dates. */
  public static TextType<LocalDate> localDate() {
    return new LocalDateType();
  }

  /** Times of day. */
  public static TextType<LocalTime> localTime() {
    return new LocalTimeType();
  }

  /** Dates with times of day. */
  public static TextType<LocalDateTime> localDateTime() {
    return new LocalDateTimeType();
  }

  /** Points in time. */
  public static TextType<Instant> instant() {
    return new InstantType();
  }

  /** Dates and times with an offset. */
  public static TextType<OffsetDateTime> offsetDateTime() {
    return new OffsetDateTimeType();
  }

  /** Dates and times with an offset or a zone. */
  public static TextType<ZonedDateTime> zonedDateTime() {
    return new ZonedDateTimeType();
  }

  /** Amounts of exact time. */
  public static TextType<Duration> duration() {
    return new DurationType();
  }

  /** Amounts of calendar time. */
  public static TextType<Period> period() {
    return new PeriodType();
  }

  /** Years. */
  public static TextType<Year> year() {
    return new YearType();
  }

  /** Months of a year. */
  public static TextType<YearMonth> yearMonth() {
    return new YearMonthType();
  }

  /** Time zones. */
  public static TextType<ZoneId> zoneId() {
    return new ZoneIdType();
  }

  /** A type whose parser throws where the text has another form. */
  private abstract static class Base<T> implements TextType<T> {
    private final String expected;

    Base(String expected) {
      this.expected = expected;
    }

    @Override
    public final String expected() {
      return expected;
    }

    @Override
    public final @Nullable T parse(String text) {
      try {
        return parsed(text);
      } catch (DateTimeException | ArithmeticException e) {
        return null;
      }
    }

    @Override
    public final @Nullable T repair(String text) {
      String repaired = repaired(text.strip());
      return repaired.equals(text) ? null : parse(repaired);
    }

    /** The value; throws if there is none. */
    abstract T parsed(String text);

    /** The text without what is only written in another way. */
    String repaired(String text) {
      return text;
    }
  }

  private static final class LocalDateType extends Base<LocalDate> {
    LocalDateType() {
      super("an ISO 8601 date such as 2026-01-31");
    }

    @Override
    LocalDate parsed(String text) {
      return LocalDate.parse(text);
    }
  }

  private static final class LocalTimeType extends Base<LocalTime> {
    LocalTimeType() {
      super("an ISO 8601 time of day without offset, such as 14:30:00");
    }

    @Override
    LocalTime parsed(String text) {
      return LocalTime.parse(text);
    }

    @Override
    String repaired(String text) {
      return TimeText.withoutZone(text);
    }
  }

  private static final class LocalDateTimeType extends Base<LocalDateTime> {
    LocalDateTimeType() {
      super("an ISO 8601 date and time without offset, such as 2026-01-31T14:30:00");
    }

    @Override
    LocalDateTime parsed(String text) {
      return LocalDateTime.parse(text);
    }

    @Override
    String repaired(String text) {
      return TimeText.withoutZone(TimeText.withT(text));
    }
  }

  private static final class InstantType extends Base<Instant> {
    InstantType() {
      super("an ISO 8601 date and time with offset, such as 2026-01-31T14:30:00Z");
    }

    @Override
    Instant parsed(String text) {
      return OffsetDateTime.parse(text).toInstant();
    }

    @Override
    String repaired(String text) {
      return TimeText.withOffset(text);
    }
  }

  private static final class OffsetDateTimeType extends Base<OffsetDateTime> {
    OffsetDateTimeType() {
      super("an ISO 8601 date and time with offset, such as 2026-01-31T14:30:00+01:00");
    }

    @Override
    OffsetDateTime parsed(String text) {
      return OffsetDateTime.parse(text);
    }

    @Override
    String repaired(String text) {
      return TimeText.withOffset(text);
    }
  }

  private static final class ZonedDateTimeType extends Base<ZonedDateTime> {
    ZonedDateTimeType() {
      super(
          "an ISO 8601 date and time with offset, and with the zone in brackets if it is known, such"
              + " as 2026-01-31T14:30:00+01:00[Europe/Berlin]");
    }

    @Override
    ZonedDateTime parsed(String text) {
      return ZonedDateTime.parse(text);
    }

    @Override
    String repaired(String text) {
      return TimeText.withBrackets(text);
    }
  }

  private static final class DurationType extends Base<Duration> {
    DurationType() {
      super("an ISO 8601 duration in days, hours, minutes and seconds, such as P1DT2H30M");
    }

    @Override
    Duration parsed(String text) {
      return text.endsWith("W") ? weeks(text) : Duration.parse(text);
    }

    /** ISO 8601 knows weeks, which java.time has in periods only. */
    private static Duration weeks(String text) {
      Period period = Period.parse(text);
      if (period.toTotalMonths() != 0) {
        throw new DateTimeException("months are of different lengths");
      }
      return Duration.between(
          LocalDate.EPOCH.atStartOfDay(), LocalDate.EPOCH.plus(period).atStartOfDay());
    }
  }

  private static final class PeriodType extends Base<Period> {
    PeriodType() {
      super("an ISO 8601 period in years, months and days, such as P1Y2M10D");
    }

    @Override
    Period parsed(String text) {
      return Period.parse(text);
    }
  }

  private static final class YearType extends Base<Year> {
    YearType() {
      super("a year in four digits, such as 2026");
    }

    @Override
    Year parsed(String text) {
      // A year by itself is read in fewer digits too.
      return Year.of(YearMonth.parse(text + "-01").getYear());
    }
  }

  private static final class YearMonthType extends Base<YearMonth> {
    YearMonthType() {
      super("an ISO 8601 month such as 2026-01");
    }

    @Override
    YearMonth parsed(String text) {
      return YearMonth.parse(text);
    }
  }

  private static final class ZoneIdType extends Base<ZoneId> {
    ZoneIdType() {
      super("a time zone of the IANA database such as Europe/Berlin, or an offset such as +01:00");
    }

    @Override
    ZoneId parsed(String text) {
      return ZoneId.of(text);
    }
  }
}
