package io.typedprompt.internal.options;

import java.util.List;

/** Checks of what an HTTP header can carry. */
public final class HeaderChecks {
  private static final String NAME_SYMBOLS = "!#$%&'*+-.^_`|~";

  private static final int MAX_CATEGORY = 30;

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

  /** Categories as the API takes them: words of lower-case letters and digits, with hyphens. */
  public static List<String> categories(String name, String[] items) {
    List<String> checked = TextChecks.notBlank(name, items);
    for (String item : checked) {
      if (item.length() > MAX_CATEGORY || !isCategory(item)) {
        throw new IllegalArgumentException(
            name
                + " has \""
                + item
                + "\", but a category has at most "
                + MAX_CATEGORY
                + " characters, lower-case letters and hyphens, such as \"cli-agent\"");
      }
    }
    TextChecks.noDuplicates(name, checked);
    return checked;
  }

  private static boolean isCategory(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
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
