package io.typedprompt.internal.answer;

import io.typedprompt.RepairKind;
import io.typedprompt.codegen.ObjectNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an answer that is known to be one strict JSON value, as a stream of tokens. */
final class StreamAnswerReader extends NotingReader implements AutoCloseable {
  private final String json;
  private final JsonParser parser;

  StreamAnswerReader(String json, boolean strict, boolean roundIntegers, Findings findings) {
    super(strict, roundIntegers, findings);
    this.json = json;
    this.parser = AnswerJson.parser(json);
    parser.nextToken();
  }

  @Override
  public void close() {
    parser.close();
  }

  @Override
  @Nullable String numberText() {
    JsonToken token = parser.currentToken();
    boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    return number ? parser.getString() : null;
  }

  @Override
  @Nullable String stringText() {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
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
    return true;
  }

  @Override
  public int nextProperty() {
    ReadPath.Level object = path.innermost();
    List<ObjectNames.Property> properties = object.names().properties();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      object.key = key;
      parser.nextToken();
      int index = indexOf(key, properties);
      if (index < 0) {
        String pointer = path.pointer();
        repair(pointer, RepairKind.UNKNOWN_PROPERTY, "no such property", skippedValue());
      } else if (object.starts[index] > 0) {
        duplicateProperty(object.starts[index]);
      } else {
        object.starts[index] = offset();
        if (!properties.get(index).name().equals(key)) {
          String expected = "the name \"" + properties.get(index).name() + "\"";
          repair(path.pointer(), RepairKind.ALIAS, expected, Excerpt.quoted(key));
        }
        return index;
      }
    }
    object.key = null;
    return -1;
  }

  private static int indexOf(String key, List<ObjectNames.Property> properties) {
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).name().equals(key)) {
        return i;
      }
    }
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).aliases().contains(key)) {
        return i;
      }
    }
    return -1;
  }

  private void duplicateProperty(int firstStart) {
    String pointer = path.pointer();
    int start = offset();
    String found = skippedValue();
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
    array.elementStart = offset();
    return true;
  }

  @Override
  String lastElement() {
    int start = path.innermost().elementStart;
    return Excerpt.of(json.substring(start, new JsonScanner(json).end(start)));
  }

  @Override
  String skippedValue() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return Excerpt.quoted(parser.getString());
    }
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return Excerpt.of(parser.getString());
    }
    int start = offset();
    parser.skipChildren();
    return Excerpt.of(json.substring(start, offset() + 1));
  }

  /** Where in the text the current token begins. */
  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
