package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static io.typedprompt.processor.template.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterpolationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello, world.\n",
        "{\"a\": {\"b\": [1, 2]}}",
        "int[] a = {1}; } }} }}} {",
        "\\frac{a}{b} $x$ {% if x %}",
        "\n\n\r\n \t",
        "{ {x} }",
        "日本語 😀 e\u0301",
      })
  void textWithoutTagsIsOneTextUnchanged(String text) {
    List<Node> expected = text.isEmpty() ? List.of() : List.of(new Node.Text(text));
    ParsedTemplate parsed = parse(text);
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.partials()).isEmpty();
    assertThat(parsed.root().nodes()).isEqualTo(expected);
  }

  @Test
  void theThreeFormsOfAVariableAreTheSameAndEscapeNothing() {
    Map<String, Object> data = Map.of("x", "& \" < >");
    assertThat(render("{{x}}|{{{x}}}|{{&x}}", data)).isEqualTo("& \" < >|& \" < >|& \" < >");
  }

  @Test
  void whitespaceInTheTagDoesNotMatterAndAroundItStays() {
    Map<String, Object> data = Map.of("x", "-");
    assertThat(render("| {{ x }} |", data)).isEqualTo("| - |");
    assertThat(render("| {{{ x }}} |", data)).isEqualTo("| - |");
    assertThat(render("| {{& x }} |", data)).isEqualTo("| - |");
    assertThat(render("| {{ &x }} |", data)).isEqualTo("| - |");
    assertThat(render("|{{\n  x\n}}|", data)).isEqualTo("|-|");
    assertThat(render("|{{\tx\r\n}}|", data)).isEqualTo("|-|");
  }

  @Test
  void aVariableIsNeverAloneInItsLine() {
    Map<String, Object> data = Map.of("x", "-");
    assertThat(render("a\n  {{x}}\nb", data)).isEqualTo("a\n  -\nb");
    assertThat(render("  {{{x}}}\n", data)).isEqualTo("  -\n");
    assertThat(render("  {{&x}}\r\n", data)).isEqualTo("  -\r\n");
    assertThat(render("{{x}}", data)).isEqualTo("-");
  }

  @Test
  void dottedNamesGoIntoTheValue() {
    Map<String, Object> data = Map.of("a", Map.of("b", Map.of("c", "deep")), "c", "wrong");
    assertThat(render("{{a.b.c}} {{{a.b.c}}} {{&a.b.c}}", data)).isEqualTo("deep deep deep");
    assertThat(render("{{#a}}{{b.c}}{{/a}}", data)).isEqualTo("deep");
    assertThat(render("[{{a.c}}]", data)).isEqualTo("[]");
  }

  @Test
  void theImplicitIteratorIsTheValueItself() {
    assertThat(render("<{{.}}> <{{{.}}}> <{{&.}}> <{{ . }}>", "v")).isEqualTo("<v> <v> <v> <v>");
  }

  @Test
  void bracesBesideTagsAreText() {
    Map<String, Object> data = Map.of("x", "1");
    assertThat(render("{\"n\": {{x}}}", data)).isEqualTo("{\"n\": 1}");
    assertThat(render("{\"n\": { {{x}} }}", data)).isEqualTo("{\"n\": { 1 }}");
    assertThat(render("{{x}}}}", data)).isEqualTo("1}}");
    assertThat(render("{\"n\":{{{x}}}}", data)).isEqualTo("{\"n\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "größe",
        "名前",
        "first_name",
        "first-name",
        "a$b",
        "x1",
        "1",
        "नमस्ते",
        "𝒳y"
      })
  void namesHaveLettersAndDigitsOfAnyScript(String name) {
    assertThat(render("{{" + name + "}}", Map.of(name, "v"))).isEqualTo("v");
    assertThat(TemplateName.isSegment(name)).isTrue();
  }

  @Test
  void aNameCanStartWithDollarInTheOtherForms() {
    assertThat(render("{{&$x}} {{{$x}}} {{#$x}}1{{/$x}}", Map.of("$x", "v"))).isEqualTo("v v 1");
  }

  @Test
  void theTreeSaysWhereTagsAndNamesAre() {
    TemplateText text = TemplateText.inline("Hi {{ a.bc }}{{#d}}x{{/ d }}{{.}}");
    List<Node> nodes = TemplateParser.parse(text, Templates.partials(Map.of())).root().nodes();

    TemplateName name =
        new TemplateName(
            List.of(
                new TemplateName.Segment("a", text.span(6, 7)),
                new TemplateName.Segment("bc", text.span(8, 10))),
            text.span(6, 10));
    TemplateName section =
        new TemplateName(
            List.of(new TemplateName.Segment("d", text.span(16, 17))), text.span(16, 17));
    assertThat(nodes)
        .containsExactly(
            new Node.Text("Hi "),
            new Node.Variable(name, text.span(3, 13)),
            new Node.Section(
                section, false, List.of(new Node.Text("x")), text.span(13, 19), text.span(20, 28)),
            new Node.Variable(new TemplateName(List.of(), text.span(30, 31)), text.span(28, 33)));
    assertThat(name.text()).isEqualTo("a.bc");
    assertThat(((Node.Variable) nodes.get(3)).name().text()).isEqualTo(".");
    assertThat(((Node.Variable) nodes.get(3)).name().isImplicitIterator()).isTrue();
  }

  @Test
  void aSegmentIsNotADottedNameNorAnythingInvisible() {
    assertThat(TemplateName.isSegment("")).isFalse();
    assertThat(TemplateName.isSegment("a.b")).isFalse();
    assertThat(TemplateName.isSegment("a b")).isFalse();
    assertThat(TemplateName.isSegment("a\u200Bb")).isFalse();
    assertThat(TemplateName.isSegment("a\u0000b")).isFalse();
  }
}
