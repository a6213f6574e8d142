package io.typedprompt;

import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ObjectNames;
import io.typedprompt.codegen.ToolMethod;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Tools as the processor would generate them. */
final class SampleTools {
  static final String WEATHER_SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"days\":{\"type\":"
          + "[\"integer\",\"null\"]}},\"required\":[\"city\",\"days\"],"
          + "\"additionalProperties\":false}";

  private SampleTools() {}

  /** The parameters of the tool. */
  record City(String city, int days) {}

  /** What a tool does. */
  interface Body {
    String run(City arguments) throws Exception;
  }

  /** {@code get_weather(city, days)}, and what it was called with. */
  static final class Weather extends ToolMethod<City> {
    final List<City> calls = new CopyOnWriteArrayList<>();
    private final Body body;

    Weather() {
      this("get_weather", arguments -> "18 degrees in " + arguments.city());
    }

    Weather(String name, Body body) {
      super(name, "The weather.", new CityFormat());
      this.body = body;
    }

    @Override
    public String call(City arguments) throws Exception {
      calls.add(arguments);
      return body.run(arguments);
    }
  }

  private static final class CityFormat extends AnswerFormat<City> {
    private static final ObjectNames NAMES =
        ObjectNames.of("get_weather").required("city").optional("days");

    CityFormat() {
      super("get_weather", WEATHER_SCHEMA);
    }

    @Override
    public @Nullable City read(AnswerReader in) {
      if (!in.beginObject(NAMES)) {
        return null;
      }
      String city = "";
      int days = 1;
      for (int i = in.nextProperty(); i >= 0; i = in.nextProperty()) {
        if (i == 0) {
          city = in.readString();
        } else if (!in.readNull()) {
          days = in.readInt();
        }
      }
      return in.endObject() ? new City(city, days) : null;
    }
  }

  /** A tool call in an answer. */
  static String call(String id, String name, String arguments) {
    return "{\"index\":0,\"id\":"
        + PromptServer.quoted(id)
        + ",\"type\":\"function\",\"function\":{\"name\":"
        + PromptServer.quoted(name)
        + ",\"arguments\":"
        + PromptServer.quoted(arguments)
        + "}}";
  }

  /** An answer that calls tools. */
  static String calls(String... calls) {
    return message(
        "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
            + String.join(",", calls)
            + "]}",
        "tool_calls");
  }

  /** An answer with this message, 10 and 5 tokens, and a cost of 0.001 USD. */
  static String message(String message, String finishReason) {
    return "{\"id\":\"gen-1\",\"model\":\"vendor/model-1\",\"provider\":\"Vendor\",\"choices\":["
        + "{\"index\":0,\"finish_reason\":"
        + (finishReason == null ? "null" : PromptServer.quoted(finishReason))
        + ",\"message\":"
        + message
        + "}],"
        + StreamFixtures.USAGE
        + "}";
  }
}
