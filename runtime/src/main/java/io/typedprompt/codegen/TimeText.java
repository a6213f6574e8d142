package io.typedprompt.codegen;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Other ways of writing dates and times: a space for the {@code T}, and the name of a zone at the
 * end, as in {@code 2026-01-31 14:30 Europe/Berlin}. No regular expressions: they would be compiled
 * at the first answer.
 */
final class TimeText {
  private static final int DATE_LENGTH = 10;

  private TimeText() {}

  /** With a {@code T} between date and time. */
  static String withT(String text) {
    boolean isSpaced =
        text.length() > DATE_LENGTH + 1
            && text.charAt(DATE_LENGTH) == ' '
            && isDigit(text.charAt(DATE_LENGTH + 1));
    return isSpaced ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
  }

  /** Without the name of a zone; {@code Z} is one. An offset stays, and is then refused. */
  static String withoutZone(String text) {
    String zone = zone(text);
    if (zone == null) {
      return text;
    }
    String rest = beforeZone(text);
    return isDigit(rest.charAt(rest.length() - 1)) ? rest : text;
  }

  /** With the zone as an offset. A zone whose offsets change is no offset, and is refused. */
  static String withOffset(String text) {
    String spaced = withT(text);
    String zone = zone(spaced);
    if (zone == null) {
      return withColon(spaced);
    }
    String rest = beforeZone(spaced);
    if (hasOffset(rest)) {
      return withColon(rest);
    }
    return isUtc(zone) ? rest + 'Z' : text;
  }

  /** With the zone in brackets. */
  static String withBrackets(String text) {
    String spaced = withT(text);
    String zone = zone(spaced);
    if (zone == null) {
      return withColon(spaced);
    }
    String rest = beforeZone(spaced);
    if (isUtc(zone)) {
      return hasOffset(rest) ? withColon(rest) : rest + 'Z';
    }
    return withColon(rest) + '[' + zone + ']';
  }

  private static boolean isUtc(String zone) {
    return zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT");
  }

  /** The name of the zone that the text ends with; null if there is none. */
  private static @Nullable String zone(String text) {
    boolean inBrackets = text.endsWith("]");
    int end = inBrackets ? text.length() - 1 : text.length();
    int start = end;
    while (start > 0 && isZonePart(text, start - 1)) {
      start--;
    }
    if (start == end || start < 2 || (inBrackets && text.charAt(start - 1) != '[')) {
      return null;
    }
    String zone = text.substring(start, end);
    return isZone(zone) ? zone : null;
  }

  private static boolean isZone(String name) {
    try {
      return !name.isEmpty() && ZoneId.of(name).getId().equals(name);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The text in front of the zone that it ends with. */
  private static String beforeZone(String text) {
    int end = text.length() - (text.endsWith("]") ? 1 : 0);
    while (end > 0 && isZonePart(text, end - 1)) {
      end--;
    }
    if (text.endsWith("]")) {
      end--;
    }
    return text.substring(0, end).stripTrailing();
  }

  /** Letters and what connects them: a digit in front of {@code Z} belongs to the time. */
  private static boolean isZonePart(String text, int at) {
    char c = text.charAt(at);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '_';
  }

  /** Whether a date and time has an offset already. */
  private static boolean hasOffset(String text) {
    int time = text.indexOf('T');
    return time >= 0
        && (text.indexOf('+', time) >= 0 || text.indexOf('-', time) >= 0 || text.endsWith("Z"));
  }

  /** {@code +01:00} for {@code +0100}, {@code +01} and {@code +01:00}. */
  private static String withColon(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    if (sign <= DATE_LENGTH || text.indexOf('T') < 0) {
      return text;
    }
    String offset = text.substring(sign + 1);
    String time = text.substring(0, sign).stripTrailing();
    if (offset.length() == 2) {
      return time + text.charAt(sign) + offset + ":00";
    }
    return offset.length() == 4 && offset.indexOf(':') < 0
        ? time + text.charAt(sign) + offset.substring(0, 2) + ':' + offset.substring(2)
        : time + text.substring(sign);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
