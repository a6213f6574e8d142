package io.typedprompt.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Texts of a form: whatever a model writes, they are read or refused, and nothing is thrown. */
class TextTypeTest {
  private static final Map<TextType<?>, List<String>> SAMPLES =
      Map.ofEntries(
          Map.entry(TimeTypes.localDate(), List.of("2026-01-31", "0001-12-01")),
          Map.entry(TimeTypes.localTime(), List.of("14:30", "14:30:59.123", "00:00:00")),
          Map.entry(TimeTypes.localDateTime(), List.of("2026-01-31T14:30:00")),
          Map.entry(TimeTypes.instant(), List.of("2026-01-31T14:30:00Z", "2026-01-31T14:30+05:30")),
          Map.entry(TimeTypes.offsetDateTime(), List.of("2026-01-31T14:30:00-08:00")),
          Map.entry(TimeTypes.zonedDateTime(), List.of("2026-01-31T14:30:00+01:00[Europe/Berlin]")),
          Map.entry(TimeTypes.duration(), List.of("PT1H30M", "P2W", "-PT0.5S")),
          Map.entry(TimeTypes.period(), List.of("P1Y2M3D", "P2W")),
          Map.entry(TimeTypes.year(), List.of("2026", "+12345")),
          Map.entry(TimeTypes.yearMonth(), List.of("2026-01")),
          Map.entry(TimeTypes.zoneId(), List.of("Europe/Berlin", "UTC+1", "Z")),
          Map.entry(TextTypes.uuid(), List.of("123e4567-e89b-12d3-a456-426614174000")),
          Map.entry(TextTypes.uri(), List.of("https://a.example/b?c=d#e", "mailto:a@b.c")),
          Map.entry(TextTypes.locale(), List.of("en", "de-CH", "zh-Hant-TW")),
          Map.entry(TextTypes.currency(), List.of("EUR", "USD")),
          Map.entry(TextTypes.bytes(), List.of("", "AP8=", "YWJj")));

  private static final String SIGNS =
      "0123456789TZPYMDHSW:-+.,/[]{}% abcdefgzEuropeBerlin\u00e9\u0663\n";

  @Test
  void samplesAreReadAndNeedNoRepair() {
    SAMPLES.forEach(
        (type, texts) ->
            texts.forEach(
                text -> {
                  assertThat((Object) type.parse(text)).as(text).isNotNull();
                  assertThat(type.expected()).isNotBlank();
                }));
  }

  @Test
  void nothingIsThrownWhateverTheTextIs() {
    Random random = new Random(7);
    Map<String, Integer> read = new TreeMap<>();
    SAMPLES.forEach(
        (type, texts) -> {
          for (int i = 0; i < 20_000; i++) {
            String text = mutated(texts.get(random.nextInt(texts.size())), random);
            boolean fits = type.parse(text) != null || type.repair(text) != null;
            read.merge(type.expected(), fits ? 1 : 0, Integer::sum);
          }
        });
    // Some mutations leave a text of the form, most do not.
    assertThat(read.values())
        .hasSize(SAMPLES.size())
        .allMatch(count -> count > 0 && count < 20_000);
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      if (at < mutated.length() && random.nextBoolean()) {
        mutated.setCharAt(at, sign);
      } else if (at < mutated.length() && random.nextBoolean()) {
        mutated.deleteCharAt(at);
      } else {
        mutated.insert(at, sign);
      }
    }
    return mutated.toString();
  }

  @Test
  void whatIsRepairedIsWhatIsMeant() {
    assertRepair(TimeTypes.localDateTime(), "2026-01-31 14:30 Europe/Berlin", "2026-01-31T14:30");
    assertRepair(TimeTypes.localDateTime(), "2026-01-31T14:30:00Z", "2026-01-31T14:30");
    assertRepair(TimeTypes.instant(), "2026-01-31 14:30:00+0100", "2026-01-31T13:30:00Z");
    assertRepair(TimeTypes.instant(), "2026-01-31 14:30 UTC", "2026-01-31T14:30:00Z");
    assertRepair(
        TimeTypes.offsetDateTime(),
        "2026-01-31 14:30:00-08:00 America/Los_Angeles",
        "2026-01-31T14:30-08:00");
    assertRepair(
        TimeTypes.zonedDateTime(),
        "2026-07-31 14:30+02:00 Europe/Berlin",
        "2026-07-31T14:30+02:00[Europe/Berlin]");
    assertRepair(TextTypes.locale(), "pt_BR", "pt_BR");
    assertRepair(TextTypes.currency(), " chf", "CHF");
  }

  private static void assertRepair(TextType<?> type, String text, String value) {
    assertThat((Object) type.parse(text)).as(text).isNull();
    assertThat((Object) type.repair(text)).as(text).hasToString(value);
  }

  @Test
  void whatIsNotClearIsRefused() {
    assertRefused(TimeTypes.instant(), "2026-01-31T14:30:00");
    assertRefused(TimeTypes.instant(), "2026-01-31T14:30:00 Europe/Berlin");
    assertRefused(TimeTypes.instant(), "1769866200");
    assertRefused(TimeTypes.localDate(), "2026-01-31T00:00:00");
    assertRefused(TimeTypes.localDate(), "31.01.2026");
    assertRefused(TimeTypes.localTime(), "14:30+01:00");
    assertRefused(TimeTypes.zonedDateTime(), "2026-01-31T14:30");
    assertRefused(TimeTypes.duration(), "P1M");
    assertRefused(TimeTypes.year(), "26");
    assertRefused(TextTypes.uuid(), "{123e4567-e89b-12d3-a456-426614174000}");
    assertRefused(TextTypes.locale(), "german");
    assertRefused(TextTypes.currency(), "\u20ac");
  }

  private static void assertRefused(TextType<?> type, String text) {
    assertThat((Object) type.parse(text)).as(text).isNull();
    assertThat((Object) type.repair(text)).as(text).isNull();
  }
}
