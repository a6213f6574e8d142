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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sealed interfaces, and types that contain themselves. */
final class UnionsTest {
  private static BuiltClasses classes;

  private final ScriptedModel model = new ScriptedModel();

  @BeforeAll
  static void compile() {
    classes =
        new UserBuild()
            .source(
                """
                package unions;

                import com.fasterxml.jackson.annotation.*;
                import io.typedprompt.PromptResult;
                import io.typedprompt.annotations.*;
                import java.util.*;

                @OpenRouterPrompt
                public interface Ask {
                  @Description("a figure")
                  sealed interface Figure permits Circle, Polygon, Nothing {}

                  @Description("it is round")
                  record Circle(double radius) implements Figure {}

                  sealed interface Polygon extends Figure {}

                  record Square(int side) implements Polygon {}

                  record Named(String type, Optional<Figure> inner) implements Polygon {}

                  record Nothing() implements Figure {}

                  record Drawing(@Description("in front") Figure front, Optional<Figure> back,
                      Map<String, Figure> more) {}

                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
                  @JsonSubTypes({
                    @JsonSubTypes.Type(value = Good.class, name = "good", names = {"ok"}),
                    @JsonSubTypes.Type(value = Bad.class)
                  })
                  sealed interface Outcome<T> {}

                  record Good<T>(T value) implements Outcome<T> {}

                  @JsonTypeName("bad")
                  record Bad<T>(String is, List<Outcome<T>> causes) implements Outcome<T> {}

                  record Node(String name, List<Node> children) {}

                  record Link(int value, Optional<Link> next) {}

                  sealed interface Term {}

                  record Num(int value) implements Term {}

                  record Sum(Term left, Term right) implements Term {}

                  @UserMessage("?") PromptResult<Figure> figure();
                  @UserMessage("?") PromptResult<List<Figure>> figures();
                  @UserMessage("?") PromptResult<Drawing> drawing();
                  @UserMessage("?") PromptResult<Outcome<Integer>> outcome();

                  @Example(user = "a", assistant = "{\\"name\\":\\"a\\",\\"children\\":[]}")
                  @UserMessage("?") PromptResult<Node> node();
                  @UserMessage("?") PromptResult<Map<String, Node>> nodes();
                  @UserMessage("?") PromptResult<Link> link();

                  @Example(user = "a", assistant = "{\\"right\\":{\\"type\\":\\"Num\\",\\"value\\":2},"
                      + "\\"type\\":\\"Sum\\",\\"left\\":{\\"type\\":\\"Num\\",\\"value\\":1}}")
                  @UserMessage("?") PromptResult<Term> term();

                  @OpenRouterPrompt(models = "google/gemini-2.5-flash")
                  @UserMessage("?") PromptResult<Node> googleNode();
                  @OpenRouterPrompt(models = {"openai/gpt-4o", "anthropic/claude-sonnet-4.5"})
                  @UserMessage("?") PromptResult<Link> claudeLink();
                  @OpenRouterPrompt(models = "~google/gemini-flash-latest")
                  @UserMessage("?") PromptResult<Term> googleTerm();

                  @UserMessage("{{term}} {{figure}}")
                  String print(Term term, Figure figure);

                  final class Caller {
                    private Caller() {}

                    public static String call(io.typedprompt.OpenRouterClient client) {
                      return new AskImpl(client)
                          .print(
                              new Sum(new Num(1), new Num(2)),
                              new Named("x", Optional.of(new Nothing())));
                    }
                  }
                }
                """)
            .build();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void aUnionIsWrappedAndToldApartByAPropertyThatNoneOfItsRecordsHas() throws Exception {
    PromptResult<?> result = ask("figure", "{'value':{'kind':'Circle','radius':2}}");

    assertThat(result.value()).hasToString("Circle[radius=2.0]");
    assertThat(result.repairs()).isEmpty();
    assertThat(schema().at("/properties/value").toString())
        .isEqualTo(quoted("{'$ref':'#/$defs/Figure'}"));
  }

  @Test
  void theDiscriminatorComesFirst() throws Exception {
    ask("drawing", "{'front':{'kind':'Nothing'},'back':null,'more':[]}");

    JsonNode schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(schema.at("/$defs/Figure").toString())
        .isEqualTo(
            quoted(
                "{'description':'a figure','anyOf':["
                    + "{'type':'object','description':'it is round','properties':{"
                    + "'kind':{'type':'string','enum':['Circle']},'radius':{'type':'number'}},"
                    + "'required':['kind','radius'],'additionalProperties':false},"
                    + "{'type':'object','properties':{'kind':{'type':'string','enum':['Square']},"
                    + "'side':{'type':'integer'}},"
                    + "'required':['kind','side'],'additionalProperties':false},"
                    + "{'type':'object','properties':{'kind':{'type':'string','enum':['Named']},"
                    + "'type':{'type':'string'},"
                    + "'inner':{'anyOf':[{'$ref':'#/$defs/Figure'},{'type':'null'}]}},"
                    + "'required':['kind','type','inner'],'additionalProperties':false},"
                    + "{'type':'object','properties':{'kind':{'type':'string','enum':['Nothing']}},"
                    + "'required':['kind'],'additionalProperties':false}]}"));
    assertThat(schema.at("/properties/front").toString())
        .isEqualTo(quoted("{'description':'in front','anyOf':[{'$ref':'#/$defs/Figure'}]}"));
    assertThat(schema.at("/properties/back").toString())
        .isEqualTo(quoted("{'anyOf':[{'$ref':'#/$defs/Figure'},{'type':'null'}]}"));
  }

  @Test
  void theDiscriminatorMayComeLaterAndDeepInside() throws Exception {
    PromptResult<?> result =
        ask(
            "figures",
            "{'value':[{'side':3,'kind':'Square'},{'kind':'Nothing'},"
                + "{'inner':{'inner':null,'type':'kind','kind':'Named'},'type':'a','ki\\u006ed':'Named'}]}");

    assertThat(result.value())
        .hasToString(
            "[Square[side=3], Nothing[], Named[type=a, inner=Optional[Named[type=kind,"
                + " inner=Optional.empty]]]]");
    assertThat(result.repairs()).isEmpty();
  }

  @Test
  void whatIsNoneOfTheTypesIsAProblem() {
    String answer =
        quoted(
            "{'value':[{'kind':'Triangle','side':1},{'side':1,'x':1},{'kind':7},3,"
                + "{'kind':'Circle','radius':'big'},{'kind':'Circle','kind':'Square','radius':1}]}");
    model.answer(answer).answer(answer);

    assertThatThrownBy(() -> call("figures"))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "/value/0/kind: expected one of Circle, Square, Named, Nothing, found"
                            + " \"Triangle\"",
                        "/value/1/kind: expected one of Circle, Square, Named, Nothing, found nothing",
                        "/value/2/kind: expected one of Circle, Square, Named, Nothing, found 7",
                        "/value/3: expected an object Figure, found 3",
                        "/value/4/radius: expected a number, found \"big\"",
                        "/value/5/kind: expected the property once, found it again with another"
                            + " value: \"Square\""));
  }

  @Test
  void jacksonsNamesAreTaken() throws Exception {
    PromptResult<?> result =
        ask(
            "outcome",
            "{'value':{'is':'bad','causes':[{'is':'good','value':1},{'is':'ok','value':2}]}}");

    assertThat(result.value()).hasToString("Bad[is=bad, causes=[Good[value=1], Good[value=2]]]");
    assertThat(result.repairs())
        .singleElement()
        .satisfies(repair -> assertThat(repair.path()).isEqualTo("/value/causes/1/is"));
    JsonNode schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(schema.at("/$defs/IntegerOutcome/anyOf/1/properties").toString())
        .startsWith(quoted("{'is':{'type':'string','enum':['bad']},'causes':"));
  }

  @Test
  void recordsThatContainThemselvesAreReferredTo() throws Exception {
    PromptResult<?> result = ask("node", "{'name':'a','children':[{'name':'b','children':[]}]}");

    assertThat(result.value()).hasToString("Node[name=a, children=[Node[name=b, children=[]]]]");
    String node =
        "'type':'object','properties':{'name':{'type':'string'},'children':{'type':'array','items':"
            + "{'$ref':'#/$defs/Node'}}},'required':['name','children'],'additionalProperties':false";
    JsonNode schema = schema();
    assertThat(schema.toString())
        .isEqualTo(quoted("{" + node + ",'$defs':{'Node':{" + node + "}}}"));
    assertThat(StrictSubset.flaws(schema)).isEmpty();

    ask("nodes", "{'value':[]}");
    assertThat(StrictSubset.flaws(schema())).isEmpty();
    result = ask("link", "{'value':1,'next':{'value':2,'next':null}}");
    assertThat(result.value())
        .hasToString("Link[value=1, next=Optional[Link[value=2, next=Optional.empty]]]");
  }

  @Test
  void termsAreReadAsDeepAsTheyAre() throws Exception {
    StringBuilder json = new StringBuilder("{'type':'Num','value':1}");
    for (int i = 0; i < 400; i++) {
      json.insert(0, "{'type':'Sum','right':{'type':'Num','value':1},'left':").append("}");
    }
    assertThat(ask("term", "{'value':" + json + "}").value().toString())
        .startsWith("Sum[left=Sum[");
    JsonNode messages = model.takeRequest().path("messages");
    assertThat(messages.get(1).path("content").asString())
        .isEqualTo(
            quoted(
                "{'value':{'type':'Sum','left':{'type':'Num','value':1},'right':{'type':'Num','value':2}}}"));
  }

  @Test
  void whereNothingCanBeReferredToTypesAreWrittenOutSomeLevelsDeep() throws Exception {
    PromptResult<?> result =
        ask("googleNode", "{'name':'a','children':[{'name':'b','children':[]}]}");
    assertThat(result.repairs()).isEmpty();
    JsonNode schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(schema.toString()).doesNotContain("$ref");
    String children = "/properties/children/items";
    assertThat(schema.at(children + children + "/properties/name/type").asString())
        .isEqualTo("string");
    assertThat(schema.at(children + children + children).toString())
        .isEqualTo(
            quoted("{'type':'string','description':'there are none: nothing is nested deeper'}"));

    ask("claudeLink", "{'value':1,'next':null}");
    schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    assertThat(schema.at("/properties/next/properties/next/properties/next").toString())
        .isEqualTo(
            quoted(
                "{'type':['string','null'],'description':'always null: nothing is nested deeper'}"));

    ask("googleTerm", "{'value':{'type':'Num','value':1}}");
    schema = schema();
    assertThat(StrictSubset.flaws(schema)).isEmpty();
    String left = "/anyOf/1/properties/left";
    assertThat(schema.at("/properties/value" + left + left + "/anyOf")).hasSize(1);
  }

  @Test
  void unionsArePrintedInTheFormInWhichTheyAreRead() throws Exception {
    model.answer("done");
    classes
        .load("unions.Ask$Caller")
        .getMethod("call", OpenRouterClient.class)
        .invoke(null, model.client());

    assertThat(model.takeRequest().at("/messages/0/content").asString())
        .isEqualTo(
            quoted(
                "{'type':'Sum','left':{'type':'Num','value':1},'right':{'type':'Num','value':2}}"
                    + " {'kind':'Named','type':'x','inner':{'kind':'Nothing'}}"));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private JsonNode schema() {
    return model.takeRequest().at("/response_format/json_schema/schema");
  }

  private PromptResult<?> ask(String method, String answer) throws Exception {
    model.answer(quoted(answer));
    return (PromptResult<?>) call(method);
  }

  private Object call(String method) throws Exception {
    Object prompts =
        classes
            .load("unions.AskImpl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return prompts.getClass().getMethod(method).invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
