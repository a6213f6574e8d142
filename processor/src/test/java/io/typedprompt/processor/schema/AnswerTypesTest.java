package io.typedprompt.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.OutputFormatException;
import io.typedprompt.processor.harness.BuiltClasses;
import io.typedprompt.processor.harness.ScriptedModel;
import io.typedprompt.processor.harness.UserBuild;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Each type that an answer can have: its schema word for word, and how an answer is read. */
final class AnswerTypesTest {
  private static final String HEADER =
      """
      package answers;

      import com.fasterxml.jackson.annotation.*;
      import io.typedprompt.annotations.*;
      import java.math.*;
      import java.util.*;
      import tools.jackson.databind.JsonNode;
      import org.jspecify.annotations.Nullable;

      """;

  /** A return type, the schema inside the wrapper, an answer inside the wrapper, and the value. */
  private record Kind(String type, String schema, String json, String value) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("boolean", "{'type':'boolean'}", "true", "true"),
          new Kind("Boolean", "{'type':'boolean'}", "false", "false"),
          new Kind("byte", "{'type':'integer'}", "-128", "-128"),
          new Kind("short", "{'type':'integer'}", "7", "7"),
          new Kind("int", "{'type':'integer'}", "7", "7"),
          new Kind("Integer", "{'type':'integer'}", "7", "7"),
          new Kind("long", "{'type':'integer'}", "12345678901", "12345678901"),
          new Kind("float", "{'type':'number'}", "0.5", "0.5"),
          new Kind("Double", "{'type':'number'}", "1.21", "1.21"),
          new Kind("BigDecimal", "{'type':'number'}", "3.10", "3.10"),
          new Kind(
              "BigInteger", "{'type':'integer'}", "99999999999999999999", "99999999999999999999"),
          new Kind(
              "Level",
              "{'type':'string','description':'how bad it is\\nLOW: can wait','enum':['LOW','most high']}",
              "'most high'",
              "HIGH"),
          new Kind("Optional<String>", "{'type':['string','null']}", "null", "Optional.empty"),
          new Kind("Optional<Integer>", "{'type':['integer','null']}", "1", "Optional[1]"),
          new Kind(
              "Optional<Level>",
              "{'type':['string','null'],'description':'how bad it is\\nLOW: can wait','enum':['LOW','most"
                  + " high',null]}",
              "null",
              "Optional.empty"),
          new Kind("List<String>", "{'type':'array','items':{'type':'string'}}", "['a']", "[a]"),
          new Kind(
              "List<List<Integer>>",
              "{'type':'array','items':{'type':'array','items':{'type':'integer'}}}",
              "[[1],[]]",
              "[[1], []]"),
          new Kind(
              "List<Optional<String>>",
              "{'type':'array','items':{'type':['string','null']}}",
              "['a',null]",
              "[Optional[a], Optional.empty]"),
          new Kind(
              "Set<String>", "{'type':'array','items':{'type':'string'}}", "['b','a']", "[b, a]"),
          new Kind(
              "List<Point>",
              "{'type':'array','items':{'type':'object','properties':{'x':{'type':'integer'}},"
                  + "'required':['x'],'additionalProperties':false}}",
              "[{'x':1}]",
              "[Point[x=1]]"),
          new Kind(
              "Optional<Point>",
              "{'type':['object','null'],'properties':{'x':{'type':'integer'}},'required':['x'],"
                  + "'additionalProperties':false}",
              "{'x':1}",
              "Optional[Point[x=1]]"),
          new Kind("OptionalInt", "{'type':['integer','null']}", "7", "OptionalInt[7]"),
          new Kind("OptionalLong", "{'type':['integer','null']}", "null", "OptionalLong.empty"),
          new Kind("OptionalDouble", "{'type':['number','null']}", "0.5", "OptionalDouble[0.5]"),
          new Kind(
              "Collection<Integer[]>",
              "{'type':'array','items':{'type':'array','items':{'type':'integer'}}}",
              "[]",
              "[]"),
          new Kind(
              "List<? extends Point>",
              "{'type':'array','items':{'type':'object','properties':{'x':{'type':'integer'}},"
                  + "'required':['x'],'additionalProperties':false}}",
              "[{'x':1}]",
              "[Point[x=1]]"),
          new Kind(
              "int[]", "{'type':'array','items':{'type':'integer'}}", "[1, 2, 3]", "[1, 2, 3]"),
          new Kind(
              "double[][]",
              "{'type':'array','items':{'type':'array','items':{'type':'number'}}}",
              "[[1,2.5],[]]",
              "[[1.0, 2.5], []]"),
          new Kind("String[]", "{'type':'array','items':{'type':'string'}}", "['a']", "[a]"),
          new Kind(
              "Optional<List<String>>[]",
              "{'type':'array','items':{'type':['array','null'],'items':{'type':'string'}}}",
              "[['a'],null]",
              "[Optional[[a]], Optional.empty]"),
          new Kind(
              "char[]",
              "{'type':'array','items':{'type':'string','description':'a string of one character'}}",
              "['a','b']",
              "[a, b]"),
          new Kind(
              "Map<String, Integer>",
              "{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'string'},'value':{'type':'integer'}},"
                  + "'required':['key','value'],'additionalProperties':false}}",
              "[{'key':'b','value':2},{'value':1,'key':'a'}]",
              "{b=2, a=1}"),
          new Kind(
              "Map<Level, List<Point>>",
              "{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'string','description':'how bad it is\\nLOW: can wait','enum':['LOW','most high']},'value':{'type':'array','items':"
                  + "{'type':'object','properties':{'x':{'type':'integer'}},"
                  + "'required':['x'],'additionalProperties':false}}},"
                  + "'required':['key','value'],'additionalProperties':false}}",
              "[{'key':'most high','value':[{'x':1}]}]",
              "{HIGH=[Point[x=1]]}"),
          new Kind(
              "Map<Long, Optional<String>>",
              "{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'integer'},'value':{'type':['string','null']}},"
                  + "'required':['key','value'],'additionalProperties':false}}",
              "[{'key':7,'value':null}]",
              "{7=Optional.empty}"),
          new Kind(
              "Map<UUID, ? extends Point>",
              "{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'string','description':'a UUID such as 123e4567-e89b-12d3-a456-426614174000','format':'uuid'},'value':{'type':'object','properties':{'x':{'type':'integer'}},"
                  + "'required':['x'],'additionalProperties':false}},"
                  + "'required':['key','value'],'additionalProperties':false}}",
              "[{'key':'123e4567-e89b-12d3-a456-426614174000','value':{'x':1}}]",
              "{123e4567-e89b-12d3-a456-426614174000=Point[x=1]}"),
          new Kind(
              "Map<String, Map<String, Boolean>>",
              "{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'string'},'value':{'type':'array','description':'entries of a map, each key at most once','items':"
                  + "{'type':'object','properties':{'key':{'type':'string'},'value':{'type':'boolean'}},"
                  + "'required':['key','value'],'additionalProperties':false}}},"
                  + "'required':['key','value'],'additionalProperties':false}}",
              "[{'key':'a','value':[{'key':'b','value':true}]}]",
              "{a={b=true}}"),
          new Kind(
              "JsonNode",
              "{'type':'string','description':'any JSON value, as a string of JSON text'}",
              "'{\\'a\\':[1.50,null]}'",
              "{'a':[1.50,null]}".replace('\'', '"')));

  private static BuiltClasses classes;

  private final ScriptedModel model = new ScriptedModel();

  @BeforeAll
  static void compile() {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < KINDS.size(); i++) {
      methods.append("  @UserMessage(\"?\") %s ask%d();%n".formatted(KINDS.get(i).type(), i));
    }
    classes =
        new UserBuild()
            .source(HEADER + "@OpenRouterPrompt\npublic interface Kinds {\n" + methods + "}\n")
            .source(
                HEADER
                    + "@Description(\"how bad it is\")\npublic enum Level {\n"
                    + "  @Description(\"can wait\") LOW, @JsonProperty(\"most high\") HIGH }\n")
            .source(HEADER + "public record Point(int x) {}\n")
            .source(
                HEADER
                    + """
                    @OpenRouterPrompt
                    public interface Records {
                      record Line(@Description("where it begins") Point from, @Nullable Point to,
                          Optional<String> name, @JsonProperty("all") List<@Nullable Level> levels) {}
                      record Share(int percent) {
                        public Share {
                          if (percent > 100) {
                            throw new IllegalArgumentException("more than all of it");
                          }
                        }
                      }
                      record Page<T>(List<T> items, @JsonPropertyDescription("of all pages") int total) {}
                      record Split(List<Share> shares) {}

                      @UserMessage("?") Line line();
                      @UserMessage("?") Page<Share> page();
                      @UserMessage("?") Split split();
                    }
                    """)
            .build();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoObjectIsWrapped() {
    return IntStream.range(0, KINDS.size())
        .mapToObj(i -> DynamicTest.dynamicTest(KINDS.get(i).type(), () -> check(i)));
  }

  private void check(int index) throws Exception {
    Kind kind = KINDS.get(index);
    model.answer(quoted("{'value':" + kind.json() + "}"));
    assertThat(shown(call("answers.Kinds", "ask" + index))).isEqualTo(kind.value());
    JsonNode schema = model.takeRequest().at("/response_format/json_schema/schema");
    assertThat(schema.toString())
        .isEqualTo(
            quoted(
                "{'type':'object','properties':{'value':"
                    + kind.schema()
                    + "},'required':['value'],'additionalProperties':false}"));
    assertThat(StrictSubset.flaws(schema)).isEmpty();
  }

  @Test
  void recordsAreTheRoot() throws Exception {
    model.answer(quoted("{'from':{'x':1},'to':null,'name':null,'all':['LOW',null,'most high']}"));

    assertThat(call("answers.Records", "line"))
        .hasToString(
            "Line[from=Point[x=1], to=null, name=Optional.empty, levels=[LOW, null, HIGH]]");
    JsonNode format = model.takeRequest().path("response_format");
    assertThat(format.at("/json_schema/name").asString()).isEqualTo("Line");
    assertThat(format.at("/json_schema/schema").toString())
        .isEqualTo(
            quoted(
                "{'type':'object','properties':{"
                    + "'from':{'type':'object','description':'where it begins','properties':{'x':{'type':"
                    + "'integer'}},'required':['x'],'additionalProperties':false},"
                    + "'to':{'type':['object','null'],'properties':{'x':{'type':'integer'}},"
                    + "'required':['x'],'additionalProperties':false},"
                    + "'name':{'type':['string','null']},"
                    + "'all':{'type':'array','items':{'type':['string','null'],'description':"
                    + "'how bad it is\\nLOW: can wait','enum':['LOW','most high',null]}}},"
                    + "'required':['from','to','name','all'],'additionalProperties':false}"));
  }

  @Test
  void genericRecordsAreReadWithTheirArguments() throws Exception {
    model.answer(quoted("{'items':[{'percent':1}],'total':2}"));

    assertThat(call("answers.Records", "page"))
        .hasToString("Page[items=[Share[percent=1]], total=2]");
    JsonNode format = model.takeRequest().at("/response_format/json_schema");
    assertThat(format.path("name").asString()).isEqualTo("SharePage");
    assertThat(format.at("/schema/properties/total/description").asString())
        .isEqualTo("of all pages");
  }

  @Test
  void whatAConstructorRefusesIsAskedAgain() throws Exception {
    model
        .answer(quoted("{'shares':[{'percent':1},{'percent':101},{'percent':102}]}"))
        .answer(quoted("{'shares':[{'percent':100}]}"));

    assertThat(call("answers.Records", "split")).hasToString("Split[shares=[Share[percent=100]]]");
    model.takeRequest();
    JsonNode again = model.takeRequest().path("messages");
    assertThat(again.get(again.size() - 1).path("content").asString())
        .contains("/shares/1", "/shares/2", "more than all of it");
  }

  @Test
  void namesInJavaAreUnderstoodBesideThoseInJson() throws Exception {
    model.answer(quoted("{'from':{'x':1},'to':null,'name':null,'levels':['HIGH']}"));

    assertThat(call("answers.Records", "line"))
        .hasToString("Line[from=Point[x=1], to=null, name=Optional.empty, levels=[HIGH]]");
  }

  @Test
  void allProblemsOfAnAnswerAreNamed() {
    String answer = quoted("{'from':{'x':'one'},'all':['LOW','MIDDLE',3],'to':5}");
    model.answer(answer).answer(answer);

    assertThatThrownBy(() -> call("answers.Records", "line"))
        .isInstanceOfSatisfying(
            OutputFormatException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.path())
                    .containsExactly("/from/x", "/all/1", "/all/2", "/to"));
  }

  @Test
  void listsAndSetsCannotBeChanged() throws Exception {
    model.answer(quoted("{'shares':[]}"));
    Object split = call("answers.Records", "split");
    model.takeRequest();
    @SuppressWarnings("unchecked")
    List<Object> shares = (List<Object>) split.getClass().getMethod("shares").invoke(split);

    assertThatThrownBy(() -> shares.add("x")).isInstanceOf(UnsupportedOperationException.class);
  }

  private static String shown(Object value) {
    if (!value.getClass().isArray()) {
      return value.toString();
    }
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private Object call(String type, String method) throws Exception {
    Object prompts =
        classes
            .load(type + "Impl")
            .getConstructor(OpenRouterClient.class)
            .newInstance(model.client());
    try {
      return prompts.getClass().getMethod(method).invoke(prompts);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
