package io.typedprompt.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings for descriptions that say how a string must look: most formats have no name in JSON
 * Schema, and models go by such words.
 */
final class DescribedSample {
  /** One word, for with more it is rather prose than a form. */
  private static final Pattern EXAMPLE =
      Pattern.compile("such as (\\S+?)(?=[,.;)]?\\s*$|[,.;)]? or |[,;)] )", Pattern.MULTILINE);

  private DescribedSample() {}

  /**
   * A string like the example in a description, or null if there is none.
   *
   * @param index 0 to 8 give different strings where the example ends with a digit
   */
  static @Nullable String of(String description, int index) {
    if (description.contains("in Base64")) {
      return "RXhhbXBsZQ==";
    }
    if (description.contains("of one character")) {
      return String.valueOf((char) ('A' + index % 9));
    }
    Matcher example = EXAMPLE.matcher(description);
    return example.find() ? varied(example.group(1), index) : null;
  }

  private static String varied(String example, int index) {
    int last = example.length() - 1;
    char digit = example.charAt(last);
    boolean varies = digit >= '0' && digit <= '9';
    return varies ? example.substring(0, last) + (digit - '0' + index) % 10 : example;
  }
}
