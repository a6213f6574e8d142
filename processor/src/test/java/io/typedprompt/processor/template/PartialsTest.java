package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static io.typedprompt.processor.template.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PartialsTest {
  private static final Map<String, Object> DATA = Map.of("x", "v", "lines", "<\n->");

  private static String renderWith(String text, String partial) {
    return render(text, DATA, Map.of("p.mustache", partial));
  }

  @Test
  void aPartialIsPrintedInTheScopeOfItsPlace() {
    assertThat(renderWith("a{{>p}}b", "[{{x}}]")).isEqualTo("a[v]b");
    assertThat(renderWith("|{{> p }}|{{ >p }}|", "=")).isEqualTo("|=|=|");
    Map<String, Object> data = Map.of("x", 1, "in", Map.of("x", 2));
    assertThat(render("{{>p}}{{#in}}{{>p}}{{/in}}", data, Map.of("p.mustache", "{{x}}")))
        .isEqualTo("12");
  }

  @Test
  void aNameWithoutEndingGetsOne() {
    Map<String, String> partials =
        Map.of("prompts/a.mustache", "1", "prompts/b.txt", "2", "v1.0/c.mustache", "3");
    assertThat(render("{{>prompts/a}}{{>prompts/b.txt}}{{>v1.0/c}}", DATA, partials))
        .isEqualTo("123");
    assertThat(parse("{{>prompts/a}}", partials).partials())
        .containsOnlyKeys(new PartialKey("prompts/a.mustache", ""));
  }

  @Test
  void whitespaceAroundAPartialInALineStays() {
    assertThat(renderWith("| {{>p}} |", "\t|\t")).isEqualTo("| \t|\t |");
    assertThat(renderWith("  {{x}}  {{> p}}\n", ">\n>")).isEqualTo("  v  >\n>\n");
    assertThat(renderWith("a {{>p}}\n", "1\n2\n")).isEqualTo("a 1\n2\n\n");
  }

  @Test
  void linesWithOnlyAPartialDisappear() {
    assertThat(renderWith("a\n{{>p}}\nb\n", "1\n2\n")).isEqualTo("a\n1\n2\nb\n");
    assertThat(renderWith("a\n{{>p}}\nb\n", "1")).isEqualTo("a\n1b\n");
    assertThat(renderWith("|\r\n{{>p}}\r\n|", ">")).isEqualTo("|\r\n>|");
  }

  @Test
  void eachLineOfAPartialIsIndentedLikeItsTag() {
    assertThat(renderWith("\\\n {{>p}}\n/\n", "|\n{{{lines}}}\n|\n"))
        .isEqualTo("\\\n |\n <\n->\n |\n/\n");
    assertThat(renderWith("  {{>p}}\n>", ">\n>")).isEqualTo("  >\n  >>");
    assertThat(renderWith(">\n  {{>p}}", ">\n>")).isEqualTo(">\n  >\n  >");
    assertThat(renderWith("\t{{>p}}\r\n", "1\r\n2\r\n")).isEqualTo("\t1\r\n\t2\r\n");
    assertThat(renderWith("  {{>p}}\n", "1\n\n2\n")).isEqualTo("  1\n  \n  2\n");
    assertThat(renderWith("  {{>p}}\n", "")).isEmpty();
  }

  @Test
  void indentationGoesBeforeTheTagsOfALine() {
    assertThat(renderWith("  {{>p}}\n", "{{x}}{{x}}\n{{!c}}{{x}}\n")).isEqualTo("  vv\n  v\n");
    assertThat(renderWith("  {{>p}}\n", "a{{#x}}\n{{/x}}b\n")).isEqualTo("  a\n  b\n");
    assertThat(renderWith("  {{>p}}\n", "{{#x}}\nb\n{{/x}}\nc\n")).isEqualTo("  b\n  c\n");
    assertThat(renderWith("  {{>p}}\n", "{{! c }}\n\n{{! d }}\n")).isEqualTo("  \n");
    assertThat(renderWith("  {{>p}}\n", "{{!\n\n}}a\n{{\nx\n}}\n")).isEqualTo("  a\n  v\n");
  }

  @Test
  void indentationAddsUp() {
    Map<String, String> partials =
        Map.of("p.mustache", "1\n {{>q}}\n3{{>q}}", "q.mustache", "a\nb\n");
    assertThat(render("  {{>p}}\n", DATA, partials)).isEqualTo("  1\n   a\n   b\n  3a\nb\n");
    assertThat(parse("  {{>p}}\n", partials).partials())
        .containsOnlyKeys(
            new PartialKey("p.mustache", "  "),
            new PartialKey("q.mustache", "   "),
            new PartialKey("q.mustache", ""));
  }

  @Test
  void aPartialCanContainItself() {
    Map<String, Object> data =
        Map.of("n", "X", "nodes", List.of(Map.of("n", "Y", "nodes", List.of())));
    String node = "{{n}}<{{#nodes}}{{>node}}{{/nodes}}>";
    assertThat(render("{{>node}}", data, Map.of("node.mustache", node))).isEqualTo("X<Y<>>");
  }

  @Test
  void itCanAlsoInALineOfItsOwnAndThroughOthers() {
    Map<String, Object> data =
        Map.of("n", "X", "nodes", List.of(Map.of("n", "Y", "nodes", List.of())));
    Map<String, String> partials =
        Map.of("a.mustache", "{{n}}\n{{>b}}\n", "b.mustache", "{{#nodes}}\n{{>a}}\n{{/nodes}}\n");
    assertThat(render("  {{>a}}\n", data, partials)).isEqualTo("  X\n  Y\n");
    assertThat(parse("  {{>a}}\n", partials).partials())
        .containsOnlyKeys(new PartialKey("a.mustache", "  "), new PartialKey("b.mustache", "  "));
  }

  @Test
  void indentationThatIsGivenUpOnTheWayDoesNotGrow() {
    Map<String, String> partials =
        Map.of("a.mustache", "- {{>b}}\n", "b.mustache", "{{#nodes}}\n  {{>a}}\n{{/nodes}}\n");
    ParsedTemplate parsed = parse("{{>a}}", partials);
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.partials())
        .containsOnlyKeys(
            new PartialKey("a.mustache", ""),
            new PartialKey("b.mustache", ""),
            new PartialKey("a.mustache", "  "));
  }

  @Test
  void aResourceIsLoadedOnceAndPartialsComeInTheOrderOfFirstUse() {
    List<String> asked = new ArrayList<>();
    ParsedTemplate parsed =
        TemplateParser.parse(
            TemplateText.inline("{{>b}}{{>a}}\n {{>b}}\n{{>a.mustache}}{{>none}}{{>none}}"),
            resource -> {
              asked.add(resource);
              return resource.startsWith("none")
                  ? Optional.empty()
                  : Optional.of(TemplateText.resource(resource, "x{{>c}}"));
            });
    assertThat(asked).containsExactly("b.mustache", "a.mustache", "none.mustache", "c.mustache");
    assertThat(parsed.partials().keySet())
        .containsExactly(
            new PartialKey("b.mustache", ""),
            new PartialKey("a.mustache", ""),
            new PartialKey("b.mustache", " "),
            new PartialKey("c.mustache", ""));
  }

  @Test
  void placesInAPartialAreThoseOfItsFileHoweverItIsIndented() {
    ParsedTemplate parsed = parse("    {{>p}}\n", Map.of("p.mustache", "one\ntwo {{x}}\n"));
    Template partial = parsed.partials().get(new PartialKey("p.mustache", "    "));
    assertThat(partial).isNotNull();
    Node.Variable variable = (Node.Variable) partial.nodes().get(1);
    assertThat(variable.tag()).hasToString("p.mustache:2:5");
    assertThat(variable.name().span()).hasToString("p.mustache:2:7");
  }
}
