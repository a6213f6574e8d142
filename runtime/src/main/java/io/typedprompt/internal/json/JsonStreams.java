package io.typedprompt.internal.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Parsers and generators for JSON that this client or its caller wrote. */
public final class JsonStreams {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonStreams() {}

  /** A parser over the text. */
  public static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** A generator of compact JSON. */
  public static JsonGenerator generator(Writer target) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), target);
  }
}
