package io.typedprompt.examples.invoice;

import io.typedprompt.Media;
import io.typedprompt.PromptResult;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.SystemMessage;
import io.typedprompt.annotations.UserMessage;

/** The prompt of the example. */
@OpenRouterPrompt(models = "google/gemini-2.5-flash", temperature = 0)
public interface InvoicePrompts {

  @SystemMessage("You read invoices for an accountant. Take every figure as it is printed.")
  @UserMessage("This is the invoice: {{invoice}} What does it say?")
  PromptResult<Invoice> read(Media invoice);
}
