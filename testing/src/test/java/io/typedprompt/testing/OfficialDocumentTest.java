package io.typedprompt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the server's bodies against OpenRouter's own OpenAPI document, and recorded requests. */
@ExtendWith(OpenRouterServerExtension.class)
@EnabledIfEnvironmentVariable(named = "TYPEDPROMPT_SHARED", matches = ".+")
class OfficialDocumentTest {
  private static final String GPT = "openai/gpt-4o-mini";
  private static JsonNode document;

  @BeforeAll
  static void readDocument() {
    document = new YAMLMapper().readTree(shared().resolve("openapi.yaml"));
  }

  @Test
  void answersFit(OpenRouterServer server) throws Exception {
    Schema result = component("ChatResult");
    for (Answer answer : answers()) {
      server.enqueue(answer);
      Http.Reply reply = new Http(server).chat(Http.ask(GPT, "x", "\"logprobs\":true"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(problems(result, reply.json())).as(reply.text()).isEmpty();
    }
  }

  @Test
  void chunksFit(OpenRouterServer server) throws Exception {
    Schema chunk = component("ChatStreamChunk");
    for (Answer answer : answers()) {
      server.enqueue(answer);
      Http.Reply reply = new Http(server).chat(Http.ask(GPT, "x", "\"stream\":true"));

      List<String> lines = reply.text().lines().filter(line -> line.startsWith("data: {")).toList();
      assertThat(lines).isNotEmpty();
      for (String line : lines) {
        JsonNode json = Json.parse(line.substring("data: ".length()));
        assertThat(problems(chunk, json)).as(line).isEmpty();
      }
    }
  }

  @Test
  void errorsFit(OpenRouterServer server) throws Exception {
    List<Integer> statuses = List.of(400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503);
    for (int status : statuses) {
      server.enqueue(
          Answer.error(status, "As scripted").retryAfter(Duration.ofSeconds(1)),
          Answer.providerError(status, "OpenAI", "As scripted"));
      assertErrorFits(new Http(server).chat(Http.ask(GPT, "x")), status);
      assertErrorFits(new Http(server).chat(Http.ask(GPT, "x")), status);
    }
    assertErrorFits(new Http(server).chat(Http.ask(GPT, "x", "\"temperature\":3")), 400);
    server.down(GPT);
    assertErrorFits(new Http(server).chat(Http.ask(GPT, "x")), 502);
    server.rateLimited(GPT);
    assertErrorFits(new Http(server).chat(Http.ask(GPT, "x")), 429);
  }

  @Test
  void otherEndpointsFit(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    String id = http.chat(Http.ask(GPT, "x")).json().path("id").asString();

    for (String path : List.of("/models", "/key", "/generation")) {
      Http.Reply reply = http.get(path + (path.equals("/generation") ? "?id=" + id : ""));
      Schema schema =
          schema(
              "/paths/"
                  + path.replace("/", "~1")
                  + "/get/responses/200/content/application~1json/schema");
      assertThat(problems(schema, reply.json())).as(path).isEmpty();
    }
  }

  @Test
  void requestsThatTheApiAnsweredAreTaken(OpenRouterServer server) throws Exception {
    Http http = new Http(server);
    int taken = 0;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(shared().resolve("exchanges"), "*.json")) {
      for (Path file : files) {
        JsonNode exchange = Json.parse(Files.readString(file));
        JsonNode body = exchange.at("/request/body");
        boolean answered =
            exchange.at("/response/status").asInt() == 200
                && exchange.at("/request/uri").asString().endsWith("/chat/completions");
        if (answered && body.isObject()) {
          addModels(server, body);
          Http.Reply reply = http.chat(Json.text(body));
          if (isStricterThanTheModel(reply, body)) {
            continue;
          }
          assertThat(reply.status()).as(file + ": " + reply.text()).isEqualTo(200);
          taken++;
        }
      }
    }
    assertThat(taken).isGreaterThan(50);
  }

  private static List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    answers.add(Answer.text("Fine."));
    answers.add(Answer.text(""));
    answers.add(Answer.text("Cut").finish("length"));
    answers.add(Answer.text("Free").tokens(0, 0));
    answers.add(Answer.text("Yes.").reasoning("Because."));
    answers.add(Answer.refusal("No."));
    answers.add(Answer.toolCall("f", "{\"a\":1}").andToolCall("g", "{}"));
    answers.add(Answer.text("Some of it").failAt(0.5, 502, "Gone"));
    return answers;
  }

  /** The server holds every model to OpenAI's strict subset; some take more. */
  private static boolean isStricterThanTheModel(Http.Reply reply, JsonNode body) {
    return reply.text().contains("invalid_json_schema")
        && !body.path("model").asString().startsWith("openai/");
  }

  private static void addModels(OpenRouterServer server, JsonNode body) {
    ChatRequest request = new ChatRequest((ObjectNode) body, Map.of());
    for (String model : request.models()) {
      server.model(model, BigDecimal.ZERO, BigDecimal.ZERO);
    }
  }

  private static void assertErrorFits(Http.Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    Schema schema =
        schema(
            "/paths/~1chat~1completions/post/responses/"
                + status
                + "/content/application~1json/schema");
    assertThat(problems(schema, reply.json())).as(reply.text()).isEmpty();
  }

  private static Schema component(String name) {
    return schema("/components/schemas/" + name);
  }

  /** The schema at a place of the document, with what it refers to. */
  private static Schema schema(String pointer) {
    assertThat(document.at(pointer).isObject()).as(pointer).isTrue();
    ObjectNode schema = Json.object().put("$ref", "#" + pointer);
    schema.set("paths", document.path("paths"));
    schema.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static List<String> problems(Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(Object::toString).toList();
  }

  private static Path shared() {
    return Path.of(System.getenv("TYPEDPROMPT_SHARED"));
  }
}
