package io.typedprompt;

import org.jspecify.annotations.Nullable;

/** Finds the API key and checks that a header can carry it, without ever showing it. */
final class ApiKeys {
  static final String VARIABLE = "OPENROUTER_API_KEY";

  private ApiKeys() {}

  /**
   * @param given the builder's key
   * @param environment what the environment variable has
   */
  static String resolve(@Nullable String given, @Nullable String environment) {
    String key = given != null ? given : environment == null ? "" : environment.strip();
    if (key.isBlank()) {
      throw new IllegalStateException(
          (given != null ? "The API key is blank." : "There is no API key.")
              + " Set the environment variable "
              + VARIABLE
              + ", or pass the key to OpenRouterClient.builder().apiKey(...). Keys are made at"
              + " https://openrouter.ai/settings/keys.");
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "The API key has a character that a header cannot carry: "
                + name(key.charAt(i))
                + " at position "
                + (i + 1)
                + " of "
                + key.length()
                + ". Keys have visible ASCII characters only; was a line read with its end?");
      }
    }
    return key;
  }

  private static String name(char c) {
    return switch (c) {
      case '\n' -> "a line feed";
      case '\r' -> "a carriage return";
      case ' ' -> "a space";
      case '\t' -> "a tab";
      default -> "a control or non-ASCII character";
    };
  }
}
