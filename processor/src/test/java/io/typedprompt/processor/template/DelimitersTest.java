package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DelimitersTest {
  private static final Map<String, Object> DATA = Map.of("x", "v", "yes", true);

  @Test
  void tagsAfterItAreWrittenDifferently() {
    assertThat(render("{{=<% %>=}}(<%x%>)", DATA)).isEqualTo("(v)");
    assertThat(render("({{=[ ]=}}[x])", DATA)).isEqualTo("(v)");
    assertThat(render("{{x}}{{=| |=}}|x|{{x}}", DATA)).isEqualTo("vv{{x}}");
    assertThat(render("{{=@ @=}}@#yes@@x@@/yes@", DATA)).isEqualTo("v");
  }

  @Test
  void theyCanBeSetAgain() {
    assertThat(render("{{=<% %>=}}<%x%><%={{ }}=%>{{x}}<%x%>", DATA)).isEqualTo("vv<%x%>");
    assertThat(render("{{={{ }}=}}{{x}}", DATA)).isEqualTo("v");
    assertThat(render("{{=<<< >>=}}<<<x>><<<={ }=>>{x}", DATA)).isEqualTo("vv");
  }

  @Test
  void theyMakeTheOrdinaryOnesText() {
    assertThat(render("{{=<% %>=}}{\"a\": {\"b\": {{\"c\"}}}} {{x | y}} {{{<%x%>}}}", DATA))
        .isEqualTo("{\"a\": {\"b\": {{\"c\"}}}} {{x | y}} {{{v}}}");
  }

  @Test
  void allFormsOfTagsUseThem() {
    assertThat(render("{{=<% %>=}}<%&x%><%{x}%><%{ x }%><%! c %><%^no%>n<%/no%>", DATA))
        .isEqualTo("vvvn");
    assertThat(render("{{=<% %>=}}<%>p%>", DATA, Map.of("p.mustache", "{{x}}"))).isEqualTo("v");
  }

  @Test
  void aSectionIsClosedWithThoseOfItsEnd() {
    assertThat(render("{{#yes}}{{x}}{{=| |=}}|x|{{x}}|/yes||x|", DATA)).isEqualTo("vv{{x}}v");
  }

  @Test
  void partialsNeitherInheritNorChangeThem() {
    Map<String, String> partials = Map.of("p.mustache", "{{x}}<%x%>", "q.mustache", "{{=| |=}}|x|");
    assertThat(render("{{=<% %>=}}<%>p%><%x%>", DATA, partials)).isEqualTo("v<%x%>v");
    assertThat(render("{{>q}}{{x}}|x|", DATA, partials)).isEqualTo("vv|x|");
  }

  @Test
  void spacesInTheTagDoNotMatter() {
    assertThat(render("|{{=@   @=}}|", DATA)).isEqualTo("||");
    assertThat(render("|{{= <% %> =}}<%x%>|", DATA)).isEqualTo("|v|");
    assertThat(render("|{{=\n<%\t%>\n=}}<%x%>|", DATA)).isEqualTo("|v|");
  }

  @Test
  void linesWithOnlyTheTagDisappear() {
    assertThat(render("Begin.\n{{=@ @=}}\nEnd.\n", DATA)).isEqualTo("Begin.\nEnd.\n");
    assertThat(render("Begin.\n  {{=@ @=}} \nEnd.\n", DATA)).isEqualTo("Begin.\nEnd.\n");
    assertThat(render("|\r\n{{= @ @ =}}\r\n|", DATA)).isEqualTo("|\r\n|");
    assertThat(render("  {{=@ @=}}\n=", DATA)).isEqualTo("=");
    assertThat(render("=\n  {{=@ @=}}", DATA)).isEqualTo("=\n");
    assertThat(render("a {{=@ @=}}\n", DATA)).isEqualTo("a \n");
    assertThat(render("| {{=@ @=}} |", DATA)).isEqualTo("|  |");
  }
}
