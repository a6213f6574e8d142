package io.typedprompt;

import static io.typedprompt.SamplePrompts.HAIKU;
import static io.typedprompt.SamplePrompts.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.SampleTools.Weather;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.codegen.PromptInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever calls a model writes: the call of the prompt ends, its cost is that of all its answers,
 * and every request is one that a provider takes.
 */
@Timeout(120)
class ToolFuzzTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final BigDecimal PRICE = new BigDecimal("0.001");
  private static final String GOOD = "{\"summary\":\"s\",\"priority\":\"HIGH\"}";
  private static final String[] IDS = {
    "\"a\"", "\"b\"", "\"\"", "null", "\"call_1\"", "\" \"", "7", "\"x\\\"y\""
  };
  private static final String[] NAMES = {
    "\"get_weather\"",
    "\"getWeather\"",
    "\"get_time\"",
    "\"functions.get_time\"",
    "\"Triage\"",
    "\"\"",
    "null",
    "\"rm -rf /\"",
    "\"\\u00e9\\ud83d\"",
    "\"" + "n".repeat(100) + "\""
  };
  private static final String[] ARGUMENTS = {
    "\"{\\\"city\\\":\\\"Paris\\\"}\"",
    "\"{\\\"city\\\":\\\"Paris\\\",\\\"days\\\":\\\"3\\\"}\"",
    "{\"city\":\"Rome\"}",
    "\"\\\"{\\\\\\\"city\\\\\\\":\\\\\\\"Oslo\\\\\\\"}\\\"\"",
    "\"{'city':'Oslo',}\"",
    "\"{\\\"city\\\":\\\"Pa\"",
    "\"\"",
    "null",
    "\"null\"",
    "\"[]\"",
    "\"{}{}\"",
    "\"Paris\"",
    "7",
    "[{}]",
    "\"{\\\"summary\\\":\\\"s\\\",\\\"priority\\\":\\\"HIGH\\\"}\"",
    "\"{\\\"city\\\":{\\\"city\\\":[]}}\"",
    "\"" + "[".repeat(2000) + "\""
  };
  private static final String[] REASONS = {
    "\"tool_calls\"", "\"stop\"", "null", "\"end_turn\"", "\"function_call\""
  };

  private final Model model = new Model();

  @Test
  void everyCallEndsAndItsCostIsThatOfAllItsAnswers() {
    int results = 0;
    int failures = 0;
    try (OpenRouterClient client =
        OpenRouterClient.builder()
            .apiKey(PromptServer.KEY)
            .baseUrl("http://127.0.0.1:1/api/v1")
            .httpClient(new OkHttpClient.Builder().addInterceptor(model).build())
            .maxRetries(0)
            .build()) {
      for (int seed = 0; seed < 1500; seed++) {
        model.start(seed);
        try {
          PromptResult<?> result = call(client, new Random(seed));
          results++;
          assertThat(result.cost().amount()).as("seed %s", seed).isEqualByComparingTo(model.cost());
          assertThat(result.attempts()).as("seed %s", seed).hasSize(model.answers);
        } catch (OpenRouterException e) {
          failures++;
          assertThat(e).as("seed %s", seed).isNotInstanceOf(NetworkException.class);
          assertThat(e.cost().amount()).as("seed %s", seed).isEqualByComparingTo(model.cost());
          assertThat(e.attempts()).as("seed %s", seed).hasSize(model.answers);
        }
        assertThat(model.wrong).as("a request for seed %s", seed).isNull();
      }
    }
    assertThat(results).isGreaterThan(500);
    assertThat(failures).isGreaterThan(50);
  }

  private static PromptResult<?> call(OpenRouterClient client, Random random) {
    Weather weather = new Weather();
    Weather time =
        new Weather(
            "get_time",
            arguments -> {
              throw new IOException("no clock in " + arguments.city());
            });
    PromptOptions.Builder options = PromptOptions.builder().maxToolRounds(1 + random.nextInt(4));
    if (random.nextInt(3) == 0) {
      options.structuredOutput(StructuredOutput.TOOL);
    }
    PromptInput input =
        SamplePrompts.input().tools(List.of(weather, time)).options(options.build());
    return switch (random.nextInt(4)) {
      case 0 -> HAIKU.result(client, input);
      case 1 -> TRIAGE.result(client, input);
      case 2 -> streamed(HAIKU.stream(client, input));
      default -> streamed(TRIAGE.stream(client, input));
    };
  }

  private static PromptResult<?> streamed(PromptStream<?> open) {
    try (PromptStream<?> stream = open) {
      return stream.result();
    }
  }

  /** Answers with anything, and looks at what it is sent. */
  private static final class Model implements Interceptor {
    private Random random = new Random();
    private int answers;
    private @Nullable AssertionError wrong;

    void start(int seed) {
      random = new Random(~seed);
      answers = 0;
    }

    BigDecimal cost() {
      return PRICE.multiply(BigDecimal.valueOf(answers));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
      Buffer body = new Buffer();
      chain.request().body().writeTo(body);
      JsonNode request = JSON.readTree(body.readUtf8());
      try {
        check(request.path("messages"));
      } catch (AssertionError e) {
        wrong = e;
      }
      answers++;
      boolean stream = request.has("stream") && random.nextInt(8) > 0;
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(
              ResponseBody.create(
                  stream ? events() : answer(),
                  MediaType.get(stream ? "text/event-stream" : "application/json")))
          .build();
    }

    private String content() {
      return PromptServer.quoted(pick("", "", "Hm.", GOOD, GOOD, "{\"priority\":1}", "[1"));
    }

    private String answer() {
      return SampleTools.message(
              "{\"content\":" + content() + ",\"tool_calls\":[" + calls(false) + "]}", "stop")
          .replace("\"finish_reason\":\"stop\"", "\"finish_reason\":" + pick(REASONS));
    }

    private String events() {
      StringBuilder events = new StringBuilder(StreamFixtures.COMMENT);
      events.append(StreamFixtures.chunk("{\"content\":" + content() + "}", null, ""));
      for (int i = random.nextInt(4); i > 0; i--) {
        events.append(StreamFixtures.chunk("{\"tool_calls\":[" + calls(true) + "]}", null, ""));
      }
      return events.append(StreamFixtures.end(pick("tool_calls", "stop"))).toString();
    }

    private String calls(boolean pieces) {
      List<String> calls = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        String function =
            part("name", pick(NAMES)) + part("arguments", pick(ARGUMENTS)) + "\"x\":0";
        String index = pieces && random.nextBoolean() ? "\"index\":" + random.nextInt(3) + "," : "";
        calls.add(
            random.nextInt(30) == 0
                ? pick("null", "{}", "7", "[]", "{\"function\":null}")
                : "{" + index + part("id", pick(IDS)) + "\"function\":{" + function + "}}");
      }
      return String.join(",", calls);
    }

    private String part(String name, String json) {
      return random.nextInt(8) == 0 ? "" : "\"" + name + "\":" + json + ",";
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }

    /** Every call has an id of its own, and its result, in the same order, right behind it. */
    private static void check(JsonNode messages) {
      Set<String> ids = new HashSet<>();
      List<String> open = new ArrayList<>();
      for (JsonNode message : messages) {
        if (message.path("role").stringValue().equals("tool")) {
          assertThat(open).isNotEmpty();
          assertThat(message.path("tool_call_id").stringValue()).isEqualTo(open.remove(0));
          assertThat(message.path("content").stringValue()).isNotBlank();
          continue;
        }
        assertThat(open).isEmpty();
        for (JsonNode call : message.path("tool_calls")) {
          String id = call.path("id").stringValue();
          assertThat(ids.add(id)).as(id).isTrue();
          open.add(id);
          assertThat(id).isNotBlank();
          assertThat(call.at("/function/name").stringValue()).matches("[A-Za-z0-9_-]{1,64}");
          assertThat(JSON.readTree(call.at("/function/arguments").stringValue()).isObject())
              .isTrue();
        }
        assertThat(message.path("content").asString("").isBlank())
            .isEqualTo(message.path("content").isNull());
      }
      assertThat(open).isEmpty();
    }
  }
}
