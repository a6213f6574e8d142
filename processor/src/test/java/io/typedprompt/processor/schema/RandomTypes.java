package io.typedprompt.processor.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes declarations of types that an answer can have, each within an interface of prompts. */
final class RandomTypes {
  private static final List<String> SCALARS =
      List.of(
          "String",
          "int",
          "Integer",
          "long",
          "Long",
          "short",
          "Byte",
          "float",
          "Float",
          "double",
          "Double",
          "boolean",
          "Boolean",
          "BigDecimal",
          "BigInteger");

  /** Some of them are what generated code might call its own variables. */
  private static final List<String> NAMES =
      List.of(
          "in",
          "e",
          "property",
          "value",
          "list",
          "set",
          "out",
          "client",
          "read",
          "names",
          "text",
          "\\u00fcber",
          "a1",
          "$",
          "_b",
          "userName",
          "URL",
          "answer",
          "object",
          "element");

  private final Random random;
  private final StringBuilder declarations = new StringBuilder();
  private int count;

  private RandomTypes(Random random) {
    this.random = random;
  }

  /** The source of an interface {@code Ask} with one method, {@code ask}, of a random type. */
  static String source(String packageName, Random random) {
    RandomTypes types = new RandomTypes(random);
    String root = boxed(types.type(3));
    return """
    package %s;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import io.typedprompt.PromptResult;
    import io.typedprompt.annotations.*;
    import java.math.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    @OpenRouterPrompt
    public interface Ask {
      @UserMessage("Ask.")
      PromptResult<%s> ask();
    %s}
    """
        .formatted(packageName, root, types.declarations);
  }

  private String type(int depth) {
    int choice = depth == 0 ? random.nextInt(3) : random.nextInt(10);
    return switch (choice) {
      case 0, 1 -> pick(SCALARS);
      case 2 -> enumType();
      case 3 -> "List<" + boxed(element(depth)) + ">";
      case 4 -> "Set<" + boxed(type(depth - 1)) + ">";
      case 5 -> "Optional<" + boxed(type(depth - 1)).replace("Optional<", "List<") + ">";
      default -> recordType(depth);
    };
  }

  private String element(int depth) {
    String type = boxed(type(depth - 1));
    boolean mayBeNull = random.nextInt(5) == 0 && Character.isUpperCase(type.charAt(0));
    return mayBeNull && !type.startsWith("Optional") ? "@Nullable " + type : type;
  }

  private String recordType(int depth) {
    String name = "Record" + count++;
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<String> components = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String type = type(depth - 1);
      String annotations = "";
      if (random.nextInt(5) == 0) {
        annotations += "@JsonProperty(\"the " + names.get(i) + "\") ";
      }
      if (random.nextInt(5) == 0) {
        annotations += "@Description(\"what \\\"" + names.get(i) + "\\\" is\\n\\u2026\") ";
      }
      if (random.nextInt(5) == 0 && !type.startsWith("Optional") && !isPrimitive(type)) {
        annotations += "@Nullable ";
      }
      components.add(annotations + type + " " + names.get(i));
    }
    declare("record " + name + "(" + String.join(", ", components) + ") {}");
    return name;
  }

  private String enumType() {
    String name = "Enum" + count++;
    declare(
        "enum "
            + name
            + " { @JsonProperty(\"first one\") FIRST, SECOND, @Description(\"3\") THIRD }");
    return name;
  }

  private void declare(String type) {
    declarations.append("\n  ").append(type).append('\n');
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static boolean isPrimitive(String type) {
    return Character.isLowerCase(type.charAt(0));
  }

  private static String boxed(String type) {
    if (!isPrimitive(type)) {
      return type;
    }
    return type.equals("int")
        ? "Integer"
        : Character.toUpperCase(type.charAt(0)) + type.substring(1);
  }
}
