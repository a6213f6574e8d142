package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments of tools as models write them. */
class ArgumentsJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1}|{\"a\":1}",
        "  {\"a\" : 1}\\n|{\"a\" : 1}",
        "{}|{}",
        "null|{}",
        "\"\"|{}",
        "\"null\"|{}",
        "\"{}\"|{}",
        "[]|{}",
        "\"{\\\"a\\\":1}\"|{\"a\":1}",
        "\"\\\"{}\\\"\"|{}",
        "{'a':'x',}|{\"a\":\"x\"}",
        "{a: 1, // why\\n b: True}|{\"a\":1,\"b\":true}",
        "{\"a\":1}{\"a\":1}|{\"a\":1}",
        "{}{\"a\":1}|{\"a\":1}",
        "{\"a\":1}}|{\"a\":1}",
        "{\"a\":\"x\"|{\"a\":\"x\"}",
        "```json\\n{\"a\":1}\\n```|{\"a\":1}",
        "<tool_call>{\"a\":1}</tool_call>|{\"a\":1}",
      })
  void isTheObjectThatIsMeant(String written, String object) {
    assertThat(ArgumentsJson.of(written.replace("\\n", "\n"), false)).isEqualTo(object);
  }

  @Test
  void nothingIsNoArguments() {
    assertThat(ArgumentsJson.of("", false)).isEqualTo("{}");
    assertThat(ArgumentsJson.of(" \n", true)).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Paris",
        "7",
        "true",
        "[1]",
        "[{\"a\":1}]",
        "\"Paris\"",
        "{\"a\":1}{\"a\":2}",
        "{\"a\":\"Par",
        "{\"a\":",
        "{\"a\":1",
        "{",
        "\"{\\\"a\\\":",
        "city=Paris"
      })
  void isNoneWhereItIsNotSureWhatIsMeant(String written) {
    assertThat(ArgumentsJson.of(written, false)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':1}", "{\"a\":1}}", "{\"a\":1", "```\n{}\n```"})
  void aStrictReaderRepairsNothing(String written) {
    assertThat(ArgumentsJson.of(written, true)).isNull();
  }

  @Test
  void whateverIsWrittenTheResultIsStrictJson() {
    Random random = new Random(20261125);
    String signs = "{}[]\"':,\\ \n`ab1.-nulltrue/*";
    int objects = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "{\"a\":" : "{");
      for (int length = random.nextInt(14); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String object = ArgumentsJson.of(text.toString(), false);
      if (object != null) {
        objects++;
        assertThat(object).startsWith("{");
        assertThat(new JsonScanner(object).end(0)).as(text.toString()).isEqualTo(object.length());
      }
    }
    assertThat(objects).isGreaterThan(500);
  }
}
