package io.typedprompt.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The floor: the same calls as a careful person writes them with OkHttp and jackson-core, for these
 * prompts and types alone, without retries, repairs, checks of options or words for failures.
 */
final class HandWritten {
  static final String HANDBOOK = resource("/prompts/handbook.mustache");

  private static final JsonFactory JSON = new JsonFactory();
  private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");

  private final OkHttpClient http;
  private final String url;
  private final String key;

  HandWritten(OkHttpClient http, String baseUrl, String key) {
    this.http = http;
    this.url = baseUrl + "/chat/completions";
    this.key = key;
  }

  Reply<Triage> triage(String product, Ticket ticket) {
    return call(triageRequest(product, ticket), HandReaders::triage);
  }

  Reply<String> handbook(String product, Ticket ticket) {
    return call(request(null, handbookText(product, ticket), null, false), content -> content);
  }

  /** Hands on the texts of a stream, and returns what it cost. */
  BigDecimal story(String product, Consumer<String> texts) {
    byte[] body = request(null, "Tell the story of " + product + ".", null, true);
    BigDecimal cost = BigDecimal.ZERO;
    try (Response response = http.newCall(post(body)).execute()) {
      checkStatus(response);
      BufferedSource source = response.body().source();
      for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
        if (line.equals("data: [DONE]")) {
          return cost;
        }
        if (line.startsWith("data: ")) {
          Envelope chunk = Envelope.read(line.substring(6));
          if (!chunk.content.isEmpty()) {
            texts.accept(chunk.content);
          }
          cost = chunk.cost.signum() == 0 ? cost : chunk.cost;
        }
      }
      throw new IllegalStateException("The stream broke off.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String triageText(Ticket ticket) {
    StringBuilder text = new StringBuilder("Subject: ").append(ticket.subject()).append('\n');
    for (String attachment : ticket.attachments()) {
      text.append("Attached: ").append(attachment).append('\n');
    }
    return text.append('\n').append(ticket.body()).toString();
  }

  static String handbookText(String product, Ticket ticket) {
    return HANDBOOK
        .replace("{{product}}", product)
        .replace("{{ticket.subject}}", ticket.subject())
        .replace("{{ticket.body}}", ticket.body());
  }

  static byte[] triageRequest(String product, Ticket ticket) {
    return request(
        "You triage support tickets for " + product + ".",
        triageText(ticket),
        Schemas.TRIAGE,
        false);
  }

  private static byte[] request(
      @Nullable String system, String user, @Nullable String schema, boolean stream) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      out.writeArrayPropertyStart("models");
      out.writeString("anthropic/claude-sonnet-4.5");
      out.writeString("openai/gpt-4o-mini");
      out.writeEndArray();
      out.writeArrayPropertyStart("messages");
      if (system != null) {
        message(out, "system", system);
      }
      message(out, "user", user);
      out.writeEndArray();
      if (schema != null) {
        out.writeName("response_format");
        out.writeStartObject();
        out.writeStringProperty("type", "json_schema");
        out.writeName("json_schema");
        out.writeStartObject();
        out.writeStringProperty("name", "Triage");
        out.writeBooleanProperty("strict", true);
        out.writeName("schema");
        out.writeRawValue(schema);
        out.writeEndObject();
        out.writeEndObject();
        out.writeName("provider");
        out.writeStartObject();
        out.writeBooleanProperty("require_parameters", true);
        out.writeEndObject();
      }
      out.writeNumberProperty("temperature", 0.2);
      out.writeNumberProperty("max_tokens", 800);
      if (stream) {
        out.writeBooleanProperty("stream", true);
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void message(JsonGenerator out, String role, String content) {
    out.writeStartObject();
    out.writeStringProperty("role", role);
    out.writeStringProperty("content", content);
    out.writeEndObject();
  }

  private <T> Reply<T> call(byte[] body, Function<String, T> reader) {
    try (Response response = http.newCall(post(body)).execute()) {
      checkStatus(response);
      Envelope envelope = Envelope.read(response.body().string());
      return new Reply<>(
          reader.apply(envelope.content),
          envelope.id,
          envelope.model,
          envelope.provider,
          envelope.finishReason,
          envelope.promptTokens,
          envelope.completionTokens,
          envelope.cost);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request post(byte[] body) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", "Bearer " + key)
        .post(RequestBody.create(body, TYPE))
        .build();
  }

  private static void checkStatus(Response response) throws IOException {
    if (response.code() != 200) {
      throw new IOException("The server answered with status " + response.code());
    }
  }

  static JsonParser parser(String json) {
    return JSON.createParser(ObjectReadContext.empty(), json);
  }

  private static String resource(String name) {
    try (InputStream in = HandWritten.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer or a chunk of one. */
  private static final class Envelope {
    String id = "";
    String model = "";
    String provider = "";
    String content = "";
    String finishReason = "";
    long promptTokens;
    long completionTokens;
    BigDecimal cost = BigDecimal.ZERO;

    static Envelope read(String json) {
      Envelope envelope = new Envelope();
      try (JsonParser in = parser(json)) {
        in.nextToken();
        envelope.object(in);
      }
      return envelope;
    }

    private void object(JsonParser in) {
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "id" -> id = in.getString();
          case "model" -> model = in.getString();
          case "provider" -> provider = in.getString();
          case "choices" -> choices(in);
          case "usage" -> usage(in);
          case "error" -> throw new IllegalStateException("The server answered with an error.");
          default -> in.skipChildren();
        }
      }
    }

    private void choices(JsonParser in) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = in.currentName();
          JsonToken value = in.nextToken();
          switch (name) {
            case "message", "delta" -> message(in);
            case "finish_reason" -> finishReason = text(in, value);
            default -> in.skipChildren();
          }
        }
      }
    }

    private void message(JsonParser in) {
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("content")) {
          content = text(in, value);
        } else {
          in.skipChildren();
        }
      }
    }

    private void usage(JsonParser in) {
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "prompt_tokens" -> promptTokens = in.getLongValue();
          case "completion_tokens" -> completionTokens = in.getLongValue();
          case "cost" -> cost = in.getDecimalValue();
          default -> in.skipChildren();
        }
      }
    }

    private static String text(JsonParser in, JsonToken value) {
      return value == JsonToken.VALUE_STRING ? in.getString() : "";
    }
  }
}
