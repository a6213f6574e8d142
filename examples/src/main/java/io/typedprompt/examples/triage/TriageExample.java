package io.typedprompt.examples.triage;

import io.typedprompt.Cost;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptResult;
import io.typedprompt.examples.triage.Ticket.Customer;
import io.typedprompt.testing.OpenRouterServer;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Triages a few support tickets and writes a haiku, with usage and cost.
 *
 * <p>With {@code OPENROUTER_API_KEY} set it talks to OpenRouter; without, to the embedded server.
 */
public final class TriageExample {
  private static final String PRODUCT = "Acme Cloud";

  private final SupportPrompts prompts;
  private final PrintStream out;
  private Cost total = Cost.none();

  TriageExample(OpenRouterClient client, PrintStream out) {
    this.prompts = new SupportPromptsImpl(client);
    this.out = out;
  }

  /** Runs the example; it takes no arguments. */
  public static void main(String[] args) {
    if (System.getenv("OPENROUTER_API_KEY") != null) {
      System.out.println("Talking to OpenRouter, with the key in OPENROUTER_API_KEY.");
      try (OpenRouterClient client = OpenRouterClient.fromEnvironment()) {
        new TriageExample(client, System.out).run();
      }
      return;
    }
    System.out.println("OPENROUTER_API_KEY is not set: talking to the embedded server instead,");
    System.out.println("which answers from a script. Set the key to talk to OpenRouter.");
    runOffline(System.out);
  }

  static void runOffline(PrintStream out) {
    try (OpenRouterServer server = SupportDesk.start();
        OpenRouterClient client =
            OpenRouterClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      new TriageExample(client, out).run();
    }
  }

  private void run() {
    for (Ticket ticket : tickets()) {
      PromptResult<Triage> result = prompts.triage(PRODUCT, ticket);
      total = total.plus(result.cost());
      print(ticket, result);
    }
    out.println();
    out.println(prompts.haiku("a support queue at dawn").strip().indent(2));
    out.println("All triaged tickets together cost " + total.amount().toPlainString() + " USD.");
  }

  private void print(Ticket ticket, PromptResult<Triage> result) {
    Triage triage = result.value();
    out.println();
    out.println(ticket.subject());
    out.println("  " + triage.priority() + " " + triage.labels() + ": " + triage.summary());
    out.println(
        "  "
            + result.model()
            + ", "
            + result.usage().totalTokens()
            + " tokens, "
            + result.cost().amount().toPlainString()
            + " USD");
  }

  private static List<Ticket> tickets() {
    return List.of(
        new Ticket(
            "All our builds fail since 06:10 UTC",
            "Every pipeline stops at 'resolve dependencies' with a 503 from your registry. Forty people"
                + " cannot ship. We roll out a security fix today!",
            Optional.of(new Customer("Dana Whitfield", "Enterprise")),
            List.of("build-4711.log")),
        new Ticket(
            "Invoice for October",
            "Hi, could you put our new VAT number on the October invoice? No hurry.\nThanks, Luís",
            Optional.of(new Customer("Luís Moreira", "Team")),
            List.of()),
        new Ticket(
            "{{name}} shows up in the welcome mail",
            "New members get a mail that starts with \"Hello {{name}},\". Looks like a template that"
                + " nobody filled in.",
            Optional.empty(),
            List.of("welcome.eml", "screenshot.png")));
  }
}
