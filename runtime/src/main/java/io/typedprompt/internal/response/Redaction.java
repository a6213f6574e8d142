package io.typedprompt.internal.response;

/**
 * Takes secrets out of what a server sent, before anything else reads it: the API key where it is
 * echoed, whatever looks like a key, and the account's user id.
 */
public final class Redaction {
  private static final String REDACTED = "[redacted]";
  private static final String USER_ID = "user_id";

  /** A shorter key is a placeholder, such as a word, that an answer may hold by chance. */
  private static final int MIN_SECRET = 16;

  private static final int MIN_PLACEHOLDER = 4;
  private static final int MIN_ID = 6;

  private final String apiKey;

  /** Whether it has a character that JSON may write with a backslash before it. */
  private final boolean isEscapable;

  public Redaction(String apiKey) {
    this.apiKey = apiKey;
    this.isEscapable =
        apiKey.indexOf('/') >= 0 || apiKey.indexOf('"') >= 0 || apiKey.indexOf('\\') >= 0;
  }

  /** An answer without the key. */
  public String answer(String body) {
    return apiKey.length() < MIN_SECRET ? body : withoutKey(body);
  }

  /** Anything that goes into an exception: without the key, similar keys, and user ids. */
  public String error(String text) {
    String clean = apiKey.length() < MIN_PLACEHOLDER ? text : withoutKey(text);
    return withoutTokens(withoutUserIds(clean), "sk-", "Bearer ");
  }

  private String withoutKey(String text) {
    String clean = text.replace(apiKey, REDACTED);
    return clean.contains("\\u") || (isEscapable && clean.indexOf('\\') >= 0)
        ? withoutEscapedKey(clean)
        : clean;
  }

  /** Whoever reads the text as JSON would see the key, however it is written. */
  private String withoutEscapedKey(String text) {
    StringBuilder clean = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      int end = keyEnd(text, at);
      if (end > 0) {
        clean.append(text, copied, at).append(REDACTED);
        copied = end;
        at = end;
      } else {
        at = nextStart(text, at);
      }
    }
    return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
  }

  /** Backslashes in a row are one escape, however many: none but the first begins a key. */
  private static int nextStart(String text, int at) {
    int next = at + 1;
    while (text.charAt(at) == '\\' && next < text.length() && text.charAt(next) == '\\') {
      next++;
    }
    return next;
  }

  /** Where the key ends that begins here; minus one if none does. */
  private int keyEnd(String text, int start) {
    int at = start;
    for (int i = 0; i < apiKey.length() && at >= 0; i++) {
      at = characterEnd(text, at, apiKey.charAt(i));
    }
    return at;
  }

  /**
   * Where a character of the key ends, written as it is or escaped; minus one if it is another. An
   * escape may have many backslashes, because providers put JSON into the strings of JSON.
   */
  private static int characterEnd(String text, int start, char c) {
    int at = start;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    if (c == '\\' || at == text.length()) {
      return c == '\\' && at > start ? at : -1;
    }
    boolean escaped = at > start;
    if (text.charAt(at) == c && (!escaped || c == '/' || c == '"')) {
      return at + 1;
    }
    return escaped && text.charAt(at) == 'u' && codeUnit(text, at + 1) == c ? at + 5 : -1;
  }

  /** The value of four hexadecimal digits; minus one if there are none. */
  private static int codeUnit(String text, int start) {
    if (start + 4 > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      value = digit < 0 || value < 0 ? -1 : value * 16 + digit;
    }
    return value;
  }

  private static String withoutUserIds(String text) {
    String clean = text;
    int at = clean.indexOf(USER_ID);
    while (at >= 0) {
      int start = at + USER_ID.length();
      while (start < clean.length() && "\\\": ".indexOf(clean.charAt(start)) >= 0) {
        start++;
      }
      int end = tokenEnd(clean, start);
      if (end - start >= MIN_ID && isId(clean, start)) {
        clean = clean.replace(clean.substring(start, end), REDACTED);
      }
      at = clean.indexOf(USER_ID, at + USER_ID.length());
    }
    return clean;
  }

  /** A quoted value or one that looks like an id, but not any word of a sentence. */
  private static boolean isId(String text, int start) {
    return text.charAt(start - 1) == '"' || text.startsWith("user_", start);
  }

  private static String withoutTokens(String text, String... prefixes) {
    String clean = text;
    for (String prefix : prefixes) {
      clean = withoutTokens(clean, prefix);
    }
    return clean;
  }

  private static String withoutTokens(String text, String prefix) {
    int at = text.indexOf(prefix);
    if (at < 0) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int end = tokenEnd(text, at + prefix.length());
      boolean word = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
      if (!word && end - at - prefix.length() >= MIN_ID) {
        clean.append(text, copied, at).append(REDACTED);
        copied = end;
      }
      at = text.indexOf(prefix, end);
    }
    return clean.append(text, copied, text.length()).toString();
  }

  /** Keys are also echoed with their middle masked by dots or stars. */
  private static int tokenEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isTokenPart(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isTokenPart(char c) {
    return Character.isLetterOrDigit(c) || "-_.*".indexOf(c) >= 0;
  }
}
