package com.example;

import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.annotations.OpenRouterPrompt;
import io.typedprompt.annotations.UserMessage;
import java.util.List;
import java.util.Optional;

@OpenRouterPrompt
public interface InvoicePrompts {
  @UserMessage("What does the buyer have to pay?")
  String total(Document invoice);

  @UserMessage(
      """
      This is the order:
      {{order}}
      {{#delivery}}
      This is the delivery note: {{.}}
      {{/delivery}}
      These are the pages of the invoice:
      {{pages}}
      What is the difference?
      """)
  String compare(Image order, Optional<Image> delivery, List<Image> pages, Image... further);
}
