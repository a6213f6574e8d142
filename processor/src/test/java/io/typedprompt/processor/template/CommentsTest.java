package io.typedprompt.processor.template;

import static io.typedprompt.processor.template.Templates.parse;
import static io.typedprompt.processor.template.Templates.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommentsTest {

  private static String renderPlain(String text) {
    return render(text, Map.of());
  }

  @Test
  void aCommentLeavesNothing() {
    assertThat(renderPlain("12345{{! what ever }}67890")).isEqualTo("1234567890");
    assertThat(renderPlain("1 {{! c }} 2")).isEqualTo("1  2");
    assertThat(renderPlain("{{!}}")).isEmpty();
    assertThat(renderPlain("a{{! # / = > { \" it's }}b")).isEqualTo("ab");
    assertThat(parse("a{{!x}}b{{!y}}c").root().nodes()).isEqualTo(List.of(new Node.Text("abc")));
  }

  @Test
  void aCommentGoesOverLines() {
    assertThat(renderPlain("12345{{!\n  one\n  two\n}}67890\n")).isEqualTo("1234567890\n");
  }

  @Test
  void aCommentEndsAtTheFirstClosingDelimiter() {
    assertThat(renderPlain("a{{! {{x}} }}b")).isEqualTo("a }}b");
  }

  @Test
  void linesWithOnlyACommentDisappear() {
    assertThat(renderPlain("Begin.\n{{! c }}\nEnd.\n")).isEqualTo("Begin.\nEnd.\n");
    assertThat(renderPlain("Begin.\n  {{! c }}\t\nEnd.\n")).isEqualTo("Begin.\nEnd.\n");
    assertThat(renderPlain("|\r\n{{! c }}\r\n|")).isEqualTo("|\r\n|");
    assertThat(renderPlain("  {{! first }}\n!")).isEqualTo("!");
    assertThat(renderPlain("!\n  {{! last }}")).isEqualTo("!\n");
    assertThat(renderPlain("  {{! all }}  ")).isEmpty();
  }

  @Test
  void linesWithOnlyALongCommentDisappear() {
    assertThat(renderPlain("Begin.\n{{!\nnot here\n}}\nEnd.\n")).isEqualTo("Begin.\nEnd.\n");
    assertThat(renderPlain("Begin.\n  {{!\n    not here\n  }}\nEnd.\n"))
        .isEqualTo("Begin.\nEnd.\n");
    assertThat(renderPlain("Begin.\n{{!\n}} and\nEnd.\n")).isEqualTo("Begin.\n and\nEnd.\n");
    assertThat(renderPlain("{{!\n}} {{! two in the last line }}\nEnd.\n")).isEqualTo(" \nEnd.\n");
  }

  @Test
  void textInTheLineKeepsIt() {
    assertThat(renderPlain("  12 {{! 34 }}\n")).isEqualTo("  12 \n");
    assertThat(renderPlain("{{! 34 }} 12\n")).isEqualTo(" 12\n");
  }
}
