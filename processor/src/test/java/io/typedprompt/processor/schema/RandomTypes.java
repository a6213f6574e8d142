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
          "BigInteger",
          "char",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "Instant",
          "OffsetDateTime",
          "Duration",
          "Period",
          "YearMonth",
          "ZoneId",
          "UUID",
          "URI",
          "Currency");

  private static final List<String> KEYS =
      List.of("String", "Integer", "Long", "BigInteger", "UUID");

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

    import com.fasterxml.jackson.annotation.*;
    import io.typedprompt.PromptResult;
    import io.typedprompt.annotations.*;
    import java.math.*;
    import java.net.URI;
    import java.time.*;
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
    int choice = depth == 0 ? random.nextInt(3) : random.nextInt(14);
    return switch (choice) {
      case 0, 1 -> pick(SCALARS);
      case 2 -> enumType();
      case 3 -> "List<" + boxed(element(depth)) + ">";
      case 4 -> "Set<" + boxed(type(depth - 1)) + ">";
      case 6, 7 -> "Map<" + key() + ", " + boxed(element(depth)) + ">";
      case 8 -> "Collection<" + boxed(type(depth - 1)) + ">";
      case 9, 10 -> unionType(depth);
      case 5 -> "Optional<" + boxed(type(depth - 1)).replace("Optional<", "List<") + ">";
      default -> recordType(depth);
    };
  }

  private String element(int depth) {
    String type = boxed(type(depth - 1));
    boolean mayBeNull = random.nextInt(5) == 0 && Character.isUpperCase(type.charAt(0));
    return mayBeNull && !type.startsWith("Optional") ? "@Nullable " + type : type;
  }

  private String key() {
    return random.nextInt(4) == 0 ? enumType() : pick(KEYS);
  }

  private String unionType(int depth) {
    String name = "Union" + count++;
    List<String> arms = new ArrayList<>();
    List<String> subTypes = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String arm = recordType(depth - 1, name);
      arms.add(arm);
      subTypes.add("@JsonSubTypes.Type(value = " + arm + ".class, name = \"a " + arm + "\")");
    }
    declare(
        "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"its type\")\n  @JsonSubTypes({"
            + String.join(", ", subTypes)
            + "})\n  sealed interface "
            + name
            + " permits "
            + String.join(", ", arms)
            + " {}");
    return name;
  }

  private String recordType(int depth) {
    return recordType(depth, "");
  }

  private String recordType(int depth, String parent) {
    String name = "Record" + count++;
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<String> components = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      // Jackson asks for the discriminator of a record also where it is no part of the union.
      String type = componentType(depth, parent.isEmpty() ? name : parent);
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
    String parents = parent.isEmpty() ? "" : " implements " + parent;
    declare("record " + name + "(" + String.join(", ", components) + ")" + parents + " {}");
    return name;
  }

  /** Some of what only components are: optional numbers, and types around the record itself. */
  private String componentType(int depth, String record) {
    return switch (random.nextInt(20)) {
      case 0 -> "OptionalInt";
      case 1 -> "OptionalLong";
      case 2 -> "OptionalDouble";
      case 3 -> "List<" + record + ">";
      case 4 -> "Optional<" + record + ">";
      case 5 -> "Map<String, " + record + ">";
      default -> type(Math.max(depth - 1, 0));
    };
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
    if (type.equals("char")) {
      return "Character";
    }
    return type.equals("int")
        ? "Integer"
        : Character.toUpperCase(type.charAt(0)) + type.substring(1);
  }
}
