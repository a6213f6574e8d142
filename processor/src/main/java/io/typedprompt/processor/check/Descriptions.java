package io.typedprompt.processor.check;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.typedprompt.processor.model.Shape;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words for shapes and lists in messages. */
final class Descriptions {
  private static final int MOST = 8;
  private static final int MOST_LETTERS = 40;

  private Descriptions() {}

  /** The type as a developer writes it, without packages. */
  static String name(Shape shape) {
    return name(shape.type());
  }

  static String name(TypeName type) {
    if (type instanceof ClassName className) {
      return String.join(".", className.simpleNames());
    }
    if (type instanceof ParameterizedTypeName generic) {
      String arguments =
          generic.typeArguments().stream()
              .map(Descriptions::name)
              .collect(Collectors.joining(", "));
      return name(generic.rawType()) + "<" + arguments + ">";
    }
    if (type instanceof ArrayTypeName array) {
      return name(array.componentType()) + "[]";
    }
    if (type instanceof WildcardTypeName wildcard) {
      TypeName bound = wildcard.upperBounds().get(0);
      return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + name(bound);
    }
    return type.toString();
  }

  /** The type with an article: "an int", "a Ticket". */
  static String withArticle(Shape shape) {
    String name = name(shape);
    return (startsWithVowel(name) ? "an " : "a ") + name;
  }

  private static boolean startsWithVowel(String name) {
    char first = name.charAt(0);
    // A URI and a User begin with the sound of "you".
    boolean you =
        first == 'U' && (name.startsWith("Us") || name.startsWith("UR") || name.startsWith("UU"));
    return "aeiouAEIOU".indexOf(first) >= 0 && !you;
  }

  /** A text in one line, not too long. */
  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MOST_LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_LETTERS)) + "...";
  }

  /** A list of names, not too long. */
  static String list(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() <= MOST) {
      return String.join(", ", all);
    }
    return String.join(", ", all.subList(0, MOST)) + " and " + (all.size() - MOST) + " more";
  }
}
