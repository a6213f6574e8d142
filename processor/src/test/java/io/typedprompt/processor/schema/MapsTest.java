package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.OutputFormatException;
import io.typedprompt.PromptResult;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maps, which are asked for as entries and read as objects too, and JSON of any form. */
final class MapsTest {
  private static BuiltClasses classes;

  private final ScriptedModel model = new ScriptedModel();

  @BeforeAll
  static void compile() {
    classes =
        new UserBuild()
            .source(
                """
                package maps;

                import io.typedprompt.PromptResult;
                import io.typedprompt.annotations.*;
                import java.util.*;
                import tools.jackson.databind.JsonNode;

                @OpenRouterPrompt
                public interface Ask {
                  enum Level { LOW, HIGH }

                  record Point(int x) {}

                  record Prices(Map<String, List<Point>> byName, Map<Integer, Optional<Level>> byNumber) {}

                  @Example(user = "a", assistant = "{\\\"byName\\\":{\\\"a\\\":[{\\\"x\\\":1}]},\\\"byNumber\\\":{\\\"7\\\":null}}")
                  @UserMessage("?") PromptResult<Prices> prices();

                  @Example(user = "a", assistant = "{\\\"HIGH\\\":{\\\"any\\\":[1,null,true,\\\"x\\\"]}}")
                  @UserMessage("?") PromptResult<Map<Level, JsonNode>> levels();

                  @OpenRouterPrompt(strict = true)
                  @UserMessage("?") PromptResult<Map<String, Integer>> strict();
                }
                """)
            .build();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void entriesAreReadInOrderAndExamplesAreSentAsEntries() throws Exception {
    PromptResult<?> result =
        ask(
            "prices",
            "{'byName':[{'key':'b','value':[]},{'key':'a','value':[{'x':1}]}],"
                + "'byNumber':[{'value':'LOW','key':1},{'key':2,'value':null}]}");

    assertThat(result.value())
        .hasToString(
            "Prices[byName={b=[], a=[Point[x=1]]},"
                + " byNumber={1=Optional[LOW], 2=Optional.empty}]");
    assertThat(result.repairs()).isEmpty();
    assertThat(model.takeRequest().at("/messages/1/content").asString())
        .isEqualTo(
            quoted(
                "{'byName':[{'key':'a','value':[{'x':1}]}],'byNumber':[{'key':7,'value':null}]}"));
  }

  @Test
  void objectsAreReadToo() throws Exception {
    PromptResult<?> result =
        ask("prices", "{'byName':{'b':[],'a':[{'x':1}]},'byNumber':{'1':'LOW','-2':null}}");

    assertThat(result.value())
        .hasToString(
            "Prices[byName={b=[], a=[Point[x=1]]},"
                + " byNumber={1=Optional[LOW], -2=Optional.empty}]");
    assertThat(result.repairs())
        .extracting(r -> r.kind() + " " + r.path())
        .containsExactly("MAP_AS_OBJECT /byName", "MAP_AS_OBJECT /byNumber");
  }

  @Test
  void aKeyTwiceIsAProblemUnlessItSaysTheSame() throws Exception {
    PromptResult<?> result =
        ask(
            "prices",
            "{'byName':[{'key':'a','value':[{'x':1}]},{'key':'a','value':[{'x':1}]}],'byNumber':[]}");
    assertThat(result.repairs())
        .extracting(r -> r.kind() + " " + r.path())
        .containsExactly("DUPLICATE_PROPERTY /byName/1");
    assertProblems(
        "{'byName':[{'key':'a','value':[]},{'key':'a','value':[{'x':1}]}],'byNumber':[]}",
        "/byName/1: expected each key once, found the key a again with another value");
  }

  @Test
  void whatIsNoEntryIsAProblem() {
    assertProblems(
        "{'byName':[7,{'key':null,'value':[]},{'value':[]},{'key':'a'}],"
            + "'byNumber':[{'key':1.5,'value':'LOW'},{'key':1}]}",
        "/byName/0: expected an object entry, found 7",
        "/byName/1/key: expected a string, found null",
        "/byName/2/key: expected the property \"key\", found nothing",
        "/byName/3/value: expected the property \"value\", found nothing",
        "/byNumber/0/key: expected an integer, found 1.5");
    assertProblems(
        "{'byName':'a','byNumber':{'one':'LOW','1':'MIDDLE','01':'LOW'}}",
        "/byName: expected an array of entries, found \"a\"",
        "/byNumber/one: expected an integer, found \"one\"",
        "/byNumber/1: expected one of LOW, HIGH, found \"MIDDLE\"",
        "/byNumber/01: expected an integer, found \"01\"");
  }

  @Test
  void strictReadingTakesOnlyEntries() {
    String answer = quoted("{'value':{'a':1}}");
    model.answer(answer).answer(answer);

    assertThatThrownBy(() -> call("strict"))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly("/value: expected an array of entries, found an object"));
  }

  @Test
  void anyJsonIsATextAndReadWithoutOneToo() throws Exception {
    PromptResult<?> result =
        ask(
            "levels",
            "{'value':[{'key':'LOW','value':'[1.50,{}]'},{'key':'HIGH','value':{'a':[null]}}]}");

    assertThat(((Map<?, ?>) result.value()).toString())
        .isEqualTo(quoted("{LOW=[1.50,{}], HIGH={'a':[null]}}"));
    assertThat(result.repairs())
        .extracting(r -> r.kind() + " " + r.path())
        .containsExactly("JSON_NOT_AS_TEXT /value/1/value");
    assertThat(model.takeRequest().at("/messages/1/content").asString())
        .isEqualTo(
            "{\"value\":[{\"key\":\"HIGH\",\"value\":\"{\\\"any\\\":[1,null,true,\\\"x\\\"]}\"}]}");

    String broken = quoted("{'value':[{'key':'LOW','value':'[1'},{'key':'HIGH','value':null}]}");
    model.answer(broken).answer(broken);
    assertThatThrownBy(() -> call("levels"))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "/value/0/value: expected a string of JSON text, found \"[1\"",
                        "/value/1/value: expected a string of JSON text, found null"));
  }

  private void assertProblems(String answer, String... problems) {
    model.answer(quoted(answer)).answer(quoted(answer));
    assertThatThrownBy(() -> call("prices"))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e -> assertThat(e.problems()).extracting(Object::toString).containsExactly(problems));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private PromptResult<?> ask(String method, String answer) throws Exception {
    model.answer(quoted(answer));
    return (PromptResult<?>) call(method);
  }

  private Object call(String method) throws Exception {
    Object prompts =
        classes
            .load("maps.AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return prompts.getClass().getMethod(method).invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
