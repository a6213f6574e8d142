package io.typedprompt.processor.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ExcerptTest {

  /** The excerpt for the first occurrence of a part. */
  private static String excerpt(TemplateText text, String part) {
    int start = text.text().indexOf(part);
    return text.span(start, start + part.length()).excerpt();
  }

  private static String excerpt(String text, String part) {
    return excerpt(TemplateText.inline(text), part);
  }

  @Test
  void aTextOfAnAnnotationIsNamedByItsLine() {
    assertThat(excerpt("Hello\nDear {{custmer.name}},\nBye", "custmer"))
        .isEqualTo("  template line 2: Dear {{custmer.name}},\n" + " ".repeat(26) + "^^^^^^^");
  }

  @Test
  void aResourceIsNamedByFileLineAndColumn() {
    TemplateText text = TemplateText.resource("prompts/haiku.mustache", "On\nDear {{custmer}},\n");
    assertThat(excerpt(text, "custmer"))
        .isEqualTo(
            "  prompts/haiku.mustache:2:8: Dear {{custmer}},\n" + " ".repeat(37) + "^^^^^^^");
  }

  @Test
  void theLineEndsBeforeItsLineBreak() {
    assertThat(excerpt("a {{b}}\r\nc", "b"))
        .isEqualTo("  template line 1: a {{b}}\n                       ^");
    assertThat(excerpt("\r\n\r\n{{b}}\r\n", "{{b}}"))
        .isEqualTo("  template line 3: {{b}}\n                   ^^^^^");
  }

  @Test
  void aPartOverLinesIsMarkedInTheFirst() {
    assertThat(excerpt("ab {{!\n c\n}} d", "{{!\n c\n}}"))
        .isEqualTo("  template line 1: ab {{!\n                      ^^^");
  }

  @Test
  void anEmptyPartHasACaret() {
    TemplateText text = TemplateText.inline("ab");
    assertThat(text.span(2, 2).excerpt())
        .isEqualTo("  template line 1: ab\n                     ^");
    assertThat(TemplateText.inline("").span(0, 0).excerpt())
        .isEqualTo("  template line 1: \n                   ^");
    assertThat(TemplateText.inline("a\n").span(1, 2).excerpt())
        .isEqualTo("  template line 1: a\n                    ^");
  }

  @Test
  void tabsAndControlCharactersAreSpaces() {
    assertThat(excerpt("\tx\u001B[1m\u2028{{b}}", "b"))
        .isEqualTo("  template line 1:  x [1m {{b}}\n                            ^");
  }

  @Test
  void marksThatTurnTheTextAreLeftOut() {
    assertThat(excerpt("a\u202E\u200Fb{{c}}", "c"))
        .isEqualTo("  template line 1: ab{{c}}\n                       ^");
  }

  @Test
  void aLoneSurrogateIsReplaced() {
    assertThat(excerpt("\uD83D{{c}}", "c"))
        .isEqualTo("  template line 1: \uFFFD{{c}}\n                      ^");
  }

  @Test
  void caretsStandUnderWideAndCombiningCharacters() {
    assertThat(excerpt("日本 {{x}}", "x"))
        .isEqualTo("  template line 1: 日本 {{x}}\n                          ^");
    assertThat(excerpt("{{名前}}", "名前"))
        .isEqualTo("  template line 1: {{名前}}\n                     ^^^^");
    assertThat(excerpt("e\u0301\u0302 {{x}}", "x"))
        .isEqualTo("  template line 1: e\u0301\u0302 {{x}}\n                       ^");
    assertThat(excerpt("😀👍🏽✅ {{x}}", "x"))
        .isEqualTo("  template line 1: 😀👍🏽✅ {{x}}\n                            ^");
  }

  @Test
  void aLineOfEightyColumnsIsShownWhole() {
    String line = "{{x}}" + "a".repeat(75);
    assertThat(excerpt(line, "x"))
        .isEqualTo("  template line 1: " + line + "\n                     ^");
  }

  @Test
  void aLongLineIsCutAfterTheCarets() {
    assertThat(excerpt("{{x}}" + "a".repeat(76), "x"))
        .isEqualTo("  template line 1: {{x}}" + "a".repeat(75) + "...\n                     ^");
  }

  @Test
  void aLongLineIsCutOnBothSides() {
    String line = "a".repeat(500) + "{{name}}" + "b".repeat(500);
    assertThat(excerpt(line, "name"))
        .isEqualTo(
            "  template line 1: ..."
                + "a".repeat(22)
                + "{{name}}"
                + "b".repeat(50)
                + "...\n"
                + " ".repeat(19 + 3 + 24)
                + "^^^^");
  }

  @Test
  void aLongLineIsCutBeforeTheCarets() {
    String line = "a".repeat(500) + "{{name}}";
    assertThat(excerpt(line, "name"))
        .isEqualTo(
            "  template line 1: ..."
                + "a".repeat(72)
                + "{{name}}\n"
                + " ".repeat(19 + 3 + 74)
                + "^^^^");
  }

  @Test
  void wideCharactersCountTwiceWhereALineIsCut() {
    assertThat(excerpt("日".repeat(100) + "{{x}}" + "本".repeat(100), "x"))
        .isEqualTo(
            "  template line 1: ..."
                + "日".repeat(11)
                + "{{x}}"
                + "本".repeat(26)
                + "...\n"
                + " ".repeat(19 + 3 + 24)
                + "^");
  }

  @Test
  void caretsDoNotGoBeyondWhatIsShown() {
    String tag = "{{" + "x".repeat(200) + "}}";
    assertThat(excerpt(tag, tag))
        .isEqualTo(
            "  template line 1: {{" + "x".repeat(78) + "...\n" + " ".repeat(19) + "^".repeat(80));
  }

  @Test
  void linesAndColumnsCountFromOneInCodePoints() {
    TemplateText text = TemplateText.resource("a.mustache", "😀x\r\ny\n\nz");
    assertThat(text.span(2, 3)).hasToString("a.mustache:1:2");
    assertThat(text.span(5, 6)).hasToString("a.mustache:2:1");
    assertThat(text.span(7, 8)).hasToString("a.mustache:3:1");
    assertThat(text.span(8, 9)).hasToString("a.mustache:4:1");
    assertThat(text.span(9, 9)).hasToString("a.mustache:4:2");
    assertThat(text.span(8, 9).text()).isEqualTo("z");
  }

  @Test
  void aPartMustBeWithinTheText() {
    TemplateText text = TemplateText.inline("ab");
    assertThatThrownBy(() -> text.span(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.span(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.span(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void textsAreEqualByOriginAndContent() {
    assertThat(TemplateText.inline("a")).isEqualTo(TemplateText.inline("a"));
    assertThat(TemplateText.inline("a")).hasSameHashCodeAs(TemplateText.inline("a"));
    assertThat(TemplateText.inline("a")).isNotEqualTo(TemplateText.inline("b"));
    assertThat(TemplateText.inline("a")).isNotEqualTo(TemplateText.resource("r", "a"));
    assertThat(TemplateText.resource("r", "a").resource()).contains("r");
    assertThat(TemplateText.inline("a").resource()).isEmpty();
  }
}
