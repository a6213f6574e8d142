package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static io.typedprompt.processor.template.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SectionsTest {
  private static final Map<String, Object> YES_NO = Map.of("yes", true, "no", false);

  @Test
  void aSectionStandsOnATruth() {
    assertThat(render("[{{#yes}}shown{{/yes}}]", YES_NO)).isEqualTo("[shown]");
    assertThat(render("[{{#no}}hidden{{/no}}]", YES_NO)).isEqualTo("[]");
    assertThat(render("[{{#absent}}hidden{{/absent}}]", YES_NO)).isEqualTo("[]");
  }

  @Test
  void anInvertedSectionStandsOnItsAbsence() {
    assertThat(render("[{{^yes}}hidden{{/yes}}]", YES_NO)).isEqualTo("[]");
    assertThat(render("[{{^no}}shown{{/no}}]", YES_NO)).isEqualTo("[shown]");
    assertThat(render("[{{^absent}}shown{{/absent}}]", YES_NO)).isEqualTo("[shown]");
    assertThat(render("[{{^list}}none{{/list}}]", Map.of("list", List.of()))).isEqualTo("[none]");
    assertThat(render("[{{^list}}none{{/list}}]", Map.of("list", List.of(1)))).isEqualTo("[]");
  }

  @Test
  void aSectionRepeatsForAList() {
    Map<String, Object> data =
        Map.of(
            "list",
            List.of(Map.of("n", 1), Map.of("n", 2)),
            "rows",
            List.of(List.of(1, 2), List.of(3)));
    assertThat(render("{{#list}}{{n}};{{/list}}", data)).isEqualTo("1;2;");
    assertThat(render("{{#rows}}({{#.}}{{.}}{{/.}}){{/rows}}", data)).isEqualTo("(12)(3)");
  }

  @Test
  void namesAreLookedUpFromTheInnermostSectionOutwards() {
    Map<String, Object> data =
        Map.of("a", Map.of("one", 1, "b", Map.of("two", 2)), "one", "outer", "zero", 0);
    assertThat(render("{{#a}}{{#b}}{{zero}}{{one}}{{two}}{{/b}}{{/a}}{{one}}", data))
        .isEqualTo("012outer");
    assertThat(render("{{#a.b}}{{two}}{{/a.b}}{{^a.c}}!{{/a.c}}", data)).isEqualTo("2!");
  }

  @Test
  void sectionsOfOneNameNestAndFollow() {
    assertThat(render("{{#yes}}a{{#yes}}b{{/yes}}c{{/yes}}{{#yes}}d{{/yes}}", YES_NO))
        .isEqualTo("abcd");
    assertThat(render("{{#yes}}a{{^yes}}b{{/yes}}c{{/yes}}", YES_NO)).isEqualTo("ac");
  }

  @Test
  void whitespaceInTheTagsDoesNotMatter() {
    assertThat(render("|{{# yes }}={{/ yes }}|", YES_NO)).isEqualTo("|=|");
    assertThat(render("|{{ #yes }}={{ /yes }}|", YES_NO)).isEqualTo("|=|");
    assertThat(render("|{{^ no }}={{/\tno }}|", YES_NO)).isEqualTo("|=|");
  }

  @Test
  void whitespaceAroundTagsInALineStays() {
    assertThat(render(" | {{#yes}}\t|\t{{/yes}} | \n", YES_NO)).isEqualTo(" | \t|\t | \n");
    assertThat(render(" | {{#yes}} {{! }}\n {{/yes}} | \n", YES_NO)).isEqualTo(" |  \n  | \n");
    assertThat(render(" {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", YES_NO))
        .isEqualTo(" YES\n GOOD\n");
  }

  @Test
  void linesWithOnlyATagDisappear() {
    assertThat(render("| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", YES_NO))
        .isEqualTo("| This Is\n|\n| A Line\n");
    assertThat(render("a\n  {{#yes}}\t\nb\n\t{{/yes}}  \nc\n", YES_NO)).isEqualTo("a\nb\nc\n");
    assertThat(render("a\n{{^no}}\nb\n{{/no}}\nc", YES_NO)).isEqualTo("a\nb\nc");
    assertThat(render("a\n{{#no}}\nb\n{{/no}}\nc", YES_NO)).isEqualTo("a\nc");
  }

  @Test
  void emptyLinesBesideThemStay() {
    assertThat(render("a\n\n{{#yes}}\n\nb\n\n{{/yes}}\n\nc", YES_NO)).isEqualTo("a\n\n\nb\n\n\nc");
  }

  @Test
  void twoTagsInALineAreNotAlone() {
    assertThat(render("a\n{{#yes}}{{/yes}}\nb", YES_NO)).isEqualTo("a\n\nb");
    assertThat(render("a\n {{#yes}} {{/yes}} \nb", YES_NO)).isEqualTo("a\n   \nb");
    assertThat(render("{{#yes}}\na{{/yes}}\nb", YES_NO)).isEqualTo("a\nb");
    assertThat(render("{{#yes}}a\n{{/yes}}\nb", YES_NO)).isEqualTo("a\nb");
  }

  @Test
  void carriageReturnsBelongToTheLineEnd() {
    assertThat(render("|\r\n{{#yes}}\r\n{{/yes}}\r\n|", YES_NO)).isEqualTo("|\r\n|");
    assertThat(render("|\r\n{{^no}}\r\n{{/no}}\r\n|", YES_NO)).isEqualTo("|\r\n|");
    assertThat(render("a\r\n{{#yes}}\rb{{/yes}}", YES_NO)).isEqualTo("a\r\n\rb");
  }

  @Test
  void theFirstAndTheLastLineNeedNoNewline() {
    assertThat(render("  {{#yes}}\n#{{/yes}}\n/", YES_NO)).isEqualTo("#\n/");
    assertThat(render("#{{#yes}}\n/\n  {{/yes}}", YES_NO)).isEqualTo("#\n/\n");
    assertThat(render("  {{^no}}\n#{{/no}}\n/", YES_NO)).isEqualTo("#\n/");
    assertThat(render("#{{^no}}\n/\n  {{/no}}", YES_NO)).isEqualTo("#\n/\n");
  }

  @Test
  void onlySpacesAndTabsCountAsNothing() {
    assertThat(render("a\n\u00A0{{#yes}}\nb{{/yes}}", YES_NO)).isEqualTo("a\n\u00A0\nb");
    assertThat(render("a\n\f{{#yes}}\nb{{/yes}}", YES_NO)).isEqualTo("a\n\f\nb");
  }

  @Test
  void aSectionWithoutTextHasAnEmptyBody() {
    Node.Section section = (Node.Section) parse("{{^a}}{{/a}}").root().nodes().get(0);
    assertThat(section.body()).isEmpty();
    assertThat(section.inverted()).isTrue();
    assertThat(section.open().text()).isEqualTo("{{^a}}");
    assertThat(section.close().text()).isEqualTo("{{/a}}");
  }
}
