package io.typedprompt.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, 0",
    "3.0, 3",
    "-3.5, -3.5",
    "0.1, 0.1",
    "1.0E7, 10000000",
    "1.5E-7, 0.00000015",
    "9007199254740993, 9007199254740992",
    "1.0E22, 10000000000000000000000",
    "123456.789, 123456.789",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void doublesAreWrittenAsPeopleWriteThem(double value, String expected) {
    assertThat(new Text().append(value)).hasToString(expected);
    assertThat(new Text().append((Object) value)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"3.0, 3", "0.1, 0.1", "1.0E10, 10000000000", "-2.5E-4, -0.00025", "NaN, NaN"})
  void floatsAreWrittenAsPeopleWriteThem(float value, String expected) {
    assertThat(new Text().append(value)).hasToString(expected);
    assertThat(new Text().append((Object) value)).hasToString(expected);
  }

  @Test
  void everyKindOfValueIsAdded() {
    byte one = 1;
    short two = 2;
    Text text =
        new Text()
            .append("a")
            .append(new StringBuilder("b"))
            .append(true)
            .append('c')
            .append(one)
            .append(two)
            .append(3)
            .append(Long.MAX_VALUE)
            .append(new BigDecimal("3.10"))
            .append(new BigDecimal("1E+3"))
            .append(new BigInteger("12345678901234567890"))
            .append((Object) new BigDecimal("2E+1"))
            .append((Object) Thread.State.NEW)
            .append(Integer.valueOf(5));
    assertThat(text)
        .hasToString("abtruec1239223372036854775807" + "3.101000" + "1234567890123456789020NEW5");
  }

  @Test
  void nullAddsNothing() {
    Text text =
        new Text()
            .append((String) null)
            .append((CharSequence) null)
            .append((BigDecimal) null)
            .append((Object) null);
    assertThat(text).hasToString("");
  }

  @Test
  void jsonIsWrittenInPlace() {
    Text text = new Text().append("Ticket: ");
    text.json()
        .beginObject()
        .name("a\"b")
        .value("x\\\"\n\r\t\u0001\u001f/é😀\u2028")
        .name("list")
        .beginArray()
        .value(1)
        .value(2L)
        .value(3.0)
        .value(0.5f)
        .value(true)
        .value('c')
        .nullValue()
        .value((String) null)
        .value((BigDecimal) null)
        .value((BigInteger) null)
        .value(new BigDecimal("1E+3"))
        .value(new BigInteger("99999999999999999999"))
        .value(Double.NaN)
        .value(Float.NEGATIVE_INFINITY)
        .beginArray()
        .endArray()
        .beginObject()
        .endObject()
        .endArray()
        .name("last")
        .beginObject()
        .name("n")
        .nullValue()
        .endObject()
        .endObject();
    text.append(". Next: ").json().beginArray().value("x").endArray();
    assertThat(text)
        .hasToString(
            "Ticket: {\"a\\\"b\":\"x\\\\\\\"\\n\\r\\t\\u0001\\u001f/é😀\u2028\",\"list\":[1,2,3,0.5,"
                + "true,\"c\",null,null,null,null,1000,99999999999999999999,\"NaN\",\"-Infinity\","
                + "[],{}],\"last\":{\"n\":null}}. Next: [\"x\"]");
  }
}
