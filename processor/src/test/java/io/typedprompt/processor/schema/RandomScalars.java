package io.typedprompt.processor.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;

/** JSON of single values of Java types. */
final class RandomScalars {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIGNS = "abc {}[]\"\\/\n\t,:.éß\u2028\u0001";

  private static final Map<Class<?>, Class<?>> OPTIONAL_NUMBERS =
      Map.of(
          OptionalInt.class, int.class,
          OptionalLong.class, long.class,
          OptionalDouble.class, double.class);

  private final Random random;

  RandomScalars(Random random) {
    this.random = random;
  }

  String of(Class<?> type) {
    if (OPTIONAL_NUMBERS.containsKey(type)) {
      return of(OPTIONAL_NUMBERS.get(type));
    }
    if (type == String.class) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(sign());
      }
      return string(text.toString());
    }
    if (type == boolean.class || type == Boolean.class) {
      return String.valueOf(random.nextBoolean());
    }
    String number = number(type);
    return number.isEmpty() ? string(text(type)) : number;
  }

  private char sign() {
    return SIGNS.charAt(random.nextInt(SIGNS.length()));
  }

  private String number(Class<?> type) {
    if (type == byte.class || type == Byte.class) {
      return String.valueOf((byte) random.nextInt());
    }
    if (type == short.class || type == Short.class) {
      return String.valueOf((short) random.nextInt());
    }
    if (type == int.class || type == Integer.class) {
      return String.valueOf(random.nextInt());
    }
    if (type == long.class || type == Long.class) {
      return String.valueOf(random.nextLong());
    }
    if (type == float.class || type == Float.class) {
      return String.valueOf(random.nextFloat() * 1e9f);
    }
    if (type == double.class || type == Double.class) {
      return String.valueOf(random.nextGaussian() * 1e30);
    }
    if (type == BigInteger.class) {
      return new BigInteger(100, random).negate().toString();
    }
    return type == BigDecimal.class
        ? new BigDecimal(new BigInteger(80, random), random.nextInt(30)).toPlainString()
        : "";
  }

  private String text(Class<?> type) {
    Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    Map<Class<?>, Object> texts = new LinkedHashMap<>();
    texts.put(char.class, sign());
    texts.put(Character.class, sign());
    texts.put(LocalDate.class, time.toLocalDate());
    texts.put(LocalTime.class, time.toLocalTime());
    texts.put(LocalDateTime.class, time);
    texts.put(Instant.class, instant);
    texts.put(
        OffsetDateTime.class, time.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(14), 30)));
    texts.put(Duration.class, Duration.ofMillis(random.nextInt()));
    texts.put(Period.class, Period.of(random.nextInt(9), random.nextInt(99), -random.nextInt(999)));
    texts.put(YearMonth.class, YearMonth.from(time));
    texts.put(ZoneId.class, random.nextBoolean() ? "Europe/Berlin" : "Z");
    texts.put(UUID.class, new UUID(random.nextLong(), random.nextLong()));
    texts.put(URI.class, "https://a.example/" + random.nextInt());
    texts.put(Currency.class, random.nextBoolean() ? "EUR" : "JPY");
    if (!texts.containsKey(type)) {
      throw new AssertionError("no values of " + type);
    }
    return texts.get(type).toString();
  }

  /** A text as JSON has it. */
  static String string(String text) {
    return JSON.writeValueAsString(text);
  }
}
