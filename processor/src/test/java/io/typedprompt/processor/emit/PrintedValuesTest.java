package io.typedprompt.processor.emit;

import static io.typedprompt.processor.harness.Rendering.failing;
import static io.typedprompt.processor.harness.Rendering.literal;
import static io.typedprompt.processor.harness.Rendering.of;

import io.typedprompt.processor.harness.Rendering;
import io.typedprompt.processor.harness.Renderings;
import io.typedprompt.processor.harness.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How values of each type look in a text. */
final class PrintedValuesTest {
  private static final String LEVEL = "enum Level { LOW, HIGH }";
  private static final String RENAMED =
      "enum Level { @JsonProperty(\"low one\") LOW, @JsonProperty(\"h\") HIGH }";

  private static ScriptedModel model;

  @BeforeAll
  static void start() {
    model = new ScriptedModel();
  }

  @AfterAll
  static void stop() {
    model.close();
  }

  private static Stream<DynamicTest> tests(Rendering... renderings) {
    return Renderings.tests(model, List.of(renderings));
  }

  private static Rendering value(String type, String argument, String expected) {
    return of(type + " " + argument, "{{x}}", expected).with(type + " x", argument);
  }

  @TestFactory
  Stream<DynamicTest> scalarsPrintAsAPersonWouldWriteThem() {
    return tests(
        value("byte", "(byte) -1", "-1"),
        value("Short", "(short) 300", "300"),
        value("long", "Long.MIN_VALUE", "-9223372036854775808"),
        value("Long", "12345678901L", "12345678901"),
        value("float", "1.1f", "1.1"),
        value("Float", "3f", "3"),
        value("double", "3.0", "3"),
        value("Double", "1e-7", "0.0000001"),
        value("double", "1e21", "1000000000000000000000"),
        value("double", "0.1 + 0.2", "0.30000000000000004"),
        value("double", "Double.NaN", "NaN"),
        value("BigInteger", "BigInteger.TEN.pow(20)", "100000000000000000000"),
        value("BigDecimal", "new BigDecimal(\"3.10\")", "3.10"),
        value("BigDecimal", "new BigDecimal(\"1E+3\")", "1000"),
        value("Number", "1.5f", "1.5"),
        value("boolean", "true", "true"),
        value("char", "'\\u00e9'", "é"),
        value("Character", "'{'", "{"),
        value("String", "\"{{x}} \\ud83d\\ude00\"", "{{x}} \ud83d\ude00"),
        value("CharSequence", "new StringBuilder(\"built\")", "built"),
        value("LocalDate", "LocalDate.of(2026, 1, 31)", "2026-01-31"),
        value("LocalDateTime", "LocalDateTime.of(2026, 1, 31, 9, 5)", "2026-01-31T09:05"),
        value("Instant", "Instant.EPOCH", "1970-01-01T00:00:00Z"),
        value("Duration", "Duration.ofMinutes(90)", "PT1H30M"),
        value("UUID", "new UUID(1, 2)", "00000000-0000-0001-0000-000000000002"),
        value("URI", "URI.create(\"https://a.example/\")", "https://a.example/"),
        value("Level", "Level.HIGH", "HIGH").type(LEVEL),
        value("Level", "Level.HIGH", "h").type(RENAMED),
        value("Level", "Level.HIGH", "HIGH")
            .type("enum Level { HIGH; @Override public String toString() { return \"no\"; } }"),
        value("Money", "new Money()", "5 EUR")
            .type("class Money { @Override public String toString() { return \"5 EUR\"; } }"));
  }

  @TestFactory
  Stream<DynamicTest> whatIsAbsentPrintsNothing() {
    List<Rendering> renderings = new ArrayList<>();
    for (String type :
        List.of(
            "String",
            "Integer",
            "Double",
            "Boolean",
            "BigDecimal",
            "Level",
            "LocalDate",
            "Part",
            "List<String>",
            "Map<String, Integer>",
            "int[]",
            "Character")) {
      renderings.add(
          of("null " + type, "({{x}})", "()")
              .type(LEVEL)
              .type("record Part(int a) {}")
              .with(nullable(type) + " x", "null"));
      if (!type.equals("int[]")) {
        renderings.add(
            of("empty Optional of " + type, "({{x}})", "()")
                .type(LEVEL)
                .type("record Part(int a) {}")
                .with("Optional<" + type + "> x", "Optional.empty()"));
      }
    }
    renderings.add(of("null Optional", "({{x}})", "()").with("Optional<String> x", "null"));
    renderings.add(
        of("full Optional", "({{x}} {{y}})", "(1 [2])")
            .with("Optional<Integer> x", "Optional.of(1)")
            .with("Optional<List<Integer>> y", "Optional.of(List.of(2))"));
    renderings.add(
        of("Optional in Optional", "({{x}}{{y}}{{z}})", "(a)")
            .with("Optional<Optional<String>> x", "Optional.of(Optional.of(\"a\"))")
            .with("Optional<Optional<String>> y", "Optional.of(Optional.empty())")
            .with("@Nullable Optional<Level> z", "null")
            .type(LEVEL));
    renderings.add(
        of("renamed constant", "({{x}}{{y}})", "(h)")
            .type(RENAMED)
            .with("@Nullable Level x", "Level.HIGH")
            .with("Optional<Level> y", "Optional.empty()"));
    renderings.add(
        of("absent on the way", "({{a.b.c}})({{d.b.c}})({{#d.b}}{{c}}{{/d.b}})", "(1)()()")
            .type("record A(@Nullable B b) {} record B(int c) {}")
            .with("A a", "new A(new B(1))")
            .with("A d", "new A(null)"));
    return Renderings.tests(model, renderings);
  }

  private static String nullable(String type) {
    return type.equals("int[]") ? "int @Nullable []" : "@Nullable " + type;
  }

  @TestFactory
  Stream<DynamicTest> whatHasPartsPrintsAsJson() {
    return tests(
        value("Part", "new Part(\"a\\\"\\\\\\n\", 1)", "{\"name\":\"a\\\"\\\\\\n\",\"n\":1}")
            .type("record Part(String name, int n) {}"),
        value("Part", "new Part(\"a\")", "{\"the name\":\"a\"}")
            .type("record Part(@JsonProperty(\"the name\") String name) {}"),
        value(
                "All",
                "new All(true, false, (byte) 1, (short) 2, 3, 4L, 1.5f, 2.0, 'c', BigInteger.TWO,"
                    + " new BigDecimal(\"3.10\"), Level.LOW, LocalDate.EPOCH)",
                "{\"a\":true,\"b\":false,\"c\":1,\"d\":2,\"e\":3,\"f\":4,\"g\":1.5,\"h\":2,\"i\":\"c\","
                    + "\"j\":2,\"k\":3.10,\"l\":\"LOW\",\"m\":\"1970-01-01\"}")
            .type(LEVEL)
            .type(
                "record All(boolean a, Boolean b, byte c, Short d, int e, Long f, float g, Double h,"
                    + " char i, BigInteger j, BigDecimal k, Level l, LocalDate m) {}"),
        value(
                "None",
                "new None(null, null, null, null, null, null, Optional.empty(), null, null)",
                "{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null,\"f\":null,\"g\":null,"
                    + "\"h\":null,\"i\":null}")
            .type(RENAMED)
            .type(
                "record None(@Nullable String a, Integer b, @Nullable Level c, Level d, LocalDate e,"
                    + " List<String> f, Optional<String> g, BigDecimal h, None i) {}"),
        value("Part", "new Part(Level.LOW)", "{\"l\":\"low one\"}")
            .type(RENAMED)
            .type("record Part(Level l) {}"),
        value(
            "double[]",
            "new double[] {1.0, 0.5, Double.POSITIVE_INFINITY}",
            "[1,0.5,\"Infinity\"]"),
        value("List<String>", "List.of(\"a\", \"b\")", "[\"a\",\"b\"]"),
        value("List<List<Integer>>", "List.of(List.of(1), List.of())", "[[1],[]]"),
        value("List<@Nullable Integer>", "Arrays.asList(1, null)", "[1,null]"),
        value("Set<Level>", "EnumSet.allOf(Level.class)", "[\"LOW\",\"HIGH\"]").type(LEVEL),
        value("Collection<String>", "new ArrayDeque<>(List.of(\"a\"))", "[\"a\"]"),
        value("Iterable<Integer>", "List.of(1, 2)", "[1,2]"),
        value("SortedSet<String>", "new TreeSet<>(Set.of(\"b\", \"a\"))", "[\"a\",\"b\"]"),
        value("List<? extends Number>", "List.of(1, 2.5)", "[1,2.5]"),
        value("int[]", "new int[] {1, 2}", "[1,2]"),
        value("char[]", "new char[] {'a', 'b'}", "[\"a\",\"b\"]"),
        value("String[][]", "new String[][] {{\"a\"}, {}}", "[[\"a\"],[]]"),
        value("boolean[]", "new boolean[] {true}", "[true]"),
        value(
            "Map<String, Integer>",
            "new TreeMap<>(Map.of(\"a b\", 1, \"{{c}}\", 2))",
            "{\"a b\":1,\"{{c}}\":2}"),
        value(
            "Map<String, ? extends List<String>>",
            "Map.of(\"a\", List.of(\"b\"))",
            "{\"a\":[\"b\"]}"),
        value("Map<String, Optional<Integer>>", "Map.of(\"a\", Optional.empty())", "{\"a\":null}"),
        value(
                "TreeMap<String, Part>",
                "new TreeMap<>(Map.of(\"k\", new Part(1)))",
                "{\"k\":{\"n\":1}}")
            .type("record Part(int n) {}"),
        value("Pair<String, Integer>", "new Pair<>(\"a\", 1)", "{\"left\":\"a\",\"right\":1}")
            .type("record Pair<A, B>(A left, B right) {}"),
        value(
                "Tree",
                "new Tree(1, List.of(new Tree(2, List.of())))",
                "{\"n\":1,\"sub\":[{\"n\":2,\"sub\":[]}]}")
            .type("record Tree(int n, List<Tree> sub) {}"),
        value("Bean", "new Bean()", "{\"name\":\"n\",\"open\":true,\"URL\":\"u\"}")
            .type(
                "class Bean { public String getName() { return \"n\"; }"
                    + " public boolean isOpen() { return true; }"
                    + " public String getURL() { return \"u\"; } }"));
  }

  @TestFactory
  Stream<DynamicTest> sections() {
    return tests(
        of("array", "{{#x}}<{{.}}>{{/x}}", "<1><2>").with("int[] x", "new int[] {1, 2}"),
        of("empty array", "{{^x}}none{{/x}}", "none").with("String[] x", "new String[0]"),
        of("varargs", "{{#x}}<{{.}}>{{/x}}", "<a><b>").with("String... x", "\"a\", \"b\""),
        of("iterable", "{{#x}}<{{.}}>{{/x}}{{^x}}none{{/x}}", "<1>")
            .with("Iterable<Integer> x", "List.of(1)"),
        of("set of doubles", "{{#x}}<{{.}}>{{/x}}", "<1><2.5>")
            .with("Set<Double> x", "new TreeSet<>(Set.of(1.0, 2.5))"),
        of("map as what the body is about", "{{#m}}{{a}}{{b}}{{c}}{{/m}}", "1out")
            .with("Map<String, Integer> m", "Map.of(\"a\", 1)")
            .with("String c", "\"out\""),
        of("missing keys", "({{#m}}{{#a}}{{.}}{{/a}}{{^a}}no a{{/a}}{{/m}}{{m.b}})", "(no a)")
            .with("Map<String, String> m", "Map.of()"),
        of("keys that are no Java names", "{{m.a-b}} {{#m}}{{a$}}{{/m}}", "1 2")
            .with("Map<String, Integer> m", "Map.of(\"a-b\", 1, \"a$\", 2)"),
        of("maps in maps", "{{#m}}{{#a}}{{b}}{{/a}}{{/m}} {{m.a.b}}", "1 1")
            .with("Map<String, Map<String, Integer>> m", "Map.of(\"a\", Map.of(\"b\", 1))"),
        of("a key hides a parameter only if it is there", "{{#m}}{{a}}{{b}}{{/m}}", "1B")
            .with("Map<String, String> m", "Map.of(\"a\", \"1\")")
            .with("String a", "\"A\"")
            .with("String b", "\"B\""),
        of("a key of another type hides a parameter", "{{#m}}{{#a}}{{.}}{{/a}}{{/m}}", "1")
            .with("Map<String, Integer> m", "Map.of(\"a\", 1)")
            .with("List<String> a", "List.of(\"x\")"),
        of("bean", "{{#x}}{{name}} {{#open}}open{{/open}}{{/x}} {{x.name}}", "n open n")
            .with("Bean x", "new Bean()")
            .type(
                "class Bean { public String getName() { return \"n\"; }"
                    + " public boolean isOpen() { return true; } }"),
        of("optional record", "{{#x}}{{n}}{{/x}}{{^x}}none{{/x}}", "1")
            .with("Optional<P> x", "Optional.of(new P(1))")
            .type("record P(int n) {}"),
        of("optional in optional", "{{#x}}{{.}}{{/x}}{{^x}}none{{/x}}", "none")
            .with("Optional<Optional<String>> x", "Optional.of(Optional.empty())"),
        of("optional list", "{{#x}}{{.}}{{/x}}{{^x}}none{{/x}}", "none")
            .with("Optional<List<String>> x", "Optional.of(List.of())"),
        of("optional boolean", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", "no")
            .with("Optional<Boolean> x", "Optional.of(false)"),
        of("optional number", "{{#x}}{{.}}{{/x}}{{^x}}no{{/x}}", "0")
            .with("Optional<Integer> x", "Optional.of(0)"),
        of("nullable enum", "{{#x}}{{.}}{{/x}}{{^x}}no{{/x}}", "h")
            .type(RENAMED)
            .with("@Nullable Level x", "Level.HIGH"),
        of(
                "the same value twice",
                "{{#a.b}}{{c}}{{/a.b}}{{#a.b}}{{c}}{{/a.b}}{{^a.b}}no{{/a.b}}",
                "11")
            .type("record A(Optional<B> b) {} record B(int c) {}")
            .with("A a", "new A(Optional.of(new B(1)))"),
        of("names that are taken in Java", "{{class}}{{#user}}{{text}}{{/user}}{{client}}", "123")
            .type("record User(int text) {}")
            .with("@Param(\"class\") int text", "1")
            .with("User user", "new User(2)")
            .with("int client", "3"),
        of("sections with one name in each other", "{{#a}}{{#a}}{{#a}}{{.}}{{/a}}{{/a}}{{/a}}", "x")
            .type("record A(B a) {} record B(String a) {}")
            .with("A a", "new A(new B(\"x\"))"));
  }

  @TestFactory
  Stream<DynamicTest> whatIsMissingIsNamed() {
    String types = "record A(B b, List<String> l, String s, Boolean t) {} record B(String c) {}";
    String advice = " is null. Declare it @Nullable or Optional if it may be missing.";
    String where = "Prompts.render: ";
    return tests(
        failing(
                "an argument",
                "{{x}}",
                where
                    + "the argument 'x' is null. Declare the parameter"
                    + " @Nullable or Optional if it may be missing.")
            .with("String x", "null"),
        failing("a component", "{{a.s}}", where + "a.s" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("a component on the way", "{{a.b.c}}", where + "a.b" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("the last of a chain", "{{a.b.c}}", where + "a.b.c" + advice)
            .type(types)
            .with("A a", "new A(new B(null), null, null, null)"),
        failing("what a section is about", "{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", where + "a.b" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("a list", "{{#a.l}}{{.}}{{/a.l}}", where + "a.l" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("an asked list", "{{^a.l}}none{{/a.l}}", where + "a.l" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("a boolean", "{{#a.t}}x{{/a.t}}", where + "a.t" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"),
        failing("an element", "{{#l}}{{.}}{{/l}}", where + "an element of l" + advice)
            .with("List<String> l", "Arrays.asList(\"a\", null)"),
        failing("an element with parts", "{{#l}}{{c}}{{/l}}", where + "an element of l" + advice)
            .type(types)
            .with("List<B> l", "Arrays.asList((B) null)"),
        failing("a list that prints as JSON", "{{a.l}}", where + "a.l" + advice)
            .type(types)
            .with("A a", "new A(null, null, null, null)"));
  }

  /** Whatever users write is text: nothing in it is a tag, an escape, or an end of anything. */
  @TestFactory
  Stream<DynamicTest> valuesAreNeverRead() {
    Random random = new Random(7);
    String signs = "{}#^/>&!=|<%$\\\"' \n\r\tax.é\u2028\ud83d";
    List<Rendering> renderings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      StringBuilder text = new StringBuilder("{{x}}");
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length() - 1)));
      }
      String value = text + "\ud83d\ude00";
      renderings.add(
          of(
                  "value " + i,
                  "{{x}}|{{#l}}{{.}}{{/l}}|{{#x}}{{.}}{{/x}}",
                  value + "|" + value + "|" + value)
              .with("String x", literal(value))
              .with("List<String> l", "List.of(" + literal(value) + ")"));
    }
    return Renderings.tests(model, renderings);
  }
}
