package io.typedprompt.processor.read;

import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** How Jackson names the properties of a class in JSON, by {@code @JsonNaming}. */
enum Naming {
  AS_IN_JAVA(""),
  SNAKE("SnakeCaseStrategy"),
  UPPER_SNAKE("UpperSnakeCaseStrategy"),
  KEBAB("KebabCaseStrategy"),
  DOT("LowerDotCaseStrategy"),
  LOWER("LowerCaseStrategy"),
  UPPER_CAMEL("UpperCamelCaseStrategy");

  private final String strategy;

  Naming(String strategy) {
    this.strategy = strategy;
  }

  /** That of a class; strategies of a developer's own are not known. */
  static Naming of(TypeElement type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (Mirrors.type(mirror).getSimpleName().contentEquals("JsonNaming")) {
        Optional<String> written = Mirrors.text(mirror, "value");
        for (Naming naming : values()) {
          if (written.filter(w -> w.endsWith("." + naming.strategy)).isPresent()) {
            return naming;
          }
        }
      }
    }
    return AS_IN_JAVA;
  }

  /** The name in JSON for a name in Java. */
  String of(String name) {
    return switch (this) {
      case AS_IN_JAVA -> name;
      case SNAKE -> separated(name, '_');
      case UPPER_SNAKE -> separated(name, '_').toUpperCase(Locale.ROOT);
      case KEBAB -> separated(name, '-');
      case DOT -> separated(name, '.');
      case LOWER -> name.toLowerCase(Locale.ROOT);
      case UPPER_CAMEL -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    };
  }

  /** Jackson keeps capital letters together: {@code userID} is {@code user_id}. */
  private static String separated(String name, char separator) {
    StringBuilder text = new StringBuilder();
    boolean afterCapital = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean capital = Character.isUpperCase(c);
      if (capital
          && !afterCapital
          && !text.isEmpty()
          && text.charAt(text.length() - 1) != separator) {
        text.append(separator);
      }
      text.append(Character.toLowerCase(c));
      afterCapital = capital;
    }
    return text.toString();
  }
}
