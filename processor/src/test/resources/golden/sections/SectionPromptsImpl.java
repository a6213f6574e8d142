package com.example;

import io.typedprompt.OpenRouterClient;
import io.typedprompt.PromptOptions;
import io.typedprompt.codegen.Arguments;
import io.typedprompt.codegen.JsonOut;
import io.typedprompt.codegen.PromptInput;
import io.typedprompt.codegen.PromptMethod;
import io.typedprompt.codegen.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

@Generated("io.typedprompt.processor.PromptProcessor")
public final class SectionPromptsImpl implements SectionPrompts {
  private static final PromptMethod<String> SUMMARY = PromptMethod.text(
      "com.example.SectionPrompts.summary", PromptOptions.builder().build());

  private final OpenRouterClient client;

  /**
   * @param client sends the prompts; it stays open
   */
  public SectionPromptsImpl(OpenRouterClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  @Override
  public String summary(boolean urgent, SectionPrompts.Order order, String[] words,
      Map<String, String> extra) {
    Arguments.present("SectionPrompts.summary", "order", order);
    Arguments.present("SectionPrompts.summary", "words", words);
    Arguments.present("SectionPrompts.summary", "extra", extra);
    Text user = new Text();
    if (urgent) {
      user.append("Urgent!\n");
    }
    String note = order.note();
    if (note != null && !note.isEmpty()) {
      user
          .append("Note: ")
          .append(note)
          .append("\n");
    }
    SectionPrompts.Customer customer = Arguments.orNull(order.customer());
    if (customer != null) {
      user
          .append("By ")
          .append(Arguments.presentAt("SectionPrompts.summary", "customer.name", customer.name()))
          .append(", through ");
      SectionPrompts.Customer referredBy = customer.referredBy();
      if (referredBy != null) {
        user.append(Arguments.presentAt("SectionPrompts.summary", "customer.referredBy.name",
            referredBy.name()));
      }
      user.append(".\n");
    }
    if (customer == null) {
      user.append("By somebody.\n");
    }
    for (SectionPrompts.Item item : Arguments.presentAt("SectionPrompts.summary", "order.items",
        order.items())) {
      Arguments.presentAt("SectionPrompts.summary", "an element of order.items", item);
      user
          .append("- ")
          .append(Arguments.presentAt("SectionPrompts.summary", "items.name", item.name()))
          .append(" for ")
          .append(item.price())
          .append("\n");
    }
    if (Arguments.presentAt("SectionPrompts.summary", "order.items", order.items()).isEmpty()) {
      user.append("Nothing.\n");
    }
    boolean lacksReferredBy = true;
    if (customer != null) {
      lacksReferredBy = customer.referredBy() == null;
    }
    if (lacksReferredBy) {
      user.append("Not referred.\n");
    }
    for (String word : words) {
      Arguments.presentAt("SectionPrompts.summary", "an element of words", word);
      user
          .append(word)
          .append(" ");
    }
    user
        .append("\n")
        .append(extra.get("key"));
    if (extra.containsKey("order")) {
      user.append(extra.get("order"));
    } else {
      writeOrder(user.json(), order);
    }
    user.append("\n");
    return SUMMARY.value(client, new PromptInput().user(user.toString()));
  }

  private static void writeOrder(JsonOut out, SectionPrompts.Order value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.name("note").value(value.note());
    writeCustomer(out.name("customer"), Arguments.orNull(value.customer()));
    writeItemList(out.name("items"), value.items());
    out.endObject();
  }

  private static void writeCustomer(JsonOut out, SectionPrompts.Customer value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.name("name").value(value.name());
    writeCustomer(out.name("referredBy"), value.referredBy());
    out.endObject();
  }

  private static void writeItemList(JsonOut out, List<SectionPrompts.Item> value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginArray();
    for (SectionPrompts.Item element : value) {
      writeItem(out, element);
    }
    out.endArray();
  }

  private static void writeItem(JsonOut out, SectionPrompts.Item value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.name("name").value(value.name());
    out.name("price").value(value.price());
    out.endObject();
  }
}
