package io.typedprompt.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a request, checked one by one. Each check throws a {@link Rejection}
 * in the API's words; a field that is absent or null passes all of them.
 */
final class Fields {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static Fields ofBody(JsonNode body) {
    return new Fields(body, "");
  }

  /** The fields of a value that must be an object. */
  static Fields of(JsonNode value, String path) {
    if (!value.isObject()) {
      throw expected("object", value, path);
    }
    return new Fields(value, path);
  }

  /** Where this object stands in the body, such as {@code provider.sort}; empty for the body. */
  String path() {
    return path;
  }

  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The value, or null if it is absent or JSON null. */
  @Nullable JsonNode get(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  JsonNode require(String name) {
    JsonNode value = get(name);
    if (value == null) {
      throw rejectionAt("Required", pathOf(name));
    }
    return value;
  }

  void onlyKeys(Collection<String> known) {
    List<String> unknown = new ArrayList<>();
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        unknown.add("'" + name + "'");
      }
    }
    if (!unknown.isEmpty()) {
      throw Rejection.badRequest("Unrecognized key(s) in object: " + String.join(", ", unknown));
    }
  }

  void notNull(String... names) {
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && value.isNull()) {
        throw rejectionAt("Invalid input, received null", pathOf(name));
      }
    }
  }

  void bool(String name) {
    JsonNode value = get(name);
    if (value != null && !value.isBoolean()) {
      throw expected("boolean", value, pathOf(name));
    }
  }

  void number(String name, double least, double most) {
    JsonNode value = get(name);
    if (value != null) {
      checkNumber(value, pathOf(name));
      checkRange(value.decimalValue(), BigDecimal.valueOf(least), BigDecimal.valueOf(most), name);
    }
  }

  void integer(String name, long least, long most) {
    JsonNode value = get(name);
    if (value != null) {
      checkNumber(value, pathOf(name));
      BigDecimal number = value.decimalValue();
      if (number.stripTrailingZeros().scale() > 0) {
        throw rejectionAt("Expected integer, received float", pathOf(name));
      }
      checkRange(number, BigDecimal.valueOf(least), BigDecimal.valueOf(most), name);
    }
  }

  void text(String name) {
    text(name, Integer.MAX_VALUE);
  }

  void text(String name, int maxLength) {
    JsonNode value = get(name);
    if (value != null) {
      checkText(value, maxLength, pathOf(name));
    }
  }

  String requireText(String name) {
    JsonNode value = require(name);
    checkText(value, Integer.MAX_VALUE, pathOf(name));
    return value.stringValue();
  }

  /** A name as OpenAI takes it for schemas and functions. */
  String requireName(String name) {
    String value = requireText(name);
    if (!NAME.matcher(value).matches()) {
      throw rejectionAt(
          "Invalid name '" + value + "': expected 1 to 64 of a-z, A-Z, 0-9, underscores and dashes",
          pathOf(name));
    }
    return value;
  }

  void oneOf(String name, List<String> values) {
    JsonNode value = get(name);
    if (value != null) {
      checkOneOf(value, values, pathOf(name));
    }
  }

  String requireOneOf(String name, List<String> values) {
    JsonNode value = require(name);
    checkOneOf(value, values, pathOf(name));
    return value.stringValue();
  }

  @Nullable Fields object(String name) {
    JsonNode value = get(name);
    return value == null ? null : of(value, pathOf(name));
  }

  Fields requireObject(String name) {
    return of(require(name), pathOf(name));
  }

  /** The items of an array; empty if it is absent. */
  List<JsonNode> array(String name) {
    return array(name, Integer.MAX_VALUE);
  }

  List<JsonNode> array(String name, int maxItems) {
    JsonNode value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw expected("array", value, pathOf(name));
    }
    if (value.size() > maxItems) {
      throw rejectionAt("Array must contain at most " + maxItems + " element(s)", pathOf(name));
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  /** The items of an array of objects. */
  List<Fields> objects(String name) {
    List<Fields> items = new ArrayList<>();
    for (JsonNode item : array(name)) {
      items.add(of(item, pathOf(name) + "[" + items.size() + "]"));
    }
    return items;
  }

  void texts(String name) {
    int index = 0;
    for (JsonNode item : array(name)) {
      checkText(item, Integer.MAX_VALUE, pathOf(name) + "[" + index++ + "]");
    }
  }

  void textsOneOf(String name, List<String> values) {
    int index = 0;
    for (JsonNode item : array(name)) {
      checkOneOf(item, values, pathOf(name) + "[" + index++ + "]");
    }
  }

  Collection<String> names() {
    return object.propertyNames();
  }

  Rejection unexpected(String expected, String name) {
    return expected(expected, require(name), pathOf(name));
  }

  Rejection rejection(String message, String name) {
    return rejectionAt(message, pathOf(name));
  }

  static Rejection expected(String expected, JsonNode value, String path) {
    return rejectionAt("Expected " + expected + ", received " + kind(value), path);
  }

  private static Rejection rejectionAt(String message, String path) {
    return Rejection.badRequest(message + " at \"" + path + "\"");
  }

  private static void checkNumber(JsonNode value, String path) {
    if (!value.isNumber()) {
      throw expected("number", value, path);
    }
  }

  private void checkRange(BigDecimal value, BigDecimal least, BigDecimal most, String name) {
    if (value.compareTo(least) < 0) {
      throw rejection(
          "Number must be greater than or equal to " + least.stripTrailingZeros().toPlainString(),
          name);
    }
    if (value.compareTo(most) > 0) {
      throw rejection(
          "Number must be less than or equal to " + most.stripTrailingZeros().toPlainString(),
          name);
    }
  }

  private static void checkText(JsonNode value, int maxLength, String path) {
    if (!value.isString()) {
      throw expected("string", value, path);
    }
    String text = value.stringValue();
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw rejectionAt("String must contain at most " + maxLength + " character(s)", path);
    }
  }

  private static void checkOneOf(JsonNode value, List<String> values, String path) {
    if (!value.isString()) {
      throw expected("string", value, path);
    }
    if (!values.contains(value.stringValue())) {
      throw rejectionAt(
          "Invalid enum value. Expected '"
              + String.join("' | '", values)
              + "', received '"
              + value.stringValue()
              + "'",
          path);
    }
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> "number";
      case OBJECT, POJO -> "object";
      case STRING, BINARY -> "string";
      case MISSING -> "undefined";
    };
  }
}
