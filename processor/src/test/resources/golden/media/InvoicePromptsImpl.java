package com.example;

import io.typedprompt.Document;
import io.typedprompt.Image;
import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class InvoicePromptsImpl implements InvoicePrompts {
  private static final PromptMethod<String> TOTAL = PromptMethod.text(
      "com.example.InvoicePrompts.total", PromptOptions.builder().build());

  private static final PromptMethod<String> COMPARE = PromptMethod.text(
      "com.example.InvoicePrompts.compare", PromptOptions.builder().build());

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public InvoicePromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String total(Document invoice) {
    Arguments.present("InvoicePrompts.total", "invoice", invoice);
    Text user = new Text()
        .append("What does the buyer have to pay?")
        .append(invoice);
    return TOTAL.value(client, new PromptInput().user(user));
  }

  @Override
  public String compare(Image order, Optional<Image> delivery, List<Image> pages,
      Image... further) {
    Arguments.present("InvoicePrompts.compare", "order", order);
    Arguments.present("InvoicePrompts.compare", "pages", pages);
    Arguments.present("InvoicePrompts.compare", "further", further);
    Text user = new Text()
        .append("This is the order:\n")
        .append(order)
        .append("\n");
    Image delivery_ = Arguments.orNull(delivery);
    if (delivery_ != null) {
      user
          .append("This is the delivery note: ")
          .append(delivery_)
          .append("\n");
    }
    user.append("These are the pages of the invoice:\n");
    for (Image page : pages) {
      Arguments.presentAt("InvoicePrompts.compare", "an element of pages", page);
      user.append(page);
    }
    user.append("\n"
            + "What is the difference?\n");
    for (Image further_ : further) {
      Arguments.presentAt("InvoicePrompts.compare", "an element of further", further_);
      user.append(further_);
    }
    return COMPARE.value(client, new PromptInput().user(user));
  }
}
