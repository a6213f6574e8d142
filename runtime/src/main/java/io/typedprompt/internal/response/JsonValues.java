package io.typedprompt.internal.response;

import io.typedprompt.internal.json.JsonSlices;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads single values with tolerance. Every method expects the parser at the first token of a value
 * and leaves it at the value's last one; what has another type than expected is absent.
 */
final class JsonValues {
  /** What {@link #count} returns for anything that is not a count. */
  static final long ABSENT = -1;

  /** More digits or zeros than money has; such a number is an attack or a bug, not a price. */
  private static final int MAX_DIGITS = 64;

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonValues() {}

  static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** The text of a string, number or boolean. */
  static @Nullable String text(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric() || token.isBoolean()) {
      return in.getString();
    }
    in.skipChildren();
    return null;
  }

  /** The text of a string that is not blank, of a number or boolean. */
  static @Nullable String filledText(JsonParser in) {
    String text = text(in);
    return text == null || text.isBlank() ? null : text;
  }

  /** Whether the value is true, or the text "true". */
  static boolean isTrue(JsonParser in) {
    return "true".equals(text(in));
  }

  /** A whole number of zero or more, or {@link #ABSENT}. */
  static long count(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_INT
        && in.getNumberType() == JsonParser.NumberType.INT) {
      return in.getIntValue() < 0 ? ABSENT : in.getIntValue();
    }
    BigDecimal number = decimal(in);
    if (number == null || number.signum() < 0) {
      return ABSENT;
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      return ABSENT;
    }
  }

  /** A number, exactly as it is written; also where it is written as a string. */
  static @Nullable BigDecimal decimal(JsonParser in) {
    String text = text(in);
    if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > MAX_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The text of any value as JSON, cut out of the text that is being read. */
  static String json(JsonParser in, String source) {
    return JsonSlices.value(in, source);
  }
}
