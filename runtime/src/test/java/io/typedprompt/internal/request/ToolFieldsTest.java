package io.typedprompt.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.PromptOptions;
import io.typedprompt.ProviderOptions;
import io.typedprompt.ServerToolOptions;
import io.typedprompt.annotations.ServerToolType;
import io.typedprompt.annotations.StructuredOutput;
import io.typedprompt.annotations.ToolChoice;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.codegen.AnswerReader;
import io.typedprompt.codegen.ToolMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request says of tools, byte by byte. */
class ToolFieldsTest {
  private static final String HEAD = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
  private static final String WEATHER =
      "{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"description\":\"the \\\"sky\\\"\","
          + "\"strict\":true,\"parameters\":{\"type\":\"object\"}}}";
  private static final String CLOCK =
      "{\"type\":\"function\",\"function\":{\"name\":\"clock\","
          + "\"strict\":false,\"parameters\":{\"type\":\"object\"}}}";
  private static final String ANSWER =
      "{\"type\":\"function\",\"function\":{\"name\":\"T\",\"description\":\"Takes the answer.\","
          + "\"strict\":true,\"parameters\":{\"type\":\"array\"}}}";
  private static final AnswerSchema FORCED =
      new AnswerSchema("T", "{\"type\":\"array\"}", StructuredOutput.TOOL);

  private static final class Named extends ToolMethod<String> {
    Named(String name, String description, boolean strict) {
      super(
          name,
          description,
          new AnswerFormat<String>(name, "{\"type\":\"object\"}") {
            @Override
            public @Nullable String read(AnswerReader in) {
              return in.readString();
            }
          },
          strict);
    }

    @Override
    public String call(String arguments) {
      return arguments;
    }
  }

  private static final List<ToolMethod<?>> TOOLS =
      List.of(new Named("weather", "the \"sky\"", true), new Named("clock", "", false));

  private static PromptOptions.Builder options() {
    return PromptOptions.builder();
  }

  private static ChatRequest request(
      PromptOptions.Builder options, @Nullable AnswerSchema schema, List<ToolMethod<?>> tools) {
    return new ChatRequest(
        options.build(), List.of(ChatMessage.user("Hi")), schema, false, List.copyOf(tools));
  }

  private static String body(
      PromptOptions.Builder options, @Nullable AnswerSchema schema, List<ToolMethod<?>> tools) {
    return new String(RequestWriter.write(request(options, schema, tools)), UTF_8);
  }

  private static String function(String name) {
    return "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\"}}";
  }

  @Test
  void methodsAreFunctionsInTheirOrder() {
    assertThat(body(options(), null, TOOLS))
        .isEqualTo(HEAD + ",\"tools\":[" + WEATHER + "," + CLOCK + "]}");
  }

  @Test
  void toolsOfTheServerFollow() {
    PromptOptions.Builder options =
        options()
            .serverTools(
                ServerToolOptions.of(ServerToolType.DATETIME),
                ServerToolOptions.of(ServerToolType.WEB_SEARCH, "{\"max_results\": 3}"));
    String serverTools =
        "{\"type\":\"openrouter:datetime\"},"
            + "{\"type\":\"openrouter:web_search\",\"parameters\":{\"max_results\":3}}";
    assertThat(body(options, null, List.of()))
        .isEqualTo(HEAD + ",\"tools\":[" + serverTools + "]}");
    assertThat(body(options, null, TOOLS))
        .isEqualTo(HEAD + ",\"tools\":[" + WEATHER + "," + CLOCK + "," + serverTools + "]}");
  }

  @Test
  void choicesAreWordsOrNamesOfTools() {
    for (String word : List.of(ToolChoice.AUTO, ToolChoice.NONE)) {
      assertThat(body(options().toolChoice(word), null, TOOLS))
          .endsWith("],\"tool_choice\":\"" + word + "\"}");
    }
    assertThat(body(options().toolChoice("clock").parallelToolCalls(false), null, TOOLS))
        .endsWith(
            "],\"tool_choice\":"
                + function("clock")
                + ",\"parallel_tool_calls\":false,\"provider\":{\"require_parameters\":true}}");
    PromptOptions.Builder search =
        options()
            .serverTools(ServerToolOptions.of(ServerToolType.WEB_SEARCH))
            .toolChoice(ServerToolType.WEB_SEARCH);
    assertThat(body(search, null, List.of()))
        .endsWith("],\"tool_choice\":{\"type\":\"openrouter:web_search\"}}");
  }

  @Test
  void aForcedToolWantsEndpointsThatKnowIt() {
    assertThat(body(options().toolChoice(ToolChoice.REQUIRED), null, TOOLS))
        .endsWith("\"tool_choice\":\"required\",\"provider\":{\"require_parameters\":true}}");
    PromptOptions.Builder decided =
        options()
            .toolChoice(ToolChoice.REQUIRED)
            .provider(ProviderOptions.builder().requireParameters(false).build());
    assertThat(body(decided, null, TOOLS))
        .endsWith("\"tool_choice\":\"required\",\"provider\":{\"require_parameters\":false}}");
  }

  @Test
  void nothingIsSaidOfToolsWhereThereAreNone() {
    assertThat(
            body(
                options().toolChoice(ToolChoice.REQUIRED).parallelToolCalls(false).maxToolRounds(2),
                null,
                List.of()))
        .isEqualTo(HEAD + "}");
  }

  @Test
  void anAnswerThatIsACallIsForcedAlone() {
    assertThat(body(options(), FORCED, List.of()))
        .isEqualTo(
            HEAD
                + ",\"tools\":["
                + ANSWER
                + "],\"tool_choice\":"
                + function("T")
                + ",\"provider\":{\"require_parameters\":true}}");
  }

  @Test
  void anAnswerThatIsACallIsOneOfTheCallsThatMustBeMade() {
    String tools = HEAD + ",\"tools\":[" + WEATHER + "," + CLOCK + "," + ANSWER + "],";
    assertThat(body(options(), FORCED, TOOLS)).startsWith(tools + "\"tool_choice\":\"required\"");
    assertThat(body(options().toolChoice(ToolChoice.AUTO), FORCED, TOOLS))
        .startsWith(tools + "\"tool_choice\":\"required\"");
    assertThat(body(options().toolChoice("clock"), FORCED, TOOLS))
        .startsWith(tools + "\"tool_choice\":" + function("clock"));
    assertThat(body(options().toolChoice(ToolChoice.NONE), FORCED, TOOLS))
        .startsWith(tools + "\"tool_choice\":" + function("T"));
  }

  @Test
  void aSchemaStandsBesideTools() {
    AnswerSchema schema = new AnswerSchema("T", "{}", StructuredOutput.JSON_SCHEMA);
    assertThat(body(options(), schema, TOOLS))
        .isEqualTo(
            HEAD
                + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"T\","
                + "\"strict\":true,\"schema\":{}}},\"tools\":["
                + WEATHER
                + ","
                + CLOCK
                + "],\"provider\":{\"require_parameters\":true}}");
  }

  @Test
  void anthropicIsToldOfStrictTools() {
    assertThat(RequestHeaders.of(request(options(), null, TOOLS)))
        .containsEntry("x-anthropic-beta", "structured-outputs-2025-11-13");
    assertThat(RequestHeaders.of(request(options(), null, TOOLS.subList(1, 2)))).isEmpty();
  }
}
