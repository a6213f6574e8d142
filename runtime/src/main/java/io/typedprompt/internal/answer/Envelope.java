package io.typedprompt.internal.answer;

import io.typedprompt.codegen.ObjectNames;
import java.util.Locale;

/** The objects that are there only to hold a value. */
final class Envelope {
  private static final String TYPE = "answer";
  private static final String PROPERTY = "value";

  private Envelope() {}

  /**
   * Whether the names are those of the object that generated code puts around an answer that is no
   * object by itself.
   */
  static boolean is(ObjectNames names) {
    return names.typeName().equals(TYPE)
        && names.properties().size() == 1
        && names.properties().get(0).name().equals(PROPERTY);
  }

  /** Whether models use the name for an object around a value of the type. */
  static boolean isName(String name, String typeName) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "value", "result", "data", "answer" -> true;
      default -> !typeName.isEmpty() && Spelling.of(name).equals(Spelling.of(typeName));
    };
  }
}
