package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSplitterTest {
  private static List<String> split(String... pieces) {
    ElementSplitter splitter = new ElementSplitter();
    List<String> elements = new ArrayList<>();
    for (String piece : pieces) {
      splitter.feed(piece, elements);
    }
    return elements;
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void assertSplit(String answer, String... elements) {
    String text = json(answer);
    List<String> expected = List.of(elements).stream().map(ElementSplitterTest::json).toList();
    assertThat(split(text)).isEqualTo(expected);
    assertThat(split(text.split(""))).isEqualTo(expected);
    for (int i = 0; i <= text.length(); i++) {
      assertThat(split(text.substring(0, i), text.substring(i))).isEqualTo(expected);
    }
  }

  @Test
  void elementsAreWhateverIsBetweenCommas() {
    assertSplit("{'value':[]}");
    assertSplit("{'value':[1]}", "1");
    assertSplit(
        "{'value':[1,-2.5e3 , true,null,'a,]b','',{'a':[{'b':'}'}]},[[],[1,2]],{}]}",
        "1",
        "-2.5e3",
        "true",
        "null",
        "'a,]b'",
        "''",
        "{'a':[{'b':'}'}]}",
        "[[],[1,2]]",
        "{}");
    assertSplit(" \n{ 'value'\t:\r\n[ 'x' ,\n 'y' ] } ", "'x'", "'y'");
    assertSplit(
        "{'value':['a\\'b\\\\','\\\\\\'','\uD83D\uDE00é']}",
        "'a\\'b\\\\'",
        "'\\\\\\''",
        "'\uD83D\uDE00é'");
  }

  @Test
  void whatStandsAroundTheListIsPassedOver() {
    assertSplit("Here {is} it:\n```json\n{'value':[1,2]}\n```\nDone, [3,4].", "1", "2");
    assertSplit("{{'value':[1,2]}", "1", "2");
    assertSplit("{'value':{'value':[1]}}", "1");
    assertSplit("[1,2]", "1", "2");
    assertSplit("\n [1]", "1");
    assertSplit("A [1]");
    assertSplit("{'values':[1]}");
    assertSplit("{'val ue':[1]}");
    assertSplit("{' value':[1]}");
  }

  @Test
  void thinkingIsNoAnswer() {
    assertSplit("<think>{'value':[1,2]}</think>{'value':[3]}", "3");
    assertSplit("<think>{'value':[1,2]");
    assertSplit("<b>{'value':[3]}", "3");
    assertSplit("<think>" + "{'value':[".repeat(100) + "</think>{'value':[3]}");
  }

  @Test
  void anElementIsThereAsSoonAsItEnds() {
    assertThat(split(json("{'value':[{'a':1}"))).hasSize(1);
    assertThat(split(json("{'value':[{'a':1},'x'"))).hasSize(2);
    assertThat(split(json("{'value':[12"))).isEmpty();
    assertThat(split(json("{'value':[12,"))).containsExactly("12");
    assertThat(split(json("{'value':[12]"))).containsExactly("12");
    assertThat(split(json("{'value':[12 "))).containsExactly("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'value':[1,,2]}",
        "{'value':[1 2]}",
        "{'value':[1,x,2]}",
        "{'value':[1,// two\n2]}",
        "{'value':[1,{b:1},2]}",
        "{'value':[1:2]}",
        "{'value':[1}",
        "{'value':[1, 'a' 'b', 2]}",
        "{'value':[1,{'b':`x`},2]}",
        "{'value':[1,]}",
      })
  void itGivesUpAtWhatIsNotJson(String answer) {
    List<String> elements = split(json(answer));

    assertThat(elements.get(0)).isEqualTo("1");
    assertThat(elements).doesNotContain("2");
  }

  @Test
  void itSeesNothingAfterItWasToldToGiveUp() {
    ElementSplitter splitter = new ElementSplitter();
    List<String> elements = new ArrayList<>();
    splitter.feed("[1,", elements);
    splitter.giveUp();
    splitter.feed("2,3]", elements);

    assertThat(elements).containsExactly("1");
  }

  @Test
  void anAnswerIsPlainIfItIsJsonAlone() {
    assertThat(ElementSplitter.isPlain(" {\"value\":[1]}\n")).isTrue();
    assertThat(ElementSplitter.isPlain("{\"value\":[1]} ok")).isFalse();
    assertThat(ElementSplitter.isPlain("{\"value\":[1,]}")).isFalse();
    assertThat(ElementSplitter.isPlain("")).isFalse();
  }

  @Test
  void anyTextInAnyPiecesIsSurvived() {
    Random random = new Random(7);
    String letters = "{}[]\"value:, \\1t<think>\u00e9`'";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"value\":[" : "");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int cut = random.nextInt(text.length() + 1);

      assertThat(split(text.substring(0, cut), text.substring(cut)))
          .isEqualTo(split(text.toString()));
    }
  }
}
