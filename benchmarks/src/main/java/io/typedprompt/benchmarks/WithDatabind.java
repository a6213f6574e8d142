package io.typedprompt.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The same calls as most people write them: with OkHttp and jackson-databind. */
final class WithDatabind {
  private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final OkHttpClient http;
  private final String url;
  private final String key;

  /** For reading and writing alone. */
  WithDatabind() {
    this(new OkHttpClient(), "http://localhost/api/v1", "");
  }

  WithDatabind(OkHttpClient http, String baseUrl, String key) {
    this.http = http;
    this.url = baseUrl + "/chat/completions";
    this.key = key;
  }

  Reply<Triage> triage(String product, Ticket ticket) {
    byte[] body = triageRequest(product, ticket);
    try (Response response = http.newCall(post(body)).execute()) {
      if (response.code() != 200) {
        throw new IOException("The server answered with status " + response.code());
      }
      JsonNode answer = mapper.readTree(response.body().string());
      if (answer.has("error")) {
        throw new IllegalStateException("The server answered with an error.");
      }
      JsonNode choice = answer.path("choices").path(0);
      JsonNode usage = answer.path("usage");
      return new Reply<>(
          triage(choice.path("message").path("content").stringValue()),
          answer.path("id").stringValue(),
          answer.path("model").stringValue(),
          answer.path("provider").stringValue(),
          choice.path("finish_reason").stringValue(),
          usage.path("prompt_tokens").longValue(),
          usage.path("completion_tokens").longValue(),
          usage.path("cost").decimalValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many letters a stream has. */
  int story(String product) {
    byte[] body =
        mapper.writeValueAsBytes(
            Map.of(
                "stream",
                true,
                "messages",
                List.of(message("user", "Tell the story of " + product + "."))));
    int letters = 0;
    try (Response response = http.newCall(post(body)).execute()) {
      BufferedSource source = response.body().source();
      for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
        if (line.startsWith("data: {")) {
          JsonNode chunk = mapper.readTree(line.substring(6));
          letters +=
              chunk.path("choices").path(0).path("delta").path("content").asString("").length();
        }
      }
      return letters;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] triageRequest(String product, Ticket ticket) {
    return mapper.writeValueAsBytes(
        Map.of(
            "models",
            List.of("anthropic/claude-sonnet-4.5", "openai/gpt-4o-mini"),
            "messages",
            List.of(
                message("system", "You triage support tickets for " + product + "."),
                message("user", HandWritten.triageText(ticket))),
            "response_format",
            Map.of(
                "type",
                "json_schema",
                "json_schema",
                Map.of("name", "Triage", "strict", true, "schema", new RawValue(Schemas.TRIAGE))),
            "provider",
            Map.of("require_parameters", true),
            "temperature",
            0.2,
            "max_tokens",
            800));
  }

  Triage triage(String json) {
    return mapper.readValue(json, Triage.class);
  }

  List<Triage> triages(String json) {
    return mapper.readValue(json, Triages.class).value();
  }

  /** The envelope of a list. */
  private record Triages(List<Triage> value) {}

  private static Map<String, String> message(String role, String content) {
    return Map.of("role", role, "content", content);
  }

  private Request post(byte[] body) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", "Bearer " + key)
        .post(RequestBody.create(body, TYPE))
        .build();
  }
}
