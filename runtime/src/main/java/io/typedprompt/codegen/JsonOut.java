package io.typedprompt.codegen;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes compact JSON values into a {@link Text}, one after the other, each where the text ends.
 * The calls must come in the order of well-formed JSON. A null value becomes {@code null}; numbers
 * look as they do in text.
 */
public final class JsonOut {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;

  /** How many objects and arrays are open. */
  private int depth;

  /** Whether a comma goes before the next name or value, if it is inside an object or array. */
  private boolean comma;

  JsonOut(StringBuilder out) {
    this.out = out;
  }

  /** Begins an object. */
  public JsonOut beginObject() {
    return open('{');
  }

  /** Names the property whose value comes next. */
  public JsonOut name(String name) {
    separate();
    string(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** Ends an object. */
  public JsonOut endObject() {
    return close('}');
  }

  /** Begins an array. */
  public JsonOut beginArray() {
    return open('[');
  }

  /** Ends an array. */
  public JsonOut endArray() {
    return close(']');
  }

  /** Writes a string. */
  public JsonOut value(@Nullable String value) {
    separate();
    if (value == null) {
      out.append("null");
    } else {
      string(value);
    }
    return this;
  }

  /** Writes a string of one character. */
  public JsonOut value(char value) {
    return value(String.valueOf(value));
  }

  /** Writes a boolean. */
  public JsonOut value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes an integer. */
  public JsonOut value(int value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes an integer. */
  public JsonOut value(long value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a number; what is none becomes a string, since JSON has no such number. */
  public JsonOut value(float value) {
    if (!Float.isFinite(value)) {
      return value(Float.toString(value));
    }
    separate();
    NumberFormat.append(out, value);
    return this;
  }

  /** Writes a number; what is none becomes a string, since JSON has no such number. */
  public JsonOut value(double value) {
    if (!Double.isFinite(value)) {
      return value(Double.toString(value));
    }
    separate();
    NumberFormat.append(out, value);
    return this;
  }

  /** Writes a number with the digits that it has. */
  public JsonOut value(@Nullable BigDecimal value) {
    separate();
    out.append(value == null ? "null" : value.toPlainString());
    return this;
  }

  /** Writes an integer. */
  public JsonOut value(@Nullable BigInteger value) {
    separate();
    out.append(value);
    return this;
  }

  /**
   * Writes a boxed number or boolean like its primitive, a constant of an enum by its name, a
   * locale by its tag, and anything else as a string of its {@code toString}.
   */
  public JsonOut value(@Nullable Object value) {
    if (value == null) {
      return nullValue();
    }
    if (value instanceof Double number) {
      return value(number.doubleValue());
    }
    if (value instanceof Float number) {
      return value(number.floatValue());
    }
    if (value instanceof BigDecimal number) {
      return value(number);
    }
    boolean isLiteral =
        value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof Byte
            || value instanceof BigInteger
            || value instanceof Boolean;
    if (!isLiteral) {
      return value(text(value));
    }
    separate();
    out.append(value);
    return this;
  }

  private static String text(Object value) {
    if (value instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  /** Writes a tree of JSON, whose {@code toString} is JSON. */
  public JsonOut json(@Nullable Object tree) {
    separate();
    out.append(tree);
    return this;
  }

  /** Writes {@code null}. */
  public JsonOut nullValue() {
    separate();
    out.append("null");
    return this;
  }

  private JsonOut open(char bracket) {
    separate();
    out.append(bracket);
    depth++;
    comma = false;
    return this;
  }

  private JsonOut close(char bracket) {
    out.append(bracket);
    depth--;
    comma = true;
    return this;
  }

  private void separate() {
    if (comma && depth > 0) {
      out.append(',');
    }
    comma = true;
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
