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
            x
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
