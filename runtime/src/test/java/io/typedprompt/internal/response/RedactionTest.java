package io.typedprompt.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  private static final String KEY = "sk-or-v1-0123456789abcdef";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key sk-or-v1-0123456789abcdef. | key [redacted].",
        "key sk-or-v1-0123...cdef, bad | key [redacted], bad",
        "key sk-ant-api03-****1234! | key [redacted]!",
        "Bearer abc.def-ghi | [redacted]",
        "\"user_id\":\"user_2AbC\" | \"user_id\":\"[redacted]\"",
        "\"user_id\" : \"user_2AbC\", for user_2AbC | \"user_id\" : \"[redacted]\", for [redacted]",
        "\\\"user_id\\\":\\\"user_2AbC\\\" | \\\"user_id\\\":\\\"[redacted]\\\"",
        "\"user_id\":null | \"user_id\":null",
        "a task-list of sk-1 and Bearer of news | a task-list of sk-1 and Bearer of news",
        "user_id: required, which is required | user_id: required, which is required",
        "user_id: user_2AbC | user_id: [redacted]",
      })
  void errorsAreWithoutSecrets(String text, String clean) {
    assertThat(new Redaction(KEY).error(text)).isEqualTo(clean);
  }

  @Test
  void answersAreWithoutTheKeyOnly() {
    Redaction redaction = new Redaction(KEY);

    assertThat(redaction.answer("a " + KEY + " b")).isEqualTo("a [redacted] b");
    assertThat(redaction.answer("sk-other-0123456789 user_id:user_123"))
        .isEqualTo("sk-other-0123456789 user_id:user_123");
  }

  @Test
  void aPlaceholderIsNoSecretInAnAnswer() {
    Redaction redaction = new Redaction("dummy");

    assertThat(redaction.answer("a dummy value")).isEqualTo("a dummy value");
    assertThat(redaction.error("the key dummy is wrong")).isEqualTo("the key [redacted] is wrong");
    assertThat(new Redaction("k").error("the key is weak")).isEqualTo("the key is weak");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a \\u0073k-or-v1-0123456789abcdef b | a [redacted] b",
        "a sk\\u002Dor\\u002dv1-0123456789abcde\\u0066 b | a [redacted] b",
        "a \\\\u0073k-or-v1-0123456789abcdef b | a [redacted] b",
        "\\nsk-or-v1-0123456789abcde\\u0066\\n | \\n[redacted]\\n",
        "sk-or-v1-0123456789abcde\\u0066sk-or-v1-0123456789abcdef | [redacted][redacted]",
        "sk-or-v1-0123456789abcde\\u0067 | sk-or-v1-0123456789abcde\\u0067",
        "sk-or-v1-0123456789abcde\\u006 | sk-or-v1-0123456789abcde\\u006",
        "sk-or-v1-0123456789abcde\\ | sk-or-v1-0123456789abcde\\",
        "sk-or-v1-0123456789abcde\\f | sk-or-v1-0123456789abcde\\f",
      })
  void aKeyIsFoundThoughJsonEscapedIt(String text, String clean) {
    assertThat(new Redaction(KEY).answer(text)).isEqualTo(clean);
  }

  @Test
  void aKeyIsFoundThoughJsonEscapedItsSlashes() {
    String key = "proxy/key/0123456789";

    assertThat(new Redaction(key).answer("{\"k\":\"proxy\\/key\\/0123456789\"}"))
        .isEqualTo("{\"k\":\"[redacted]\"}");
  }

  /** A million backslashes take no longer than a million letters. */
  @Test
  @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void backslashesDoNotStopIt() {
    String text = "\\".repeat(1_000_000) + "u0073";
    assertThat(new Redaction(KEY).answer(text)).isEqualTo(text);
    assertThat(new Redaction(KEY).answer(text + "k-or-v1-0123456789abcdef"))
        .isEqualTo("[redacted]");
  }
}
