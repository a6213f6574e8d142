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
            We have the Headphones Travel for $79.90. The Kids ones are sold out.
              2 requests, 620 tokens, 0.00010650 USD

            > Put two HP-200 and one HP-300 into my basket.
              addToBasket COMPLETED
              addToBasket FAILED
            Two HP-200 are in your basket. HP-300 is sold out, sorry.
              2 requests, 648 tokens, 0.00011385 USD
              findProducts COMPLETED

            Recommended: [HP-200], made for travelling, and within your budget
            In the basket: {HP-200=2} for 159.80 USD
            """);
  }
}
