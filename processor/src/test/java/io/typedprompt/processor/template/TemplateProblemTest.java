package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static io.typedprompt.processor.template.Templates.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.processor.template.TemplateProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole text of each problem, and that one mistake is one problem. */
final class TemplateProblemTest {
  private static final String NAME_RULE =
      " A name has letters, digits, '_', '-' and '$', and dots between its parts, as in"
          + " 'customer.name'.";
  private static final String LITERAL =
      " For a literal '{{', write '{{=<% %>=}}' before it; tags after that are written"
          + " '<%name%>'.";

  @Test
  void tagThatIsNeverClosed() {
    assertThat(problems("Dear {{name\nthank {{x}}"))
        .containsExactly(
            """
            '{{name' is never closed: write '}}' after the name.
              template line 1: Dear {{name
                                    ^^^^^^""");
    assertThat(problems("{{name} and {{x}}"))
        .containsExactly(
            """
            '{{name' is never closed: write '}}' after the name.
              template line 1: {{name} and {{x}}
                               ^^^^^^""");
    assertThat(problems("{{name, please"))
        .containsExactly(
            """
            '{{name' is never closed: write '}}' after the name.%s
              template line 1: {{name, please
                               ^^^^^^"""
                .formatted(LITERAL));
  }

  @Test
  void tagThatIsClosedInAnotherLine() {
    assertThat(problems("{{name\nand more }}"))
        .containsExactly(
            """
            '{{name' is never closed: write '}}' after the name.
              template line 1: {{name
                               ^^^^^^""");
  }

  @Test
  void tagWithMoreBracesBeforeThanAfter() {
    assertThat(problems("{{{name}} {{{x}}}"))
        .containsExactly(
            """
            '{{{name}}' has a brace more at its start than at its end: write '{{name}}' or \
            '{{{name}}}', which mean the same.
              template line 1: {{{name}} {{{x}}}
                               ^^^^^^^^^""");
  }

  @Test
  void commentThatIsNeverClosed() {
    assertThat(problems("{{#a}}\n{{! to do\n{{x}\n"))
        .containsExactly(
            """
            The comment '{{! to do' is never closed: end it with '}}'.
              template line 2: {{! to do
                               ^^^^^^^^^""");
  }

  @Test
  void tagWithoutName() {
    assertThat(problems("a {{}} b"))
        .containsExactly(
            """
            '{{}}' is empty: write a name in it, as in '{{name}}'.%s
              template line 1: a {{}} b
                                 ^^^^"""
                .formatted(LITERAL));
    assertThat(problems("{{{ }}}"))
        .containsExactly(
            """
            '{{{ }}}' is empty: write a name in it, as in '{{{name}}}'.%s
              template line 1: {{{ }}}
                               ^^^^^^^"""
                .formatted(LITERAL));
    assertThat(problems("{{> }}"))
        .containsExactly(
            """
            '{{> }}' is empty: write a name in it, as in '{{>name}}'.
              template line 1: {{> }}
                               ^^^^^^""");
  }

  @Test
  void nameWithSpace() {
    assertThat(problems("Dear {{first name}},"))
        .containsExactly(
            """
            'first name' is not a name: it has a space.%s
              template line 1: Dear {{first name}},
                                      ^^^^^^^^^^"""
                .formatted(NAME_RULE));
    assertThat(problems("Use {{ to open and }} to close"))
        .containsExactly(
            """
            'to open and' is not a name: it has a space.%s%s
              template line 1: Use {{ to open and }} to close
                                      ^^^^^^^^^^^"""
                .formatted(NAME_RULE, LITERAL));
  }

  @Test
  void nameWithAForeignCharacter() {
    assertThat(problems("{{ x | upper }}"))
        .containsExactly(
            """
            'x | upper' is not a name: it has '|'.%s%s
              template line 1: {{ x | upper }}
                                  ^^^^^^^^^"""
                .formatted(NAME_RULE, LITERAL));
    assertThat(problems("{{a\u200Bb}}"))
        .containsExactly(
            """
            'a\u200Bb' is not a name: it has the invisible character U+200B.%s
              template line 1: {{a\u200Bb}}
                                 ^^"""
                .formatted(NAME_RULE));
    assertThat(problems("{{a\u00A0b}}"))
        .first()
        .asString()
        .startsWith("'a\u00A0b' is not a name: it has the invisible character U+00A0.");
  }

  @ParameterizedTest
  @CsvSource({
    "a..b, it has two dots in a row",
    "a., it ends with a dot",
    "a.b., it ends with a dot",
    "a...b, it has two dots in a row"
  })
  void nameWithAMisplacedDot(String name, String reason) {
    assertThat(problems("{{" + name + "}}"))
        .containsExactly(
            "'%s' is not a name: %s.%s\n  template line 1: {{%s}}\n                     %s"
                .formatted(name, reason, NAME_RULE, name, "^".repeat(name.length())));
  }

  @Test
  void nameThatStartsWithADot() {
    assertThat(problems("{{ .Values.image }}"))
        .containsExactly(
            """
            '.Values.image' is not a name: it starts with a dot.%s%s
              template line 1: {{ .Values.image }}
                                  ^^^^^^^^^^^^^"""
                .formatted(NAME_RULE, LITERAL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "if x; if; {{#x}} ... {{/x}}",
        "unless a.b; unless; {{^a.b}} ... {{/a.b}}",
        "each xs as |x|; each; {{#xs}} ... {{/xs}}",
        "for x in xs; for; {{#xs}} ... {{/xs}}",
        "with x; with; {{#x}} ... {{/x}}",
      })
  void statementOfAnotherLanguage(String content, String statement, String section) {
    String advice = " Mustache has no '" + statement + "': write '" + section + "'.";
    String sentence = "'" + content + "' is not a name: it has a space." + NAME_RULE + advice;
    assertThat(sentences("{{" + content + "}}")).containsExactly(sentence + LITERAL);
    assertThat(sentences("{{#" + content + "}}a{{else}}b{{/" + statement + "}}"))
        .containsExactly(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ if x and y }}",
        "{{- x -}}",
        "{{a ? b : c}}",
        "{{user.getName()}}",
        "{{items[0]}}",
        "{{@index}}",
        "{{../x}}",
        "new int[][] {{1,2},{3}}",
        "{{a + 1}}",
      })
  void codeInATagIsToldHowToBeText(String text) {
    assertThat(sentences(text)).singleElement().asString().endsWith(LITERAL);
  }

  @Test
  void bracesThatAreNoTagAreOneProblemPerText() {
    assertThat(problems("Answer: {{\"a\": {{\"b\": 1}}}} or {{'c'}} {{{"))
        .containsExactly(
            """
            '{{"a": ' is not a tag: a name comes after '{{'.%s
              template line 1: Answer: {{"a": {{"b": 1}}}} or {{'c'}} {{{
                                       ^^^^^^^"""
                .formatted(LITERAL));
    assertThat(problems("{{\n  \"a\": 1,\n  \"b\": {{}}\n}}\n"))
        .hasSize(2)
        .first()
        .isEqualTo(
            """
            '{{ "a": 1,' is not a tag: a name comes after '{{'.%s
              template line 1: {{
                               ^^"""
                .formatted(LITERAL));
  }

  @Test
  void theHintNamesTheDelimitersInUse() {
    assertThat(problems("{{=<% %>=}}\n<%= x + y %>"))
        .containsExactly(
            """
            '<%= x + y %>' does not set delimiters: write the opening and the closing one with a \
            space between them, as in '<%={{ }}=%>'; they hold no spaces and no '='.
              template line 2: <%= x + y %>
                               ^^^^^^^^^^^^""");
    assertThat(sentences("{{=<% %>=}}<% x + y %>"))
        .containsExactly(
            "'x + y' is not a name: it has '+'."
                + NAME_RULE
                + " For a literal '<%', write '<%={{ }}=%>' before it; tags after that are written"
                + " '{{name}}'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{=<% %>}}",
        "{{=<%%>=}}",
        "{{=<% % >=}}",
        "{{= =}}",
        "{{==}}",
        "{{=}}",
        "{{=a= b=}}",
        "{{=<% %>",
        "{{="
      })
  void delimitersThatCannotBeSetEndTheReading(String tag) {
    assertThat(parse("{{#a}}\n" + tag + "\n<%x%> <%/a%>").problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.MALFORMED_DELIMITERS);
              assertThat(problem.sentence())
                  .isEqualTo(
                      "'"
                          + tag
                          + "' does not set delimiters: write the opening and the closing one with"
                          + " a space between them, as in '{{=<% %>=}}'; they hold no spaces and no"
                          + " '='.");
              assertThat(problem.span().text()).isEqualTo(tag);
            });
  }

  @Test
  void sectionThatIsNeverClosed() {
    assertThat(problems("a\n{{#items}}\n- {{.}}\n"))
        .containsExactly(
            """
            The section '{{#items}}' is never closed: write '{{/items}}' where it ends.
              template line 2: {{#items}}
                               ^^^^^^^^^^""");
    assertThat(problems("{{^ a.b }}{{=<% %>=}}"))
        .containsExactly(
            """
            The section '{{^ a.b }}' is never closed: write '<%/a.b%>' where it ends.
              template line 1: {{^ a.b }}{{=<% %>=}}
                               ^^^^^^^^^^""");
  }

  @Test
  void sectionThatIsOpenedTwiceInsteadOfClosed() {
    assertThat(problems("{{#items}}\n- {{.}}\n{{#items}}\n"))
        .containsExactly(
            """
            The section '{{#items}}' is never closed: write '{{/items}}' in place of '{{#items}}' \
            in line 3.
              template line 1: {{#items}}
                               ^^^^^^^^^^""");
  }

  @Test
  void sectionThatAnOuterOneCutsOff() {
    assertThat(problems("{{#a}}\n{{#b}}\n{{/a}}\n{{x}}"))
        .containsExactly(
            """
            The section '{{#b}}' is not closed before '{{/a}}' in line 3: write '{{/b}}' where it \
            ends.
              template line 2: {{#b}}
                               ^^^^^^""");
    assertThat(problems("{{#a}}{{#b}}{{/a}}{{/b}}")).hasSize(1);
    assertThat(problems("{{#a}}{{#b}}{{#c}}{{/a}}")).hasSize(2);
  }

  @Test
  void closingTagThatFitsNoSection() {
    assertThat(problems("{{#items}}\nx\n{{/itmes}}\n{{x}}"))
        .containsExactly(
            """
            '{{/itmes}}' closes a section that is not open: the open one is '{{#items}}' in line 1, \
            which '{{/items}}' closes.
              template line 3: {{/itmes}}
                               ^^^^^^^^^^""");
    assertThat(problems("x\n{{/a}}\n"))
        .containsExactly(
            """
            '{{/a}}' closes a section, but none is open: write '{{#a}}' where it starts, or remove \
            this tag.
              template line 2: {{/a}}
                               ^^^^^^""");
  }

  @Test
  void eachWrongClosingTagIsTakenForOneSection() {
    assertThat(sentences("{{#a}}\n{{#b}}\n{{/bb}}\n{{/aa}}\n"))
        .containsExactly(
            "'{{/bb}}' closes a section that is not open: the open one is '{{#b}}' in line 2,"
                + " which '{{/b}}' closes.",
            "'{{/aa}}' closes a section that is not open: the open one is '{{#a}}' in line 1,"
                + " which '{{/a}}' closes.");
    assertThat(sentences("{{#a}}{{#b}}{{/bb}}{{/a}}")).hasSize(1);
    assertThat(sentences("{{#a}}{{/b}}{{/a}}")).hasSize(1);
    assertThat(sentences("{{#a}}{{/}}")).hasSize(1);
    assertThat(sentences("{{#a}}{{/a b}}")).hasSize(1);
    assertThat(sentences("{{#a b}}{{/a b}}")).hasSize(1);
    assertThat(sentences("{{#a b}}{{/c}}")).hasSize(1);
    assertThat(sentences("{{#a}}{{#b c}}{{/a}}")).hasSize(1);
    assertThat(sentences("{{#a}}x{{^}}y{{/a}}")).hasSize(1);
    assertThat(sentences("{{#a\nx\n{{/a}}")).hasSize(1);
    assertThat(sentences("{{#a}}\nx\n{{/a\n")).hasSize(1);
  }

  @Test
  void sectionsThatAreNestedTooDeep() {
    String opening = "{{#a}}".repeat(100);
    assertThat(problems(opening + "{{/a}}".repeat(100))).isEmpty();
    assertThat(problems("{{#a}}\n".repeat(100_000)))
        .containsExactly(
            """
            The section '{{#a}}' is nested too deep: at most 100 sections can be open at once. Move \
            the inner ones to a partial.
              template line 101: {{#a}}
                                 ^^^^^^""");
  }

  @Test
  void partialThatDoesNotExist() {
    assertThat(problems("a\n  {{> prompts/style }}\n{{>prompts/style}}"))
        .containsExactly(
            """
            The partial 'prompts/style.mustache' is not on the class path: create it, or correct the \
            name, which starts at the root of the class path.
              template line 2:   {{> prompts/style }}
                                     ^^^^^^^^^^^^^""");
  }

  @Test
  void partialThatGrowsWithoutEnd() {
    assertThat(problems("{{>tree}}", Map.of("tree.mustache", "{{n}}\n  {{>tree}}\n")))
        .containsExactly(
            """
            The partial 'tree.mustache' includes itself with more indentation each time, without \
            end: write the tag at the start of its line.
              tree.mustache:2:6:   {{>tree}}
                                      ^^^^""");
    Map<String, String> cycle =
        Map.of("a.mustache", "{{>b}}\n", "b.mustache", " {{>c}}\n", "c.mustache", "\t{{>a}}\n");
    assertThat(problems("  {{>a}}\n{{>b}}\n{{>c}}", cycle))
        .containsExactly(
            """
            The partial 'a.mustache' includes itself with more indentation each time, without end: \
            write the tag at the start of its line.
              c.mustache:1:5:  {{>a}}
                                  ^""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "/a", "a/", "a//b", "../a", "a/../b", ".", "\"a\"", "a\\b", "a*", "a:b"})
  void partialWithoutAProperName(String name) {
    assertThat(sentences("{{>" + name + "}}"))
        .containsExactly(
            "'"
                + name
                + "' is not the name of a partial: it is named from the root of the class path,"
                + " with '/' between its parts, as in '{{>prompts/style}}'.");
  }

  @Test
  void tagsOfOptionalModules() {
    assertThat(problems("{{<base}}{{$title}}Hi {{x}}{{/title}}{{/base}}\n{{> *which }}"))
        .containsExactly(
            """
            '{{<base}}' inherits from a template, which is not supported: include a partial, \
            '{{>base}}'.
              template line 1: {{<base}}{{$title}}Hi {{x}}{{/title}}{{/base}}
                               ^^^^^^^^^""",
            """
            '{{$title}}' is a block of template inheritance, which is not supported: write its text \
            in its place; a name that starts with '$' is written '{{&$title}}'.
              template line 1: {{<base}}{{$title}}Hi {{x}}{{/title}}{{/base}}
                                        ^^^^^^^^^^""",
            """
            '{{> *which }}' chooses a partial at run time, which is not supported: name the partial, \
            or choose between several with sections.
              template line 2: {{> *which }}
                               ^^^^^^^^^^^^^""");
  }

  @Test
  void allProblemsAreReportedInOrderThoseOfPartialsLast() {
    ParsedTemplate parsed =
        parse(
            "{{#open}}{{a b}}\n{{>p}}\n  {{>p}}\n{{}}{{/x}}",
            Map.of("p.mustache", "{{c d}}{{/y}}"));
    assertThat(parsed.problems())
        .extracting(problem -> problem.span().toString() + " " + problem.kind())
        .containsExactly(
            "template:1:12 MALFORMED_NAME",
            "template:4:1 EMPTY_TAG",
            "template:4:5 UNOPENED_SECTION",
            "p.mustache:1:3 MALFORMED_NAME",
            "p.mustache:1:8 UNOPENED_SECTION");
  }

  @Test
  void whatIsRightBesideAProblemIsInTheTree() {
    assertThat(parse("{{a b}}{{x}}{{#s}}{{y}}{{/t}}{{z").root().nodes())
        .hasSize(2)
        .satisfies(
            nodes -> {
              assertThat(((Node.Variable) nodes.get(0)).name().text()).isEqualTo("x");
              assertThat(((Node.Section) nodes.get(1)).body())
                  .extracting(node -> ((Node.Variable) node).name().text())
                  .containsExactly("y", "z");
            });
  }

  @Test
  void longTextIsShortenedInASentence() {
    assertThat(sentences("{{" + "ab ".repeat(30) + "}}").get(0))
        .startsWith("'" + "ab ".repeat(13) + "a...' is not a name");
    assertThat(sentences("{{a\t \tb}}").get(0)).startsWith("'a b' is not a name");
  }

  @ParameterizedTest
  @EnumSource
  void eachKindIsProduced(Kind kind) {
    Map<String, String> partials = Map.of("p.mustache", " {{>p}}");
    Stream<String> texts =
        Stream.of(
            "{{a",
            "{{}}",
            "{{a b}}",
            "{{\"\"}}",
            "{{=}}",
            "{{#a}}",
            "{{/a}}",
            "{{#a}}".repeat(101),
            "{{>none}}",
            "{{>p}}",
            "{{<a}}");
    assertThat(texts.flatMap(text -> parse(text, partials).problems().stream()))
        .extracting(TemplateProblem::kind)
        .containsOnlyOnce(kind);
  }

  private static List<String> sentences(String text) {
    return sentences(text, Map.of());
  }

  private static List<String> sentences(String text, Map<String, String> partials) {
    return parse(text, partials).problems().stream().map(TemplateProblem::sentence).toList();
  }
}
