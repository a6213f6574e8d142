package io.typedprompt.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void jsonValuesOfOneTextHaveNothingToDoWithEachOther() {
    Text text = new Text();

    text.json().beginObject().name("x").value(1).name("y").value(2).endObject();
    text.append(" and ");
    text.json().beginArray().value("a").value("b").endArray();
    text.json().value(true);

    assertThat(text).hasToString("{\"x\":1,\"y\":2} and [\"a\",\"b\"]true");
  }
}
