package io.typedprompt.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the model is told of methods, and what their calls do, over a real socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ToolsTest {
  private static final String PROMPTS =
      """
      package app;

      import io.typedprompt.annotations.OpenRouterPrompt;
      import io.typedprompt.annotations.UserMessage;

      @OpenRouterPrompt(tools = Kit.class)
      public interface Prompts {
        @UserMessage("Go.")
        String all();

        @OpenRouterPrompt(tools = {Extra.class, Kit.class})
        @UserMessage("Go.")
        String both();

        @OpenRouterPrompt(tools = {Extra.class, Bound.class}, models = "google/gemini")
        @UserMessage("Go on with {{text}}.")
        String given(String text, Bound bound);

        @OpenRouterPrompt(tools = {})
        @UserMessage("Go.")
        String none();
      }
      """;

  private static final String KIT =
      """
      package app;

      import io.typedprompt.annotations.Alias;
      import io.typedprompt.annotations.Description;
      import io.typedprompt.annotations.Param;
      import io.typedprompt.annotations.Tool;
      import java.io.IOException;
      import java.math.BigDecimal;
      import java.time.LocalDate;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.concurrent.CompletableFuture;

      public class Kit extends Base implements Described {
        enum Size { SMALL, LARGE }

        record Item(String name, Size size) {}

        private final String prefix;

        public Kit(String prefix) {
          this.prefix = prefix;
        }

        @Tool
        String text(String value) {
          return value.isEmpty() ? null : prefix + value;
        }

        @Tool
        Optional<String> maybe(Optional<String> value) {
          return value;
        }

        @Tool
        void nothing() {}

        @Tool
        Void nothingEither(@Nullable String value) {
          return null;
        }

        @Tool
        int number(int value) {
          return value + 1;
        }

        @Tool
        Double half(@Alias("num") double value) {
          return value == 0 ? null : value / 2;
        }

        @Tool
        BigDecimal exact(BigDecimal value) {
          return value;
        }

        @Tool
        Size bigger(Size value) {
          return Size.LARGE;
        }

        @Tool
        LocalDate next(LocalDate value) {
          return value.plusDays(1);
        }

        @Tool
        Item item(Item value) {
          return new Item(value.name() + "!", value.size());
        }

        @Tool
        List<Item> twice(@Param("one") Item value) {
          return List.of(value, value);
        }

        @Tool
        Map<String, Integer> counts(Map<String, Integer> value) {
          return value;
        }

        @Tool
        String[] words(String... value) {
          return value;
        }

        @Tool
        CompletableFuture<String> later(String value) {
          return CompletableFuture.completedFuture(prefix + value);
        }

        @Tool
        CompletableFuture<Void> laterNothing() {
          return CompletableFuture.completedFuture(null);
        }

        @Tool
        CompletableFuture<String> neverThere() {
          return CompletableFuture.failedFuture(new IOException("no line"));
        }

        @Tool
        String broken() throws IOException {
          throw new IOException("no paper");
        }

        @Tool
        static String shared(String value) {
          return "shared " + value;
        }

        @Tool(name = "other-name", strict = false)
        @Description("Has another name.")
        String renamed(@Description("what it says") String value) {
          return value;
        }

        @Override
        public String described(String value) {
          return prefix + value;
        }

        String noTool() {
          return "";
        }

        @interface Nullable {}
      }
      """;

  private static final String BASE =
      """
      package app;

      import io.typedprompt.annotations.Tool;

      abstract class Base {
        @Tool
        String inherited(boolean value) {
          return "inherited " + value;
        }
      }
      """;

  private static final String DESCRIBED =
      """
      package app;

      import io.typedprompt.annotations.Description;
      import io.typedprompt.annotations.Tool;

      interface Described {
        @Tool
        @Description("From an interface.")
        String described(@Description("its value") String value);

        @Tool
        default String defaulted() {
          return "by default";
        }
      }
      """;

  private static final String EXTRA =
      """
      package app;

      import io.typedprompt.annotations.Tool;
      import java.time.LocalDate;

      public interface Extra {
        @Tool
        String extra(LocalDate value);
      }
      """;

  private static final String BOUND =
      """
      package app;

      import io.typedprompt.annotations.Tool;

      public record Bound(String of) {
        @Tool
        public String bound() {
          return of;
        }
      }
      """;

  private static final String MAIN =
      """
      package app;

      import io.typedprompt.OpenRouterClient;

      public final class Main {
        private Main() {}

        public static String run(OpenRouterClient client, String method) {
          Prompts prompts =
              new PromptsImpl(client, new Kit("my "), value -> "extra " + value);
          return switch (method) {
            case "all" -> prompts.all();
            case "both" -> prompts.both();
            case "given" -> prompts.given("text", new Bound("the argument"));
            case "missing" -> prompts.given("text", null);
            case "without" -> new PromptsImpl(client, new Kit(""), null).all();
            default -> prompts.none();
          };
        }
      }
      """;

  private final ScriptedModel model = new ScriptedModel();
  private BuiltClasses built;

  @BeforeAll
  void build() {
    UserBuild build = new UserBuild();
    List.of(PROMPTS, KIT, BASE, DESCRIBED, EXTRA, BOUND, MAIN).forEach(build::source);
    built = build.build();
  }

  @AfterAll
  void close() {
    model.close();
  }

  private String run(String method) {
    try {
      return (String)
          built
              .load("app.Main")
              .getMethod("run", OpenRouterClient.class, String.class)
              .invoke(null, model.client(), method);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What the model is told after it called a tool. */
  private String result(String method, String tool, String arguments) {
    model.call(tool, arguments).answer("done");
    assertThat(run(method)).isEqualTo("done");
    model.takeRequest();
    JsonNode messages = model.takeRequest().at("/messages");
    JsonNode last = messages.get(messages.size() - 1);
    assertThat(last.at("/role").asString()).isEqualTo("tool");
    return last.at("/content").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | {\"value\":\"x\"} | my x",
        "text | {\"value\":\"\"} | null",
        "maybe | {\"value\":\"x\"} | x",
        "maybe | {\"value\":null} | null",
        "maybe | {} | null",
        "nothing | {} | done",
        "nothingEither | {} | done",
        "nothingEither | {\"value\":\"x\"} | done",
        "number | {\"value\":41} | 42",
        "number | {\"value\":\"41\"} | 42",
        "half | {\"value\":5} | 2.5",
        "half | {\"num\":6} | 3",
        "half | {\"value\":0} | null",
        "exact | {\"value\":3.10} | 3.10",
        "bigger | {\"value\":\"small\"} | \"LARGE\"",
        "next | {\"value\":\"2026-01-31\"} | \"2026-02-01\"",
        "item | {\"value\":{\"name\":\"a\",\"size\":\"SMALL\"}} | {\"name\":\"a!\",\"size\":\"SMALL\"}",
        "twice | {\"one\":{\"name\":\"a\",\"size\":\"LARGE\"}}"
            + " | [{\"name\":\"a\",\"size\":\"LARGE\"},{\"name\":\"a\",\"size\":\"LARGE\"}]",
        "counts | {\"value\":[{\"key\":\"a\",\"value\":1}]} | {\"a\":1}",
        "words | {\"value\":[\"a\",\"b\"]} | [\"a\",\"b\"]",
        "later | {\"value\":\"x\"} | my x",
        "laterNothing | {} | done",
        "shared | {\"value\":\"x\"} | shared x",
        "other-name | {\"value\":\"x\"} | x",
        "described | {\"value\":\"x\"} | my x",
        "defaulted | {} | by default",
        "inherited | {\"value\":true} | inherited true"
      })
  void aCallReachesTheMethod(String tool, String arguments, String expected) {
    assertThat(result("all", tool, arguments)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"broken, no paper", "neverThere, no line"})
  void whatAMethodThrowsIsTold(String tool, String reason) {
    assertThat(result("all", tool, "{}")).contains("IOException", reason);
  }

  @Test
  void argumentsThatDoNotFitAreTold() {
    assertThat(result("all", "number", "{\"value\":\"many\"}")).contains("value", "many");
    assertThat(result("all", "number", "{}")).contains("value");
  }

  private Map<String, JsonNode> toolsOf(String method) {
    model.answer("done");
    run(method);
    Map<String, JsonNode> tools = new TreeMap<>();
    model
        .takeRequest()
        .at("/tools")
        .forEach(tool -> tools.put(tool.at("/function/name").asString(), tool.at("/function")));
    return tools;
  }

  @Test
  void ownToolsComeFirstInTheirOrder() {
    model.answer("done");
    run("all");
    List<String> names = new ArrayList<>();
    model.takeRequest().at("/tools").forEach(t -> names.add(t.at("/function/name").asString()));
    assertThat(names)
        .containsExactly(
            "text",
            "maybe",
            "nothing",
            "nothingEither",
            "number",
            "half",
            "exact",
            "bigger",
            "next",
            "item",
            "twice",
            "counts",
            "words",
            "later",
            "laterNothing",
            "neverThere",
            "broken",
            "shared",
            "other-name",
            "described",
            "inherited",
            "defaulted");
  }

  @Test
  void theModelIsToldWhatTheMethodSays() {
    Map<String, JsonNode> tools = toolsOf("all");
    assertThat(tools.get("other-name"))
        .hasToString(
            """
            {"name":"other-name","description":"Has another name.","strict":false,"parameters":\
            {"type":"object","properties":{"value":{"type":"string","description":"what it says"}},\
            "required":["value"],"additionalProperties":false}}""");
    assertThat(tools.get("described"))
        .hasToString(
            """
            {"name":"described","description":"From an interface.","strict":true,"parameters":\
            {"type":"object","properties":{"value":{"type":"string","description":"its value"}},\
            "required":["value"],"additionalProperties":false}}""");
    assertThat(tools.get("nothing"))
        .hasToString(
            """
            {"name":"nothing","strict":true,"parameters":\
            {"type":"object","properties":{},"required":[],"additionalProperties":false}}""");
    assertThat(tools.get("nothingEither").at("/parameters/properties/value/type"))
        .hasToString("[\"string\",\"null\"]");
  }

  @Test
  void aMethodsToolsReplaceTheInterfaces() {
    assertThat(toolsOf("both")).containsKeys("extra", "text").hasSize(23);
    assertThat(toolsOf("given")).containsOnlyKeys("extra", "bound");
    assertThat(toolsOf("none")).isEmpty();
  }

  @Test
  void aSchemaIsInTheFormThatTheModelsOfThePromptTake() {
    assertThat(toolsOf("both").get("extra").toString()).contains("\"format\":\"date\"");
    assertThat(toolsOf("given").get("extra").toString()).doesNotContain("format");
  }

  @Test
  void anArgumentIsTheInstanceForTheCall() {
    assertThat(result("given", "bound", "{}")).isEqualTo("the argument");
    assertThatNullPointerException()
        .isThrownBy(() -> run("missing"))
        .withMessageStartingWith("Prompts.given: the argument 'bound' is null.");
  }

  @Test
  void theConstructorTakesWhatMethodsNeed() {
    assertThatNullPointerException().isThrownBy(() -> run("without")).withMessage("extra");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.client().create(built.load("app.Prompts")))
        .withMessage(
            "app.PromptsImpl needs what its tools are called on: call new PromptsImpl(client, Kit,"
                + " Extra).");
  }
}
