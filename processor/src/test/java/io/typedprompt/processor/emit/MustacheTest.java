package io.typedprompt.processor.emit;

import io.typedprompt.processor.harness.Rendering;
import io.typedprompt.processor.harness.Renderings;
import io.typedprompt.processor.harness.ScriptedModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the Mustache specification's required parts, from the template to the text that is
 * sent. A name that is found nowhere and a chain that breaks are errors of compilation here.
 */
final class MustacheTest {
  private static ScriptedModel model;

  @BeforeAll
  static void start() {
    model = new ScriptedModel();
  }

  @AfterAll
  static void stop() {
    model.close();
  }

  private static Rendering of(String name, String template, String expected) {
    return Rendering.of(name, template, expected);
  }

  private static Stream<DynamicTest> tests(Rendering... renderings) {
    return Renderings.tests(model, List.of(renderings));
  }

  @TestFactory
  Stream<DynamicTest> interpolation() {
    return tests(
        of("text without tags is kept", "Hi, {you} of } all {.\n", "Hi, {you} of } all {.\n"),
        of("a string", "Hello, {{who}}!\n", "Hello, planet!\n").with("String who", "\"planet\""),
        of("nothing is rendered twice", "{{one}}: {{two}}", "{{two}}: {{one}}")
            .with("String one", "\"{{two}}\"")
            .with("String two", "\"{{one}}\""),
        of("two braces do not escape", "Odd: {{signs}}", "Odd: & \" < > '")
            .with("String signs", "\"& \\\" < > '\""),
        of("three braces do not escape", "Odd: {{{signs}}}", "Odd: & \" < > '")
            .with("String signs", "\"& \\\" < > '\""),
        of("an ampersand does not escape", "Odd: {{&signs}}", "Odd: & \" < > '")
            .with("String signs", "\"& \\\" < > '\""),
        of("an int", "{{x}} {{{x}}} {{&x}}", "85 85 85").with("int x", "85"),
        of("a decimal", "{{x}} {{{x}}} {{&x}}", "1.21 1.21 1.21").with("double x", "1.21"),
        of("null prints nothing", "({{x}}{{{x}}}{{&x}})", "()").with("@Nullable String x", "null"),
        of("null as an int prints nothing", "({{x}}{{{x}}}{{&x}})", "()")
            .with("@Nullable Integer x", "null"),
        of("a boolean", "{{yes}}, {{no}}", "true, false")
            .with("boolean yes", "true")
            .with("Boolean no", "false"),
        of("dotted names", "{{p.name}} {{{p.name}}} {{&p.name}}", "Joe Joe Joe")
            .type("record Person(String name) {}")
            .with("Person p", "new Person(\"Joe\")"),
        of("dotted names as deep as wanted", "{{a.b.c.d.e}}", "deep")
            .type("record A(B b) {} record B(C c) {} record C(D d) {} record D(String e) {}")
            .with("A a", "new A(new B(new C(new D(\"deep\"))))"),
        of("a chain that is absent prints nothing", "({{a.b.name}})", "()")
            .type("record A(@Nullable B b) {} record B(String name) {}")
            .with("A a", "new A(null)"),
        of("a chain through Optional", "({{a.b.name}})({{n.b.name}})", "(x)()")
            .type("record A(Optional<B> b) {} record B(String name) {}")
            .with("A a", "new A(Optional.of(new B(\"x\")))")
            .with("A n", "new A(Optional.empty())"),
        of("the first name decides where to look", "{{#a}}{{b.c.name}}{{/a}}", "inner")
            .type("record A(B b) {} record B(C c) {} record C(String name) {}")
            .with("A a", "new A(new B(new C(\"inner\")))"),
        of("the first name is looked up outwards", "{{#a}}{{b.name}}{{/a}}", "outer")
            .type("record A(String x) {} record B(String name) {}")
            .with("A a", "new A(\"\")")
            .with("B b", "new B(\"outer\")"),
        of("a nearer name hides an outer one", "{{name}}{{#a}}{{name}}{{/a}}{{name}}", "oio")
            .type("record A(String name) {}")
            .with("String name", "\"o\"")
            .with("A a", "new A(\"i\")"),
        of("the element itself", "{{#x}}<{{.}}{{{.}}}{{&.}}>{{/x}}", "<aaa>")
            .with("List<String> x", "List.of(\"a\")"),
        of("spaces around a tag stay", "| {{x}} | {{{x}}} | {{&x}} |", "| - | - | - |")
            .with("String x", "\"-\""),
        of(
                "a tag alone on a line keeps its line",
                "  {{x}}\n  {{{x}}}\n  {{&x}}\n",
                "  -\n  -\n  -\n")
            .with("String x", "\"-\""),
        of("padding inside a tag", "|{{ x }}|{{{ x }}}|{{& x }}|{{\tx\t}}|", "|-|-|-|-|")
            .with("String x", "\"-\""));
  }

  @TestFactory
  Stream<DynamicTest> sections() {
    return tests(
        of("true", "({{#b}}shown{{/b}})", "(shown)").with("boolean b", "true"),
        of("false", "({{#b}}hidden{{/b}})", "()").with("boolean b", "false"),
        of("null is false", "({{#b}}hidden{{/b}})", "()").with("@Nullable Boolean b", "null"),
        of("a boxed false is false", "({{#b}}hidden{{/b}}{{^b}}shown{{/b}})", "(shown)")
            .with("@Nullable Boolean b", "false"),
        of("an object is what the body is about", "({{#p}}Hi {{name}}.{{/p}})", "(Hi Joe.)")
            .type("record Person(String name) {}")
            .with("Person p", "new Person(\"Joe\")"),
        of(
                "names of all objects around are seen",
                "{{#s}}{{a}}, {{b}}, {{c.d}}{{/s}}",
                "foo, wrong, bar")
            .type("record S(String b) {} record C(String d) {}")
            .with("String a", "\"foo\"")
            .with("S s", "new S(\"wrong\")")
            .with("C c", "new C(\"bar\")"),
        of("a string is what the body is about", "{{#foo}}{{.}} is {{foo}}{{/foo}}", "bar is bar")
            .with("String foo", "\"bar\""),
        of("an empty string is false", "({{#s}}hidden{{/s}}{{^s}}shown{{/s}})", "(shown)")
            .with("String s", "\"\""),
        of("a number that the body prints", "{{#n}}{{.}}+{{n}}={{m}}{{/n}}", "5+5=10")
            .with("int n", "5")
            .with("int m", "10"),
        of(
                "lists inside lists see what is around",
                "{{#tops}}{{#middles}}{{#bottoms}}"
                    + "{{tname.lower}}{{tname.upper}}.{{mname}}.{{bname}}{{/bottoms}}{{/middles}}{{/tops}}",
                "aA.1.xaA.1.y")
            .type(
                "record Top(Tname tname, List<Middle> middles) {}"
                    + " record Tname(String upper, String lower) {}"
                    + " record Middle(String mname, List<Bottom> bottoms) {}"
                    + " record Bottom(String bname) {}")
            .with(
                "List<Top> tops",
                "List.of(new Top(new Tname(\"A\", \"a\"), List.of(new Middle(\"1\","
                    + " List.of(new Bottom(\"x\"), new Bottom(\"y\"))))))"),
        of(
                "all that is around stays visible, however deep",
                """
                {{#a}}
                {{one}}
                {{#b}}
                {{one}}{{two}}{{one}}
                {{#c.d}}
                {{one}}{{two}}{{three}}{{two}}{{one}}
                {{#five}}
                {{one}}{{two}}{{three}}{{five}}{{three}}{{two}}{{one}}
                {{one}}{{two}}{{three}}{{.}}6{{.}}{{three}}{{two}}{{one}}
                {{/five}}
                {{one}}{{two}}{{three}}{{two}}{{one}}
                {{/c.d}}
                {{one}}{{two}}{{one}}
                {{/b}}
                {{one}}
                {{/a}}
                """,
                "1\n121\n12321\n1235321\n123565321\n12321\n121\n1\n")
            .type("record A(int one) {} record B(int two) {} record C(D d) {}")
            .type("record D(int three, int five) {}")
            .with("A a", "new A(1)")
            .with("B b", "new B(2)")
            .with("C c", "new C(new D(3, 5))"),
        of("a list", "{{#list}}{{item}}{{/list}}", "123")
            .type("record Item(int item) {}")
            .with("List<Item> list", "List.of(new Item(1), new Item(2), new Item(3))"),
        of("an empty list", "({{#list}}Yay lists!{{/list}})", "()")
            .with("List<String> list", "List.of()"),
        of("an absent list", "({{#list}}{{.}}{{/list}})", "()")
            .with("@Nullable List<String> list", "null"),
        of(
                "several sections in one template",
                "{{#b}}\n* first\n{{/b}}\n* {{two}}\n{{#b}}\n* third\n{{/b}}\n",
                "* first\n* second\n* third\n")
            .with("boolean b", "true")
            .with("String two", "\"second\""),
        of("nested, true", "| A {{#b}}B {{#b}}C{{/b}} D{{/b}} E |", "| A B C D E |")
            .with("boolean b", "true"),
        of("nested, false", "| A {{#b}}B {{#b}}C{{/b}} D{{/b}} E |", "| A  E |")
            .with("boolean b", "false"),
        of("elements that are strings", "\"{{#l}}({{.}}){{/l}}\"", "\"(a)(b)(c)\"")
            .with("List<String> l", "List.of(\"a\", \"b\", \"c\")"),
        of("elements that are ints", "\"{{#l}}({{.}}){{/l}}\"", "\"(1)(2)(3)\"")
            .with("List<Integer> l", "List.of(1, 2, 3)"),
        of("elements that are decimals", "\"{{#l}}({{.}}){{/l}}\"", "\"(1.1)(2.2)(3.3)\"")
            .with("List<Double> l", "List.of(1.10, 2.20, 3.30)"),
        of("elements that are booleans", "{{#l}}({{.}}{{#.}} yes{{/.}}){{/l}}", "(true yes)(false)")
            .with("List<Boolean> l", "List.of(true, false)"),
        of("elements that are lists", "\"{{#l}}({{#.}}{{.}}{{/.}}){{/l}}\"", "\"(123)(abc)\"")
            .with(
                "List<List<String>> l",
                "List.of(List.of(\"1\", \"2\", \"3\")," + " List.of(\"a\", \"b\", \"c\"))"),
        of("elements that are objects", "{{#l}}{{#.}}({{v}}){{/.}}{{/l}}", "(1)(2)")
            .type("record V(int v) {}")
            .with("List<V> l", "List.of(new V(1), new V(2))"),
        of("elements may be absent", "{{#l}}[{{.}}{{^.}}none{{/.}}]{{/l}}", "[a][none]")
            .with("List<@Nullable String> l", "Arrays.asList(\"a\", null)"),
        of("markup is not escaped", "{{#l}}({{.}}){{/l}}", "(&)(\")(<)")
            .with("List<String> l", "List.of(\"&\", \"\\\"\", \"<\")"),
        of("an iterated list sees parameters", "{{#l}}{{.}}{{sep}}{{/l}}", "a;b;")
            .with("List<String> l", "List.of(\"a\", \"b\")")
            .with("String sep", "\";\""),
        of("dotted names, true", "({{#a.b.c}}Here{{/a.b.c}})", "(Here)")
            .type("record A(B b) {} record B(boolean c) {}")
            .with("A a", "new A(new B(true))"),
        of("dotted names, false", "({{#a.b.c}}Here{{/a.b.c}})", "()")
            .type("record A(B b) {} record B(boolean c) {}")
            .with("A a", "new A(new B(false))"),
        of("dotted names, absent on the way", "({{#a.b.c}}Here{{/a.b.c}})", "()")
            .type("record A(@Nullable B b) {} record B(boolean c) {}")
            .with("A a", "new A(null)"),
        of("a section changes no spaces around it", " | {{#b}}\t|\t{{/b}} | \n", " | \t|\t | \n")
            .with("boolean b", "true"),
        of("inner spaces and lines stay", " | {{#b}} {{! none }}\n {{/b}} | \n", " |  \n  | \n")
            .with("boolean b", "true"),
        of("sections within lines", " {{#b}}YES{{/b}}\n {{#b}}GOOD{{/b}}\n", " YES\n GOOD\n")
            .with("boolean b", "true"),
        of(
                "tags alone on their lines",
                "| This\n{{#b}}\n|\n{{/b}}\n| Line\n",
                "| This\n|\n| Line\n")
            .with("boolean b", "true"),
        of("indented", "| This\n  {{#b}}\n|\n  {{/b}}\t\n| Line\n", "| This\n|\n| Line\n")
            .with("boolean b", "true"),
        of("with carriage returns", "|\r\n{{#b}}\r\n{{/b}}\r\n|", "|\r\n|")
            .with("boolean b", "true"),
        of("without a line before", "  {{#b}}\n#{{/b}}\n/", "#\n/").with("boolean b", "true"),
        of("without a line after", "#{{#b}}\n/\n  {{/b}}", "#\n/\n").with("boolean b", "true"),
        of("padding in tags", "|{{# b }}={{/ b }}|", "|=|").with("boolean b", "true"));
  }

  @TestFactory
  Stream<DynamicTest> invertedSections() {
    return tests(
        of("false", "({{^b}}shown{{/b}})", "(shown)").with("boolean b", "false"),
        of("true", "({{^b}}hidden{{/b}})", "()").with("boolean b", "true"),
        of("null", "({{^b}}shown{{/b}})", "(shown)").with("@Nullable String b", "null"),
        of("an object that may be absent, and is not", "({{^p}}none{{/p}}{{#p}}{{n}}{{/p}})", "(x)")
            .type("record P(String n) {}")
            .with("@Nullable P p", "new P(\"x\")"),
        of("an empty Optional", "({{^p}}none{{/p}}{{#p}}{{.}}{{/p}})", "(none)")
            .with("Optional<String> p", "Optional.empty()"),
        of("a list", "({{^l}}none{{/l}})", "()").with("List<Integer> l", "List.of(1)"),
        of("an empty list", "({{^l}}none{{/l}})", "(none)").with("List<Integer> l", "List.of()"),
        of(
                "several",
                "{{^b}}\n* first\n{{/b}}\n* {{two}}\n{{^b}}\n* third\n{{/b}}\n",
                "* first\n* second\n* third\n")
            .with("boolean b", "false")
            .with("String two", "\"second\""),
        of("nested, false", "| A {{^b}}B {{^b}}C{{/b}} D{{/b}} E |", "| A B C D E |")
            .with("boolean b", "false"),
        of("nested, true", "| A {{^b}}B {{^b}}C{{/b}} D{{/b}} E |", "| A  E |")
            .with("boolean b", "true"),
        of("dotted names, true", "({{^a.b.c}}Not here{{/a.b.c}})", "()")
            .type("record A(B b) {} record B(boolean c) {}")
            .with("A a", "new A(new B(true))"),
        of("dotted names, false", "({{^a.b.c}}Not here{{/a.b.c}})", "(Not here)")
            .type("record A(B b) {} record B(boolean c) {}")
            .with("A a", "new A(new B(false))"),
        of("dotted names, absent on the way", "({{^a.b.c}}Not here{{/a.b.c}})", "(Not here)")
            .type("record A(Optional<B> b) {} record B(boolean c) {}")
            .with("A a", "new A(Optional.empty())"),
        of("a missing key", "({{^m.k}}Not here{{/m.k}})", "(Not here)")
            .with("Map<String, String> m", "Map.of(\"other\", \"x\")"),
        of("spaces around stay", " | {{^b}}\t|\t{{/b}} | \n", " | \t|\t | \n")
            .with("boolean b", "false"),
        of("inner spaces stay", " | {{^b}} {{! none }}\n {{/b}} | \n", " |  \n  | \n")
            .with("boolean b", "false"),
        of("within lines", " {{^b}}NO{{/b}}\n {{^b}}WAY{{/b}}\n", " NO\n WAY\n")
            .with("boolean b", "false"),
        of("alone on their lines", "| This\n{{^b}}\n|\n{{/b}}\n| Line\n", "| This\n|\n| Line\n")
            .with("boolean b", "false"),
        of("indented", "| This\n  {{^b}}\n|\n\t{{/b}} \n| Line\n", "| This\n|\n| Line\n")
            .with("boolean b", "false"),
        of("with carriage returns", "|\r\n{{^b}}\r\n{{/b}}\r\n|", "|\r\n|")
            .with("boolean b", "false"),
        of("without a line before", "  {{^b}}\n^{{/b}}\n/", "^\n/").with("boolean b", "false"),
        of("without a line after", "^{{^b}}\n/\n  {{/b}}", "^\n/\n").with("boolean b", "false"),
        of("padding in tags", "|{{^ b }}={{/ b }}|", "|=|").with("boolean b", "false"));
  }

  @TestFactory
  Stream<DynamicTest> comments() {
    return tests(
        of("within a line", "12345{{! Gone. }}67890\n", "1234567890\n"),
        of("of several lines", "12345{{!\n  Gone,\n  too. }}67890\n", "1234567890\n"),
        of("alone on a line", "Begin.\n{{! Gone. }}\nEnd.\n", "Begin.\nEnd.\n"),
        of("alone and indented", "Begin.\n  {{! Gone. }}\nEnd.\n", "Begin.\nEnd.\n"),
        of("alone, with carriage returns", "|\r\n{{! Gone. }}\r\n|", "|\r\n|"),
        of("alone, without a line before", "  {{! Gone. }}\n!", "!"),
        of("alone, without a line after", "!\n  {{! Gone. }}", "!\n"),
        of("alone, of several lines", "Begin.\n{{!\nGone.\n}}\nEnd.\n", "Begin.\nEnd.\n"),
        of("alone, indented, of several lines", "A\n  {{!\n    Gone.\n  }}\nZ\n", "A\nZ\n"),
        of("after text on its line", "  12 {{! 34 }}\n", "  12 \n"),
        of("spaces around stay", "12345 {{! Gone. }} 67890", "12345  67890"),
        of("looks like a name", "({{! name }}{{name}})", "(x)").with("String name", "\"x\""),
        of("begins like a tag", "a{{! {{#b }}c", "ac"));
  }

  @TestFactory
  Stream<DynamicTest> delimiters() {
    return tests(
        of("a pair", "{{=<% %>=}}(<%text%>)", "(Hey!)").with("String text", "\"Hey!\""),
        of("signs with a meaning in other places", "({{=[ ]=}}[text])", "(It worked!)")
            .with("String text", "\"It worked!\""),
        of("the same sign at both ends", "({{=| |=}}|text|)", "(x)").with("String text", "\"x\""),
        of(
                "stay within and after sections",
                """
                [
                {{#section}}
                  {{data}}
                  |data|
                {{/section}}

                {{= | | =}}
                |#section|
                  {{data}}
                  |data|
                |/section|
                ]
                """,
                "[\n  I got it.\n  |data|\n\n  {{data}}\n  I got it.\n]\n")
            .with("boolean section", "true")
            .with("String data", "\"I got it.\""),
        of(
                "stay with inverted sections",
                """
                [
                {{^section}}
                  {{data}}
                  |data|
                {{/section}}

                {{= | | =}}
                |^section|
                  {{data}}
                  |data|
                |/section|
                ]
                """,
                "[\n  I got it.\n  |data|\n\n  {{data}}\n  I got it.\n]\n")
            .with("boolean section", "false")
            .with("String data", "\"I got it.\""),
        of(
                "a partial begins with the usual ones",
                "[ {{>d/usual}} ]\n{{= | | =}}\n[ |>d/usual| ]\n",
                "[ .yes. ]\n[ .yes. ]\n")
            .with("String value", "\"yes\"")
            .partial("d/usual", ".{{value}}."),
        of(
                "a partial changes them for itself",
                "[ {{>d/own}} ]\n[ .{{value}}.  .|value|. ]\n",
                "[ .yes.  .yes. ]\n[ .yes.  .|value|. ]\n")
            .with("String value", "\"yes\"")
            .partial("d/own", ".{{value}}. {{= | | =}} .|value|."),
        of("spaces around stay", "| {{=@ @=}} |", "|  |"),
        of("at the end of a line", " | {{=@ @=}}\n", " | \n"),
        of("alone on a line", "Begin.\n{{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n"),
        of("alone and indented", "Begin.\n  {{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n"),
        of("with carriage returns", "|\r\n{{= @ @ =}}\r\n|", "|\r\n|"),
        of("without a line before", "  {{=@ @=}}\n=", "="),
        of("without a line after", "=\n  {{=@ @=}}", "=\n"),
        of("padding", "|{{= @   @ =}}|", "||"),
        of("and back again", "{{=<< >>=}}<<x>>{{x}}<<={{ }}=>>{{x}}<<x>>", "1{{x}}1<<x>>")
            .with("int x", "1"));
  }

  @TestFactory
  Stream<DynamicTest> partials() {
    return tests(
        of("the text of a file", "\"{{>p/text}}\"", "\"from partial\"")
            .partial("p/text", "from partial"),
        of("sees what its tag sees", "\"{{>p/context}}\"", "\"*content*\"")
            .with("String text", "\"content\"")
            .partial("p/context", "*{{text}}*"),
        of("sees the section around its tag", "{{#a}}{{>p/inside}}{{/a}}", "*in*")
            .type("record A(String text) {}")
            .with("A a", "new A(\"in\")")
            .partial("p/inside", "*{{text}}*"),
        of("includes itself", "{{>p/node}}", "X<Y<>Z<W<>>>")
            .type("record Node(String content, List<Node> nodes) {}")
            .with("String content", "\"X\"")
            .with(
                "List<Node> nodes",
                "List.of(new Node(\"Y\", List.of()), new Node(\"Z\", List.of(new Node(\"W\","
                    + " List.of()))))")
            .partial("p/node", "{{content}}<{{#nodes}}{{>p/node}}{{/nodes}}>"),
        of("includes itself from a section", "{{#root}}{{>p/tree}}{{/root}}", "X<Y<>>")
            .type("record Tree(String content, List<Tree> nodes) {}")
            .with("Tree root", "new Tree(\"X\", List.of(new Tree(\"Y\", List.of())))")
            .partial("p/tree", "{{content}}<{{#nodes}}{{>p/tree}}{{/nodes}}>"),
        of(
                "includes itself through what may be absent",
                "{{#first}}{{>p/chain}}{{/first}}",
                "a>b>c.")
            .type("record Link(String name, @Nullable Link next) {}")
            .with("Link first", "new Link(\"a\", new Link(\"b\", new Link(\"c\", null)))")
            .partial("p/chain", "{{name}}{{#next}}>{{>p/chain}}{{/next}}{{^next}}.{{/next}}"),
        of("two include each other", "{{#a}}{{>p/ping}}{{/a}}", "a[b(c[])]")
            .type("record Ping(String n, List<Pong> pongs) {} record Pong(String m, Ping ping) {}")
            .with("Ping a", "new Ping(\"a\", List.of(new Pong(\"b\", new Ping(\"c\", List.of()))))")
            .partial("p/ping", "{{n}}[{{#pongs}}{{>p/pong}}{{/pongs}}]")
            .partial("p/pong", "{{m}}({{#ping}}{{>p/ping}}{{/ping}})"),
        of("includes itself and uses parameters", "{{#t}}{{>p/bullets}}{{/t}}", "-a-b")
            .type("record T(String n, List<T> sub) {}")
            .with("T t", "new T(\"a\", List.of(new T(\"b\", List.of())))")
            .with("String bullet", "\"-\"")
            .partial("p/bullets", "{{bullet}}{{n}}{{#sub}}{{>p/bullets}}{{/sub}}"),
        of(
                "includes itself and sees the sections outside",
                "{{#t}}{{#r}}{{>p/sub}}{{/r}}{{/t}}",
                "TaTb")
            .type("record T(String title, R r) {} record R(String name, List<R> sub) {}")
            .with("T t", "new T(\"T\", new R(\"a\", List.of(new R(\"b\", List.of()))))")
            .partial("p/sub", "{{title}}{{name}}{{#sub}}{{>p/sub}}{{/sub}}"),
        of("includes itself where elements may be absent", "{{#l}}{{>p/maybe}}{{/l}}", "a(b()?)")
            .type("record R(String name, List<@Nullable R> sub) {}")
            .with(
                "List<@Nullable R> l",
                "List.of(new R(\"a\", Arrays.asList(new R(\"b\", List.of()), null)))")
            .partial("p/maybe", "{{^.}}?{{/.}}{{#.}}{{name}}({{#sub}}{{>p/maybe}}{{/sub}}){{/.}}"),
        of("grows in indentation", "{{#t}}\n{{>p/outline}}\n{{/t}}\n", "a\n b\n c\n")
            .type("record T(String n, List<S> sub) {} record S(String n) {}")
            .with("T t", "new T(\"a\", List.of(new S(\"b\"), new S(\"c\")))")
            .partial("p/outline", "{{n}}\n{{#sub}}\n {{>p/leaf}}\n{{/sub}}\n")
            .partial("p/leaf", "{{n}}\n"),
        of("partials in partials", "{{>p/outer}}", "*hello world!*")
            .with("String a", "\"hello\"")
            .with("String b", "\"world\"")
            .partial("p/outer", "*{{a}} {{>p/inner}}*")
            .partial("p/inner", "{{b}}!"),
        of("spaces around stay", "| {{>p/tab}} |", "| \t|\t |").partial("p/tab", "\t|\t"),
        of("within a line, no indentation", "  {{x}}  {{> p/two }}\n", "  |  >\n>\n")
            .with("String x", "\"|\"")
            .partial("p/two", ">\n>"),
        of("with carriage returns", "|\r\n{{>p/gt}}\r\n|", "|\r\n>|").partial("p/gt", ">"),
        of("without a line before", "  {{>p/gt2}}\n>", "  >\n  >>").partial("p/gt2", ">\n>"),
        of("without a line after", ">\n  {{>p/gt3}}", ">\n  >\n  >").partial("p/gt3", ">\n>"),
        of(
                "each line of a partial alone on a line is indented, but not lines of values",
                "\\\n {{>p/lines}}\n/\n",
                "\\\n |\n <\n->\n |\n/\n")
            .with("String content", "\"<\\n->\"")
            .partial("p/lines", "|\n{{{content}}}\n|\n"),
        of("sections in an indented partial", "  {{>p/list}}\n", "  * a\n  * b\n  end\n")
            .with("List<String> l", "List.of(\"a\", \"b\")")
            .partial("p/list", "{{#l}}\n* {{.}}\n{{/l}}\nend\n"),
        of("padding", "|{{> p/box }}|", "|[]|").partial("p/box", "[]"));
  }
}
