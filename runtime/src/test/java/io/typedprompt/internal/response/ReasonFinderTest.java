package io.typedprompt.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "too slow | too slow",
        "`  two\n\n lines ` | two lines",
        "{\"message\":\"m\"} | m",
        "{\"error\":\"e\"} | e",
        "{\"error\":{\"message\":\"m\",\"code\":3}} | m",
        "{\"code\":\"c\",\"error\":\"e\"} | e",
        "{\"error\":\"e\",\"message\":\"m\"} | m",
        "{\"errors\":[{\"message\":\"first\"},{\"message\":\"second\"}],\"success\":false} | first",
        "{\"detail\":\"d\"} | d",
        "{\"detail\":[{\"loc\":[\"body\",3],\"msg\":\"field required\"}]} | field required",
        "[{\"error\":{\"code\":400,\"message\":\"in a list\"}}] | in a list",
        "{\"error\":{\"message\":\"{\\\"error\\\":{\\\"message\\\":\\\"deep\\\"}}\"}} | deep",
        "Oops: {\"error\":{\"message\":\"tail\"}} | Oops: tail",
        "use {name} here} | use {name} here}",
        "{not json | {not json",
        "[redacted] | [redacted]",
        "<html><head><title>504 Gateway Time-out</title></head></html> | 504 Gateway Time-out",
        "<br>plain | <br>plain",
      })
  void findsTheSentence(String text, String sentence) {
    assertThat(ReasonFinder.find(text)).isEqualTo(sentence);
  }

  @Test
  void findsNothingWhereNothingIsSaid() {
    for (String text :
        new String[] {"", " ", "{}", "[]", "{\"retryable\":true}", "null", "{\"message\":\"\"}"}) {
      assertThat(ReasonFinder.find(text)).as(text).isIn("", "null");
    }
  }

  @Test
  void isShortAndOfOneLine() {
    assertThat(ReasonFinder.find("x".repeat(5000))).hasSize(1003).endsWith("x...");
    assertThat(ReasonFinder.find("x".repeat(999) + "\uD83D\uDE00 and more"))
        .isEqualTo("x".repeat(999) + "...");
  }

  @Test
  void isNotFooledByDepth() {
    String deep = "{\"error\":".repeat(400) + "\"e\"" + "}".repeat(400);
    String wrapped = "\"e\"";
    for (int i = 0; i < 12; i++) {
      wrapped = "{\"message\":\"" + wrapped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
      if (wrapped.length() > 100_000) {
        break;
      }
    }

    assertThat(ReasonFinder.find(deep)).isEmpty();
    assertThat(ReasonFinder.find(wrapped)).isEmpty();
    assertThat(ReasonFinder.find("[".repeat(1_000_000))).hasSize(1003);
  }
}
