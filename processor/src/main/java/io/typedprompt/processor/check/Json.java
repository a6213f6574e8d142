package io.typedprompt.processor.check;

import io.typedprompt.processor.schema.JsonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Strict JSON in annotations. */
final class Json {
  /** What {@link #parse} makes of null. */
  static final Object NULL = JsonNull.NULL;

  private Json() {}

  /** Why a text cannot be a plugin's settings; empty if it can. */
  static Optional<String> settingsFlaw(String text) {
    return settingsFlaw(text, Map.of("id", "the plugin's name, which is written already"));
  }

  /**
   * Why a text cannot be an object with settings; empty if it can.
   *
   * @param taken properties that it must not have, with what they are
   */
  static Optional<String> settingsFlaw(String text, Map<String, String> taken) {
    try {
      if (!(parse(text) instanceof Map<?, ?> object)) {
        return Optional.of("it does not begin with '{'");
      }
      return object.keySet().stream()
          .map(String::valueOf)
          .filter(taken::containsKey)
          .findFirst()
          .map(name -> "its property '" + name + "' is " + taken.get(name));
    } catch (JacksonException e) {
      return Optional.of(reason(e));
    }
  }

  /**
   * The value of a JSON text: maps, lists, Strings, BigDecimals, Booleans and {@link #NULL}.
   *
   * @throws JacksonException if it is not one JSON value
   */
  static Object parse(String text) {
    try (JsonParser parser = strict(text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "something follows the value");
      }
      return value;
    }
  }

  private static JsonParser strict(String text) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build()
        .createParser(ObjectReadContext.empty(), text);
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new StreamReadException(parser, "there is nothing");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> NULL;
    };
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** Jackson's own words, without its suffix about where the text came from. */
  static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    if (message == null) {
      return "it is not JSON";
    }
    String plain = message.replaceFirst(" \\(start marker at .*", "");
    return Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
  }
}
