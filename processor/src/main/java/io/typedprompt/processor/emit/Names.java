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
      given.put(name, allocator.newName(name));
    }
  }

  /** The name for a thing; the suggestion, or something close to it. */
  String of(Object key, String suggestion) {
    return given.computeIfAbsent(key, k -> allocator.newName(suggestion));
  }

  /** A name as constants are written: {@code triageTicket} as {@code TRIAGE_TICKET}. */
  static String constant(String camelCase) {
    return camelCase
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^\\p{javaJavaIdentifierPart}]", "_")
        .toUpperCase(Locale.ROOT);
  }
}
