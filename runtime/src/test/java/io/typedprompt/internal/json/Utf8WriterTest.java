package io.typedprompt.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {
  private static final char[] SPECIAL = {
    'a', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ud800', '\udbff', '\udc00', '\udfff',
    '\ue000', '\uffff', '\n'
  };

  /** Also with half pairs anywhere, in pieces of any size. */
  @Test
  void itIsWhatTheStringsOwnBytesAre() throws Exception {
    Random random = new Random(4);
    for (int round = 0; round < 20_000; round++) {
      char[] text = new char[random.nextInt(40)];
      for (int i = 0; i < text.length; i++) {
        text[i] = SPECIAL[random.nextInt(SPECIAL.length)];
      }
      Utf8Writer writer = new Utf8Writer(random.nextInt(8));
      try (writer) {
        int start = 0;
        while (start < text.length) {
          int count = 1 + random.nextInt(text.length - start);
          writer.write(text, start, count);
          start += count;
        }
      }
      assertThat(writer.toByteArray()).isEqualTo(new String(text).getBytes(UTF_8));
    }
  }
}
