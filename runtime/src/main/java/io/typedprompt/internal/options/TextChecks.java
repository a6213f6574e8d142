package io.typedprompt.internal.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Checks of options that are texts. Each returns what it was given, or throws. */
public final class TextChecks {
  private TextChecks() {}

  /** A text with at least one character that is not white space. */
  public static String notBlank(String name, String value) {
    if (value == null) {
      throw new NullPointerException(name + " is null");
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return value;
  }

  /** A text of at most {@code most} characters. */
  public static String atMost(int most, String name, String value) {
    if (value.codePointCount(0, value.length()) > most) {
      throw new IllegalArgumentException(
          name
              + " has "
              + value.codePointCount(0, value.length())
              + " characters, but at most "
              + most
              + " are allowed");
    }
    return value;
  }

  /** Throws if there are more than {@code most}. */
  public static void count(int most, String name, int count) {
    if (count > most) {
      throw new IllegalArgumentException(
          name + " has " + count + " entries, but at most " + most + " are allowed");
    }
  }

  /** An unmodifiable copy of texts that are not blank. */
  public static List<String> notBlank(String name, String[] values) {
    List<String> checked = notEmpty(name, values);
    for (int i = 0; i < values.length; i++) {
      if (checked.get(i).isBlank()) {
        throw new IllegalArgumentException(name + "[" + i + "] is blank");
      }
    }
    return checked;
  }

  /** An unmodifiable copy of texts that are not empty; white space is a text here. */
  public static List<String> notEmpty(String name, String[] values) {
    List<String> checked = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new NullPointerException(name + "[" + i + "] is null");
      }
      if (values[i].isEmpty()) {
        throw new IllegalArgumentException(name + "[" + i + "] is empty");
      }
      checked.add(values[i]);
    }
    return Collections.unmodifiableList(checked);
  }

  /** Throws if a value occurs twice. */
  public static void noDuplicates(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        throw new IllegalArgumentException(name + " has \"" + values.get(i) + "\" twice");
      }
    }
  }
}
