package io.typedprompt.internal.options;

import java.util.List;

/** Checks of what an HTTP header can carry. */
public final class HeaderChecks {
  private static final String NAME_SYMBOLS = "!#$%&'*+-.^_`|~";

  private HeaderChecks() {}

  /** A header's value: not blank, printable ASCII or tabs. */
  public static String value(String name, String value) {
    TextChecks.notBlank(name, value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            name
                + " has the character "
                + described(value.codePointAt(i))
                + " at index "
                + i
                + ", which an HTTP header cannot carry: use printable ASCII only");
      }
    }
    return value;
  }

  /** The items of a header's value that is a list separated by commas. */
  public static List<String> list(String name, String[] items) {
    List<String> checked = TextChecks.notBlank(name, items);
    for (String item : checked) {
      value(name, item);
      if (item.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            name + " has \"" + item + "\", but a comma is not allowed in it");
      }
    }
    return checked;
  }

  /** Whether the text is a header's name as HTTP defines it. */
  static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && NAME_SYMBOLS.indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String described(int codePoint) {
    String number = String.format("U+%04X", codePoint);
    boolean visible = !Character.isISOControl(codePoint) && Character.isDefined(codePoint);
    return visible ? number + " (" + Character.toString(codePoint) + ")" : number;
  }
}
