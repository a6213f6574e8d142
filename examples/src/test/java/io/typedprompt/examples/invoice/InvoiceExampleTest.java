package io.typedprompt.examples.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.typedprompt.Document;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.testing.OpenRouterServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvoiceExampleTest {
  @Test
  void readsAPdfAndAPictureOffline() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    InvoiceExample.runOffline(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            """

            Document{application/pdf, 1352 bytes}
              2026-0417 of 2026-10-14, Lumen Office Supplies
              12 x Desk lamp HL-2: 414.00
              3 x Monitor arm: 267.00
              1 x Delivery: 19.00
              Total: 700.00 EUR
              It adds up.
              Reading it cost 0.000299 USD.

            Image{image/png, 2955 bytes}
              2026-0417 of 2026-10-14, Lumen Office Supplies
              12 x Desk lamp HL-2: 414.00
              3 x Monitor arm: 267.00
              1 x Delivery: 19.00
              Total: 700.00 EUR
              It adds up.
              Reading it cost 0.000299 USD.
            """);
  }

  @Test
  void thePdfIsAPartBetweenTheTexts() {
    byte[] pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
    try (OpenRouterServer server = Accountant.start();
        OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      Invoice invoice = new InvoicePromptsImpl(client).read(Document.of(pdf)).value();

      assertThat(invoice.addsUp()).isTrue();
      assertThat(server.requests().get(0).userMedia()).containsExactly("file");
      JsonNode content = server.requests().get(0).body().at("/messages/1/content");
      assertThat(content.findValuesAsString("text"))
          .containsExactly("This is the invoice: ", " What does it say?");
      assertThat(content.at("/1/file/file_data").stringValue())
          .isEqualTo("data:application/pdf;base64," + Base64.getEncoder().encodeToString(pdf));
    }
  }
}
