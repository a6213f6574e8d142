package io.typedprompt.processor.emit;

import com.palantir.javapoet.NameAllocator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of fields and methods of the generated class, each given once. */
final class Names {
  private final NameAllocator allocator = new NameAllocator();
  private final Map<Object, String> given = new HashMap<>();

  /** Takes a name that generated members may not have. */
  void reserve(String name) {
    if (!given.containsValue(name)) {
      given.put(name, allocator.newName(name, name));
    }
  }

  /** The name for a thing; the suggestion, or something close to it. */
  String of(Object key, String suggestion) {
    return given.computeIfAbsent(key, k -> allocator.newName(suggestion, k));
  }

  /** A name as constants are written: {@code triageTicket} as {@code TRIAGE_TICKET}. */
  static String constant(String camelCase) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      if (i > 0 && startsWord(camelCase, i)) {
        name.append('_');
      }
      char c = camelCase.charAt(i);
      name.append(Character.isJavaIdentifierPart(c) ? c : '_');
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }

  /** In {@code readHTTPBody2D} that is {@code H}, {@code B} and the last {@code D}. */
  private static boolean startsWord(String camelCase, int i) {
    if (!isUpper(camelCase.charAt(i))) {
      return false;
    }
    char before = camelCase.charAt(i - 1);
    boolean afterLower = isLower(before) || (before >= '0' && before <= '9');
    boolean lastOfCapitals = i + 1 < camelCase.length() && isLower(camelCase.charAt(i + 1));
    return afterLower || (isUpper(before) && lastOfCapitals);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
