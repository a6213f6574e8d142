package io.typedprompt.internal.request;

import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.ToolMethod;
import io.typedprompt.internal.json.JsonStreams;
import io.typedprompt.internal.json.Utf8Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the body of a request. The same request gives the same bytes, because caches on the way
 * compare them; an option that is not set is not written.
 */
public final class RequestWriter {
  /** What an array can hold with some to spare; no server takes as much. */
  private static final int MAX_SIZE = 1_000_000_000;

  private final JsonGenerator out;

  private RequestWriter(JsonGenerator out) {
    this.out = out;
  }

  /** The body as UTF-8. Half of a surrogate pair becomes a question mark. */
  public static byte[] write(ChatRequest request) {
    Utf8Writer body = new Utf8Writer(size(request));
    try (JsonGenerator out = JsonStreams.generator(body)) {
      new RequestWriter(out).body(request);
    }
    return body.toByteArray();
  }

  /** About what the body takes, so that its bytes are seldom copied while it grows. */
  private static int size(ChatRequest request) {
    long size = 512;
    for (ChatMessage message : request.messages()) {
      size += message.size();
    }
    for (ToolMethod<?> tool : request.tools()) {
      size += 128 + tool.description().length() + tool.parameters().schema().length();
    }
    if (request.schema() != null) {
      size += request.schema().schema().length();
    }
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Too large: the request would have about %,d bytes, but may have at most %,d. Show"
                  + " fewer or smaller media at once, or give their https: addresses.",
              size,
              MAX_SIZE));
    }
    return (int) size;
  }

  private void body(ChatRequest request) {
    AnswerSchema schema = request.schema();
    OptionFields options = new OptionFields(request.options().toMap(), out);
    out.writeStartObject();
    options.models();
    messages(schema, request.messages());
    if (schema != null && schema.mode() == StructuredOutput.JSON_SCHEMA) {
      responseFormat(schema);
    }
    new ToolFields(request, out).fields();
    options.fields(request.isRequiring());
    if (request.stream()) {
      out.writeBooleanProperty("stream", true);
    }
    out.writeEndObject();
  }

  private void messages(@Nullable AnswerSchema schema, List<ChatMessage> messages) {
    if (schema != null && schema.mode() == StructuredOutput.PROMPT) {
      messages = SchemaPrompt.append(schema.schema(), messages);
    }
    out.writeName("messages");
    out.writeStartArray();
    for (ChatMessage message : messages) {
      message.sendable().write(out);
    }
    out.writeEndArray();
  }

  private void responseFormat(AnswerSchema schema) {
    out.writeName("response_format");
    out.writeStartObject();
    out.writeStringProperty("type", "json_schema");
    out.writeName("json_schema");
    out.writeStartObject();
    out.writeStringProperty("name", schema.name());
    out.writeBooleanProperty("strict", schema.strict());
    out.writeName("schema");
    out.writeRawValue(schema.schema());
    out.writeEndObject();
    out.writeEndObject();
  }
}
