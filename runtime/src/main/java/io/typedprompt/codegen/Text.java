package io.typedprompt.codegen;

import io.typedprompt.Media;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a template is rendered into: text, and in the user message also media. A null adds nothing.
 */
public final class Text {
  private final List<Object> before = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final JsonOut json = new JsonOut(text);

  /** An empty text. */
  public Text() {}

  /** Adds a text. */
  public Text append(@Nullable CharSequence value) {
    if (value != null) {
      text.append(value);
    }
    return this;
  }

  /** Adds a text. */
  public Text append(@Nullable String value) {
    if (value != null) {
      text.append(value);
    }
    return this;
  }

  /** Adds an image or its like, between the texts before and after it. */
  public Text append(@Nullable Media value) {
    if (value != null) {
      endText();
      before.add(value);
    }
    return this;
  }

  /** Adds {@code true} or {@code false}. */
  public Text append(boolean value) {
    text.append(value);
    return this;
  }

  /** Adds a character. */
  public Text append(char value) {
    text.append(value);
    return this;
  }

  /** Adds an integer. */
  public Text append(int value) {
    text.append(value);
    return this;
  }

  /** Adds an integer. */
  public Text append(long value) {
    text.append(value);
    return this;
  }

  /** Adds a number without exponent and without ".0": {@code 3.0} is {@code 3}. */
  public Text append(float value) {
    NumberFormat.append(text, value);
    return this;
  }

  /** Adds a number without exponent and without ".0": {@code 3.0} is {@code 3}. */
  public Text append(double value) {
    NumberFormat.append(text, value);
    return this;
  }

  /** Adds a number without exponent, with the digits that it has: {@code 3.10} stays so. */
  public Text append(@Nullable BigDecimal value) {
    if (value != null) {
      text.append(value.toPlainString());
    }
    return this;
  }

  /**
   * Adds a boxed value like its primitive, and a locale by its tag, and anything else by its {@code
   * toString}.
   */
  public Text append(@Nullable Object value) {
    if (value instanceof Double number) {
      return append(number.doubleValue());
    }
    if (value instanceof Float number) {
      return append(number.floatValue());
    }
    if (value instanceof BigDecimal number) {
      return append(number);
    }
    if (value != null) {
      text.append(value instanceof Locale locale ? locale.toLanguageTag() : value);
    }
    return this;
  }

  /** Adds what is written there. */
  public JsonOut json() {
    return json;
  }

  /** A text between media that is blank would be refused by some providers. */
  private void endText() {
    if (!text.toString().isBlank()) {
      before.add(text.toString());
    }
    text.setLength(0);
  }

  /** The texts and media so far, in order: each is a {@code String} or {@code Media}. */
  List<Object> parts() {
    if (before.isEmpty()) {
      return List.of(text.toString());
    }
    endText();
    return List.copyOf(before);
  }

  /** The text so far, or since the last of the media. */
  @Override
  public String toString() {
    return text.toString();
  }
}
