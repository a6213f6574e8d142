package io.typedprompt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShopExampleTest {
  @Test
  void looksUpProductsAndFillsTheBasketOffline() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    new ShopExample(new PrintStream(printed, true, StandardCharsets.UTF_8)).runOffline();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """

            > Which headphones do you have for less than 100 dollars?
              findProducts COMPLETED
            """);
  }
}
