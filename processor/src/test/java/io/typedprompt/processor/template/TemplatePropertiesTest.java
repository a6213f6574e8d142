package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.typedprompt.processor.template.TemplateProblem.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every template, tried on many random ones. */
final class TemplatePropertiesTest {
  private static final String[] PIECES = {
    "{",
    "}",
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{{#",
    "{{^",
    "{{/",
    "{{>",
    "{{!",
    "{{=",
    "=}}",
    "{{&",
    "{{<",
    "{{$",
    "<%",
    "%>",
    "{{=<% %>=}}",
    "<%={{ }}=%>",
    "{{#a}}",
    "{{/a}}",
    "{{^b}}",
    "{{/b}}",
    "{{a}}",
    "{{a.b}}",
    "{{>p}}",
    "a",
    "b.",
    ".",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "|",
    "é",
    "😀",
    "\uD83D",
    "\u200B",
    "text"
  };

  private static final Map<String, String> PARTIALS =
      Map.of("p.mustache", "p {{a}}\n {{>q}}\n", "q.mustache", "{{#b}}{{>p}}{{/b}}\n{{x y}}");

  private static String random(Random random, int maxPieces) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(maxPieces);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void anyTextIsParsedToAProperTreeOrHasProblems() {
    Random random = new Random(20261125);
    int clean = 0;
    for (int i = 0; i < 30_000; i++) {
      String text = random(random, i % 10 == 0 ? 60 : 8);
      ParsedTemplate parsed = parse(text, PARTIALS);
      assertThat(parsed).as(text).isEqualTo(parse(text, PARTIALS));
      checkNodes(parsed.root().nodes(), parsed);
      parsed.partials().values().forEach(partial -> checkNodes(partial.nodes(), parsed));
      parsed.problems().forEach(TemplatePropertiesTest::checkProblem);
      if (parsed.problems().isEmpty()) {
        clean++;
        Interpreter.render(parsed, Map.of("a", Map.of("b", "v")));
      }
    }
    assertThat(clean).isBetween(3_000, 27_000);
  }

  private static void checkNodes(List<Node> nodes, ParsedTemplate parsed) {
    boolean afterText = false;
    for (Node node : nodes) {
      if (node instanceof Node.Text text) {
        assertThat(text.text()).isNotEmpty();
        assertThat(afterText).isFalse();
      } else if (node instanceof Node.Variable variable) {
        checkName(variable.name(), variable.tag());
      } else if (node instanceof Node.Partial partial) {
        assertThat(parsed.partials()).containsKey(partial.key());
        assertThat(partial.tag().text()).contains(">");
      } else if (node instanceof Node.Section section) {
        checkName(section.name(), section.open());
        assertThat(section.open().text()).contains(section.inverted() ? "^" : "#");
        assertThat(section.close().end()).isGreaterThanOrEqualTo(section.open().end());
        checkNodes(section.body(), parsed);
      }
      afterText = node instanceof Node.Text;
    }
  }

  private static void checkName(TemplateName name, Span tag) {
    assertThat(name.span().text()).isEqualTo(name.text());
    assertThat(name.span().start()).isGreaterThan(tag.start());
    assertThat(name.span().end()).isLessThanOrEqualTo(tag.end());
    for (TemplateName.Segment segment : name.segments()) {
      assertThat(segment.span().text()).isEqualTo(segment.text());
      assertThat(TemplateName.isSegment(segment.text())).isTrue();
    }
  }

  private static void checkProblem(TemplateProblem problem) {
    assertThat(problem.span().text()).isNotEmpty();
    assertThat(problem.sentence()).endsWith(".").doesNotContain("\n").hasSizeLessThan(600);
    assertThat(problem.span().excerpt()).matches("  .+: .*\n +\\^+");
  }

  @Test
  void textWithoutAnOpeningDelimiterIsUnchanged() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = random(random, 20).replace("{{", "{ ").replace("{{", "{ ");
      List<Node> expected = text.isEmpty() ? List.of() : List.of(new Node.Text(text));
      assertThat(parse(text).root().nodes()).isEqualTo(expected);
      assertThat(parse(text).problems()).isEmpty();
    }
  }

  @Test
  void otherDelimitersMakeAnyTextLiteral() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      String text = "|" + random(random, 20).replace("<%", "< %");
      ParsedTemplate parsed = parse("{{=<% %>=}}" + text);
      assertThat(parsed.problems()).isEmpty();
      assertThat(parsed.root().nodes()).isEqualTo(List.of(new Node.Text(text)));
    }
  }

  @Test
  void whatIsPrintedIsWhatTheLinesSay() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      RandomTemplate template = new RandomTemplate(random);
      assertThat(Templates.render(template.text(), RandomTemplate.DATA))
          .as(template.text())
          .isEqualTo(template.printed());
      Map<String, String> partial = Map.of("p.mustache", template.text());
      assertThat(Templates.render("{{>p}}", RandomTemplate.DATA, partial))
          .isEqualTo(template.printed());
      assertThat(Templates.render(" \t{{>p}}\n", RandomTemplate.DATA, partial))
          .as(template.text())
          .isEqualTo(template.printed().replaceAll("(?m)^(?!\\z)", " \t"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{mis take}}; MALFORMED_NAME; mis take",
        "{{mis..take}}; MALFORMED_NAME; mis..take",
        "{{mistake; UNCLOSED_TAG; {{mistake",
        "{{mistake}; UNCLOSED_TAG; {{mistake",
        "{{{mistake}}; UNCLOSED_TAG; {{{mistake}}",
        "{{ }}; EMPTY_TAG; {{ }}",
        "{{}; LITERAL_BRACES; {{}",
        "{{\"mistake\": 1}}; LITERAL_BRACES; {{\"mistake\": 1}}",
        "{{#mistake}}; UNCLOSED_SECTION; {{#mistake}}",
        "{{^mistake}}; UNCLOSED_SECTION; {{^mistake}}",
        "{{#mis take}}; MALFORMED_NAME; mis take",
        "{{#if mistake}}{{/if}}; MALFORMED_NAME; if mistake",
        "{{/mistake}}; UNOPENED_SECTION; {{/mistake}}",
        "{{/mis take}}; MALFORMED_NAME; mis take",
        "{{/}}; EMPTY_TAG; {{/}}",
        "{{>mis take}}; MALFORMED_NAME; mis take",
        "{{>mistake}}; MISSING_PARTIAL; mistake",
        "{{>*mistake}}; UNSUPPORTED_TAG; {{>*mistake}}",
        "{{$mistake}}x{{/mistake}}; UNSUPPORTED_TAG; {{$mistake}}",
        "{{=mistake=}}; MALFORMED_DELIMITERS; {{=mistake=}}",
      })
  void oneMistakeIsOneProblemAtItsPlace(String mistake, Kind kind, String place) {
    Random random = new Random(10);
    for (int i = 0; i < 500; i++) {
      String text = new RandomTemplate(random).withLine(random, mistake);
      assertThat(parse(text).problems())
          .as(text)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(kind);
                assertThat(problem.span().text()).isEqualTo(place);
              });
    }
  }

  @Test
  void aSectionTagThatIsLeftOutOrMisspelledIsOneProblem() {
    Random random = new Random(11);
    int tried = 0;
    for (int i = 0; i < 5_000; i++) {
      RandomTemplate template = new RandomTemplate(random);
      if (template.sections().isEmpty()) {
        continue;
      }
      tried++;
      String name = template.sections().get(random.nextInt(template.sections().size()));
      String close = "{{/" + name + "}}";
      String open = template.text().contains("{{#" + name + "}}") ? "{{#" : "{{^";
      assertOneProblem(
          template.text().replace(close, ""), Kind.UNCLOSED_SECTION, open + name + "}}");
      assertOneProblem(
          template.text().replace(open + name + "}}", ""), Kind.UNOPENED_SECTION, close);
      assertOneProblem(
          template.text().replace(close, "{{/wrong}}"), Kind.UNOPENED_SECTION, "{{/wrong}}");
      assertOneProblem(
          template.text().replace(open + name + "}}", open + "wrong}}"),
          Kind.UNOPENED_SECTION,
          close);
    }
    assertThat(tried).isGreaterThan(1_000);
  }

  private static void assertOneProblem(String text, Kind kind, String place) {
    assertThat(parse(text).problems())
        .as(text)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(kind);
              assertThat(problem.span().text()).isEqualTo(place);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{{",
        "{{ ",
        "{{{",
        "{{a",
        "{{a ",
        "{{a\n",
        "{{a}",
        "{{a}}",
        "{{{a}}",
        "{{!",
        "{{! ",
        "{{=",
        "{{=a b=}}",
        "{{={{ }}=}}",
        "{{#a}}",
        "{{/a}}",
        "{{#a}}{{/b}}{{/a}}",
        "{{#a b}}{{/c}}",
        "{{#a}}{{#b}}{{/a}}",
        "}}",
        " ",
        "\n",
        " {{!}}",
        "{{!}}\n ",
        "{{\"",
        "{{$a}}",
        "{{/$a}}",
        "{{>none}}",
        "{{>p}}\n",
        "  ",
        "{{a.",
        "{{a b c}}",
        "{{=@ @=}}@a\n",
        "{{.}}.",
        "\u0301"
      })
  void timeGrowsNoFasterThanTheText(String piece) {
    String text = piece.repeat(500_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(parse(text, PARTIALS).root()).isNotNull());
  }

  @Test
  void anExcerptIsCheapInAHugeLine() {
    String text = "x".repeat(1_000_000) + "{{a b}}" + "y".repeat(1_000_000);
    Span span = parse(text).problems().get(0).span();
    List<String> excerpts = new ArrayList<>();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 100; i++) {
            excerpts.add(span.excerpt());
          }
        });
    assertThat(excerpts.get(0)).hasSizeLessThan(200);
  }
}
