package io.typedprompt.examples.invoice;

import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.Media;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptResult;
import io.typedprompt.examples.invoice.Invoice.Position;
import io.typedprompt.testing.OpenRouterServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads an invoice from a PDF and from a picture, and checks that it adds up.
 *
 * <p>With {@code OPENROUTER_API_KEY} set it talks to OpenRouter; without, to the embedded server.
 */
public final class InvoiceExample {
  private final InvoicePrompts prompts;
  private final PrintStream out;

  InvoiceExample(OpenRouterClient client, PrintStream out) {
    this.prompts = new InvoicePromptsImpl(client);
    this.out = out;
  }

  /**
   * Runs the example.
   *
   * @param args invoices of your own as PDFs; without any, it reads one that it brings along
   */
  public static void main(String[] args) {
    if (System.getenv("OPENROUTER_API_KEY") != null) {
      System.out.println("Talking to OpenRouter, with the key in OPENROUTER_API_KEY.");
      try (OpenRouterClient client = OpenRouterClient.fromEnvironment()) {
        new InvoiceExample(client, System.out).run(args);
      }
      return;
    }
    System.out.println("OPENROUTER_API_KEY is not set: talking to the embedded server instead,");
    System.out.println("which answers from a script. Set the key to talk to OpenRouter.");
    runOffline(System.out);
  }

  static void runOffline(PrintStream out) {
    try (OpenRouterServer server = Accountant.start();
        OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      new InvoiceExample(client, out).run();
    }
  }

  private void run(String... files) {
    for (String file : files) {
      read(Document.of(Path.of(file)));
    }
    if (files.length == 0) {
      read(resource("invoice.pdf", Document::of).withFileName("invoice.pdf"));
      read(resource("invoice.png", Image::of));
    }
  }

  private void read(Media media) {
    PromptResult<Invoice> result = prompts.read(media);
    Invoice invoice = result.value();
    out.println();
    out.println(media);
    out.println("  " + invoice.number() + " of " + invoice.date() + ", " + invoice.seller());
    for (Position position : invoice.positions()) {
      out.println(
          "  " + position.quantity() + " x " + position.article() + ": " + position.amount());
    }
    out.println("  Total: " + invoice.total() + " " + invoice.currency());
    out.println(invoice.addsUp() ? "  It adds up." : "  It does not add up!");
    out.println("  Reading it cost " + result.cost().amount().toPlainString() + " USD.");
  }

  private static <T> T resource(String name, Function<InputStream, T> reader) {
    try (InputStream in = InvoiceExample.class.getResourceAsStream("/invoice/" + name)) {
      return reader.apply(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
