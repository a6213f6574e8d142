package io.typedprompt.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Repair;
import io.typedprompt.RepairKind;
import io.typedprompt.codegen.AnswerFormat;
import io.typedprompt.internal.answer.ParsedAnswer.Fits;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random types and values: what is written as JSON is read back, strictly, without repairs; and the
 * tolerant way reads it the same.
 */
class AnswerRoundTripTest {
  /** The JSON with white space wherever it may be. */
  private static String spaced(String json, Random random) {
    StringBuilder spaced = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (!inString && "{}[],:".indexOf(c) >= 0) {
        spaced.append(" \n\r\t".charAt(random.nextInt(4))).append(c).append(' ');
      } else {
        spaced.append(c);
      }
      if (inString && c == '\\') {
        spaced.append(json.charAt(++i));
      } else if (c == '"') {
        inString = !inString;
      }
    }
    return spaced.toString();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Random random = new Random(20261125);
    for (int round = 0; round < 5_000; round++) {
      RandomTypes.ObjectOf type = RandomTypes.object(random, 0);
      AnswerFormat<Object> format = RandomTypes.format(type);
      Object value = type.value(random);
      String json = RandomTypes.json(type, value);
      Fits<Object> expected = new Fits<>(value, List.of());
      assertThat(AnswerParser.parse(format, json, true, false)).as(json).isEqualTo(expected);
      assertThat(AnswerParser.parse(format, spaced(json, random), true, false))
          .as(json)
          .isEqualTo(expected);
      assertThat(new TolerantParser<>(format, false).parse(json, true))
          .as(json)
          .isEqualTo(expected);
      Repair around = Repair.of("", RepairKind.SURROUNDING_TEXT, "So: … Right?");
      assertThat(AnswerParser.parse(format, "So: " + json + " Right?", false, false))
          .as(json)
          .isEqualTo(new Fits<>(value, List.of(around)));
    }
  }
}
