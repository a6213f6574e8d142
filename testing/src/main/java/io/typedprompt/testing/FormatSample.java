package io.typedprompt.testing;

import org.jspecify.annotations.Nullable;

/** Makes strings for the {@code format}s of JSON Schema. */
final class FormatSample {
  private FormatSample() {}

  /**
   * A string of a format, or null if the format is not known.
   *
   * @param index 0 to 8 give different strings
   */
  static @Nullable String of(String format, int index) {
    int digit = 1 + index % 9;
    return switch (format) {
      case "date-time" -> "2026-01-0" + digit + "T09:30:00Z";
      case "date" -> "2026-01-0" + digit;
      case "time" -> "0" + digit + ":30:00Z";
      case "duration" -> "PT" + digit + "H";
      case "email" -> "person" + digit + "@example.com";
      case "hostname" -> "host" + digit + ".example.com";
      case "ipv4" -> "192.0.2." + digit;
      case "ipv6" -> "2001:db8::" + digit;
      case "uuid" -> "00000000-0000-4000-8000-00000000000" + digit;
      case "uri", "uri-reference", "iri" -> "https://example.com/" + digit;
      default -> null;
    };
  }
}
