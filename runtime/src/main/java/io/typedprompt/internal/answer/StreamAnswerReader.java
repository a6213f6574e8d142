package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.VariantNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/**
 * Reads an answer that is one strict JSON value, as a stream of tokens. If it turns out to be
 * something else, that is a {@code JacksonException} of whatever is being read.
 */
final class StreamAnswerReader extends NotingReader implements AutoCloseable {
  private final String json;
  private final JsonParser parser;
  private final boolean keepsPlaces;
  private boolean lacksPlaces;
  private @Nullable JsonScanner scanner;

  /** The property that told the type of the object that is entered next, if one did. */
  private @Nullable String discriminator;

  /**
   * @param keepsPlaces whether it is kept where values begin, for comparing them with later ones.
   *     It takes time, and few answers need it.
   */
  StreamAnswerReader(
      String json, boolean strict, boolean roundIntegers, boolean keepsPlaces, Findings findings) {
    super(strict, roundIntegers, findings);
    this.json = json;
    this.keepsPlaces = keepsPlaces;
    this.parser = AnswerJson.parser(json);
    parser.nextToken();
  }

  @Override
  public void close() {
    parser.close();
  }

  /** Whether what was read is without meaning, since places were needed that were not kept. */
  boolean lacksPlaces() {
    return lacksPlaces;
  }

  @Override
  long readIntegerBetween(long min, long max) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getStringLength() <= SAFE_DIGITS) {
      long value = parser.getLongValue();
      if (value >= min && value <= max) {
        return value;
      }
    }
    return super.readIntegerBetween(min, max);
  }

  @Override
  public double readDouble() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = parser.getDoubleValue();
      if (!Double.isInfinite(value)) {
        return value;
      }
    }
    return super.readDouble();
  }

  @Override
  @Nullable String numberText(boolean fraction) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getString();
    }
    // The key of a map that is written as an object is in quotes, whatever it is.
    boolean key = token == JsonToken.PROPERTY_NAME && NumberText.isInteger(parser.getString());
    return key ? parser.getString() : null;
  }

  @Override
  @Nullable String stringText() {
    JsonToken token = parser.currentToken();
    boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
    return text ? parser.getString() : null;
  }

  @Override
  public @Nullable JsonNode readJson() {
    int start = offset();
    String text = stringText();
    if (text == null && !readNull()) {
      text = json.substring(start, scanner().end(start));
      JsonNode node = JsonTree.parse(text);
      if (node != null) {
        String pointer = path.pointer();
        repair(pointer, RepairKind.JSON_NOT_AS_TEXT, JsonTree.EXPECTED, skippedValue());
        return node;
      }
    }
    JsonNode node = text == null ? null : JsonTree.parse(text);
    if (node == null) {
      misfit(JsonTree.EXPECTED);
    }
    return node;
  }

  @Override
  public boolean readNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  @Override
  public boolean readBoolean() {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      misfit("true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  @Override
  public boolean beginObject(ObjectNames names) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      misfit("an object " + names.typeName());
      return false;
    }
    path.enterObject(names, findings.problemCount());
    path.innermost().discriminator = discriminator;
    discriminator = null;
    return true;
  }

  @Override
  public int readVariant(VariantNames names) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      misfit("an object " + names.typeName());
      return -1;
    }
    String name = names.discriminator();
    int start = JsonText.member(json, scanner(), offset(), name);
    String found =
        start == JsonScanner.NONE ? "nothing" : json.substring(start, scanner().end(start));
    int variant = found.charAt(0) == '"' ? variant(names, JsonText.string(found)) : -1;
    if (variant < 0) {
      findings.problem(path.pointerTo(name), oneOf(names), Excerpt.of(found));
      parser.skipChildren();
    } else {
      discriminator = name;
    }
    return variant;
  }

  @Override
  public int nextProperty() {
    ReadPath.Level object = path.innermost();
    if (object.isMember) {
      return nextOfMember(object);
    }
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      object.key = key;
      parser.nextToken();
      int index = object.indexOf(key);
      if (index < 0 && key.equals(object.discriminator)) {
        discriminator(object);
      } else if (index < 0) {
        String pointer = path.pointer();
        repair(pointer, RepairKind.UNKNOWN_PROPERTY, "no such property", skippedValue());
      } else if (object.starts[index] > 0) {
        duplicateProperty(object.starts[index]);
      } else {
        object.starts[index] = place();
        if (object.isAlias) {
          String name = object.names().properties().get(index).name();
          repair(
              path.pointer(), RepairKind.ALIAS, "the name \"" + name + "\"", Excerpt.quoted(key));
        }
        return index;
      }
    }
    object.key = null;
    return -1;
  }

  /** Leaves out what told the type; it may be there again. */
  private void discriminator(ReadPath.Level object) {
    if (object.discriminatorStart > 0) {
      duplicateProperty(object.discriminatorStart);
    } else {
      object.discriminatorStart = place();
      parser.skipChildren();
    }
  }

  /** A member of an object that is a map: its name is the key. */
  private int nextOfMember(ReadPath.Level member) {
    int index = 0;
    if (member.starts[0] > 0) {
      index = member.starts[1] > 0 ? -1 : 1;
      if (index == 1) {
        parser.nextToken();
      }
    }
    if (index >= 0) {
      member.starts[index] = place();
    }
    return index;
  }

  private void duplicateProperty(int firstStart) {
    if (!keepsPlaces) {
      lacksPlaces = true;
      parser.skipChildren();
      return;
    }
    String pointer = path.pointer();
    int start = offset();
    String found = skippedValue();
    scanner();
    if (JsonText.sameValue(json, firstStart, start)) {
      repair(pointer, RepairKind.DUPLICATE_PROPERTY, "the property once", found);
    } else {
      findings.problem(pointer, "the property once", "it again with another value: " + found);
    }
  }

  @Override
  public boolean beginArray() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      misfit("an array");
      return false;
    }
    path.enterArray(findings.problemCount());
    return true;
  }

  @Override
  public boolean nextElement() {
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      path.leave();
      return false;
    }
    ReadPath.Level array = path.innermost();
    array.index++;
    array.elementStart = place();
    return true;
  }

  @Override
  public boolean beginMap(ObjectNames entry) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      repair(path.pointer(), RepairKind.MAP_AS_OBJECT, "an array of entries", "an object");
    } else if (token != JsonToken.START_ARRAY) {
      misfit("an array of entries");
      return false;
    }
    path.enterArray(findings.problemCount());
    path.innermost().entry = entry;
    return true;
  }

  @Override
  public boolean nextEntry() {
    ReadPath.Level map = path.innermost();
    ObjectNames entry = Objects.requireNonNull(map.entry);
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.PROPERTY_NAME) {
        map.key = parser.currentName();
        path.enterObject(entry, findings.problemCount());
        path.innermost().isMember = true;
        return true;
      }
      if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
        path.leave();
        return false;
      }
      map.index++;
      if (beginObject(entry)) {
        return true;
      }
    }
  }

  @Override
  String lastElement() {
    if (!keepsPlaces) {
      lacksPlaces = true;
      return "";
    }
    int start = path.innermost().elementStart;
    return Excerpt.of(json.substring(start, scanner().end(start)));
  }

  @Override
  void skipValue() {
    parser.skipChildren();
  }

  @Override
  String skippedValue() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
      return Excerpt.quoted(parser.getString());
    }
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return Excerpt.of(parser.getString());
    }
    int start = offset();
    parser.skipChildren();
    return Excerpt.of(json.substring(start, offset() + 1));
  }

  /** Ends the reading, after which nothing may come. */
  void end() {
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "not JSON");
    }
  }

  /** Looks ahead. What is ahead has to be JSON, too, or there is nothing to read here. */
  private JsonScanner scanner() {
    if (scanner == null) {
      scanner = new JsonScanner(json);
      if (scanner.end(0) != json.length()) {
        throw new StreamReadException(parser, "not JSON");
      }
    }
    return scanner;
  }

  /** Where in the text the current value begins if that is kept, and never zero inside another. */
  private int place() {
    return keepsPlaces ? offset() : 1;
  }

  /** Where in the text the current token begins. */
  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
